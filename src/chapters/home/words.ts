import type {Language} from "../../course.js";

const en = {
  label: "Contour lines of Himmelblau's function, which has four minima, and the ways of four optimizers",
  start: "Start",
  gradientDescent: "Gradient descent",
  momentum: "Momentum",
  /** Where the ways end: the cost of each, and how many valleys they are in. */
  outcome: (steps: number, costs: readonly string[], valleys: number) =>
    `Cost after ${steps} steps: ${costs.join(" · ")}. ${["All in one valley", "In two valleys", "In three valleys", "In all four valleys"][valleys - 1]}.`
};

export type HomeWords = typeof en;

const zh: HomeWords = {
  label: "Himmelblau 函数的等高线（有四个极小值）与四种优化器走过的路",
  start: "起点",
  gradientDescent: "梯度下降",
  momentum: "动量",
  outcome: (steps, costs, valleys) =>
    `走完 ${steps} 步时的代价：${costs.join(" · ")}。${["落进同一个谷", "落进两个谷", "落进三个谷", "四个谷各落一个"][valleys - 1]}。`
};

export const homeWords: Readonly<Record<Language, HomeWords>> = {en, zh};
