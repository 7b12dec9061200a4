// What is measured of packages that say nothing of it in types.

declare module "brain.js/dist/neural-network.js" {
  interface NeuralNetwork {
    sizes: readonly number[];
    trainOpts: {learningRate: number; momentum: number};
    readonly weights: readonly (readonly Float32Array[])[];
    readonly biases: readonly Float32Array[];
    initialize(): void;
    trainPattern(sample: {readonly input: readonly number[]; readonly output: readonly number[]}): void;
    runInput(input: readonly number[]): Float32Array;
  }
  // a module of Node's older kind
  const exported: {readonly default: new (options: {readonly activation: "relu" | "tanh"}) => NeuralNetwork};
  export default exported;
}

declare module "convnetjs" {
  interface Volume {
    readonly w: Float64Array;
  }
  interface DenseLayer {
    readonly layer_type: string;
    readonly filters: readonly Volume[];
    readonly biases: Volume;
    readonly out_act: Volume;
  }
  interface Net {
    readonly layers: readonly DenseLayer[];
    makeLayers(definitions: readonly object[]): void;
    forward(input: Volume): Volume;
  }
  const convnetjs: {
    readonly Net: new () => Net;
    readonly Vol: new (width: number, height: number, depth: number, value: number) => Volume;
    readonly Trainer: new (net: Net, options: object) => {train(input: Volume, target: unknown): unknown};
  };
  export default convnetjs;
}
