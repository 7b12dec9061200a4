import type {Trail} from "../../components/contour.js";
import type {HomeWords} from "./words.js";

/** Name, colour and dash of the four ways. */
export const stylesOf = (words: HomeWords): readonly Omit<Trail, "points">[] => [
  {label: words.gradientDescent, color: "var(--foreground)"},
  {label: words.momentum, color: "var(--orange)", dash: "9 4"},
  {label: "RMSProp", color: "var(--green)", dash: "2 4"},
  {label: "Adam", color: "var(--purple)", dash: "12 4 2 4"}
];
