import {extent} from "d3-array";
import {scaleLinear} from "d3-scale";
import {fontSize, picture, plot} from "./chartParts/picture.js";
import {formatNumber} from "./formatNumber.js";

/** Points of one kind. */
export interface Cloud {
  readonly label: string;
  readonly color: string;
  readonly mark: "dot" | "cross";
  readonly points: readonly ArrayLike<number>[];
}

export interface ScatterOptions {
  /** What the picture shows, for readers who hear it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

export interface ScatterState {
  readonly title: string;
  /** The names of the axes. */
  readonly names: readonly [string, string];
}

/** Points in a plane that holds the origin; a unit is as long up as across, so that shapes are true. */
export function scatter({label, width = 360, height = Math.round(width * 0.8)}: ScatterOptions) {
  const size = fontSize(width);
  const frame = {left: 44, right: width - 10, top: 38, bottom: height - 36};
  const {left, right, top, bottom} = frame;
  const svg = picture({width, height, label});
  const title = svg.append("text").attr("x", left).attr("y", 13).attr("font-weight", 600);
  const axes = svg.append("g").attr("fill", "var(--muted)");
  const across = axes
    .append("text")
    .attr("x", right)
    .attr("y", height - 4)
    .attr("text-anchor", "end");
  const up = axes
    .append("text")
    .attr("x", left - 4)
    .attr("y", 33)
    .attr("text-anchor", "start");
  const ticks = axes.append("g");
  const drawing = plot(svg.append("g"), frame);
  const origin = drawing.append("path").attr("stroke", "var(--faint)").attr("stroke-width", 1.5);
  const marks = drawing.append("g").attr("stroke-width", 1.25);

  return Object.assign(svg.node()!, {
    update(clouds: readonly Cloud[], {title: words, names}: ScatterState) {
      const points = clouds.flatMap((cloud) => cloud.points.map((point) => ({cloud, point})));
      const [x0, x1] = extent([0, ...points.map(({point}) => point[0])]) as [number, number];
      const [y0, y1] = extent([0, ...points.map(({point}) => point[1])]) as [number, number];
      const unit = 0.9 * Math.min((right - left) / (x1 - x0 || 1), (bottom - top) / (y1 - y0 || 1));
      const reach = (low: number, high: number, pixels: number): [number, number] => [
        (low + high - pixels / unit) / 2,
        (low + high + pixels / unit) / 2
      ];
      const x = scaleLinear(reach(x0, x1, right - left), [0, right - left]);
      const y = scaleLinear(reach(y0, y1, bottom - top), [bottom - top, 0]);
      title.text(words);
      across.text(names[0]);
      up.text(names[1]);
      origin.attr("d", `M0,${y(0)}H${right - left}M${x(0)},0V${bottom - top}`);
      const texts = [
        ...x.ticks(4).map((tick) => ({x: left + x(tick), y: bottom + 16, tick, anchor: "middle"})),
        ...y.ticks(4).map((tick) => ({x: left - 5, y: top + y(tick) + 4, tick, anchor: "end"}))
      ];
      const text = ticks
        .selectAll("text")
        .data(texts)
        .join("text")
        .attr("font-size", size - 1);
      text.attr("x", ({x}) => x).attr("y", ({y}) => y);
      text.attr("text-anchor", ({anchor}) => anchor).text(({tick}) => formatNumber(tick));
      const mark = marks.selectAll("path").data(points).join("path");
      mark.attr("d", ({cloud}) => (cloud.mark === "dot" ? dot : cross));
      mark.attr("fill", ({cloud}) => (cloud.mark === "dot" ? cloud.color : "none"));
      mark.attr("fill-opacity", 0.55).attr("data-line", ({cloud}) => cloud.label);
      mark.attr("stroke", ({cloud}) => (cloud.mark === "dot" ? "none" : cloud.color));
      mark.attr("transform", ({point}) => `translate(${x(point[0])},${y(point[1])})`);
    }
  });
}

const dot = "M-2.5,0A2.5,2.5 0 1 1 2.5,0A2.5,2.5 0 1 1 -2.5,0Z";
const cross = "M-3,-3L3,3M-3,3L3,-3";
