/** A control that is dragged, and the picture that must follow. */
export interface Drag {
  readonly name: string;
  /** The state of the page. */
  readonly query?: string;
  /** JavaScript in the page: moves the control to its k-th place, k = 0, 1, 2 … */
  readonly move: string;
  /** The picture whose marks change when it has followed. */
  readonly follows: string;
}

const byKeys = (handle: string, there: string, back: string): string => `(k) => {
  const key = k % 40 < 20 ? ${JSON.stringify(there)} : ${JSON.stringify(back)};
  document.querySelector(${JSON.stringify(handle)}).dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
}`;
const start = {move: byKeys(".contour .handle", "ArrowRight", "ArrowLeft"), follows: "svg.contour"};
/** Swings a slider about the middle of its way, or about another share of it. */
const slider = (label: string, {middle = 0.5, swing = 0.3} = {}): string => `(k) => {
  const slider = [...document.querySelectorAll(".slider")].find((one) => one.textContent.includes(${JSON.stringify(label)}));
  const range = slider.querySelector("[type=range]");
  range.valueAsNumber = Number(range.max) * (${middle} + ${swing} * Math.sin(k / 7));
  range.dispatchEvent(new Event("input", {bubbles: true}));
}`;
const layers = ".controls ~ * svg.line-chart, .ridges";

/** What is dragged on each page. */
export const drags: Readonly<Record<string, readonly Drag[]>> = {
  index: [{name: "the start of four optimizers, 150 steps", ...start}],
  "vanishing-gradients": [
    {name: "the gain of 30 layers of 64 units", move: slider("Gain", {swing: 0.2}), follows: layers},
    {name: "their depth", move: slider("Depth", {middle: 0.8, swing: 0.03}), follows: layers},
    {name: "their width", move: slider("Width", {middle: 0.8, swing: 0.03}), follows: layers}
  ],
  "deep-networks": [
    {
      name: "a step of the backward pass, 16 samples",
      query: "?m=16&step=25",
      move: `(k) => document.querySelector(".player").querySelectorAll("button")[k % 28 < 14 ? 1 : 3].click()`,
      follows: ".operation"
    },
    {
      name: "m of the network that is laid open",
      query: "?step=12",
      move: `(k) => {
        const range = [...document.querySelectorAll(".slider")].find((one) => one.textContent.includes("Samples")).querySelector("[type=range]");
        range.valueAsNumber = 1 + (5 * k) % 16;
        range.dispatchEvent(new Event("input", {bubbles: true}));
      }`,
      follows: ".operation"
    }
  ],
  initialization: [{name: "n of a layer of 256 neurons", move: slider("Inputs"), follows: "svg.line-chart"}],
  "mini-batch": [
    {
      name: "the batch size, 10 epochs of 2,000 samples beside B = 1 and B = m",
      move: slider("Batch size"),
      follows: "svg.contour"
    }
  ],
  "moving-averages": [{name: "β", move: slider("β"), follows: "svg.view"}],
  "saddle-points": [{name: "the start of four optimizers", ...start}],
  momentum: [
    {name: "the start of three optimizers, 300 steps", ...start},
    {name: "β", move: slider("β"), follows: "svg.contour"}
  ],
  rmsprop: [{name: "the start of two optimizers, 300 steps", ...start}],
  adam: [{name: "the start of Adam, 200 steps", ...start}],
  "learning-rate-decay": [{name: "α₀ of 50 runs, 200 steps", move: slider("α₀"), follows: "svg.line-chart"}],
  standardization: [
    {name: "the start of two runs, 200 steps", ...start},
    {name: "ρ", move: slider("ρ"), follows: "svg.contour"}
  ],
  "optimizer-race": [
    {
      name: "the start of eight optimizers, 500 steps",
      query: "?fairness=same&run=gd,momentum,polyak,nesterov,adagrad,rmsprop,adam,nadam&steps=500&step=500",
      ...start
    }
  ]
};
