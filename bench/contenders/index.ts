import {brain} from "./brain.js";
import type {Contender} from "./contender.js";
import {convnetjs} from "./convnet.js";
import {descent} from "./descent.js";
import {jax} from "./jax.js";
import {synaptic} from "./synaptic.js";
import {tensorflow} from "./tensorflow.js";

export const contenders: readonly Contender[] = [
  descent("single"),
  descent("double"),
  jax,
  tensorflow("wasm"),
  tensorflow("cpu"),
  convnetjs,
  brain,
  synaptic
];
