import {create} from "d3-selection";
import {picture} from "../../components/chartParts/picture.js";
import {batches, updatesPerEpoch} from "../../lib/batches.js";

/** Where a run stands in its epoch. */
export interface EpochState {
  readonly m: number;
  readonly size: number;
  /** The update, counted from 1; 0 is the start. */
  readonly step: number;
  /** What is said below. */
  readonly text: string;
}

/** One epoch as a strip of all samples, cut into its batches: those seen, the one at hand, and those to come. */
export function epochStrip({label, width = 640}: {readonly label: string; readonly width?: number}) {
  const height = 26;
  const root = create("figure").attr("class", "epoch-strip");
  const svg = picture({width, height, label});
  root.append(() => svg.node());
  const bar = (name: string, opacity: number) =>
    svg
      .append("rect")
      .attr("class", name)
      .attr("y", 3)
      .attr("height", height - 6)
      .attr("fill", "var(--accent)")
      .attr("fill-opacity", opacity);
  const [all, seen, current] = [bar("all", 0.1), bar("seen", 0.3), bar("current", 1)];
  all.attr("x", 0).attr("width", width);
  const cuts = svg.append("path").attr("class", "cuts").attr("stroke", "var(--background)");
  const caption = root.append("figcaption").attr("class", "caption");
  let cut = "";

  return Object.assign(root.node()!, {
    update({m, size, step, text}: EpochState) {
      const updates = updatesPerEpoch(m, size);
      const at = step === 0 ? 0 : (step - 1) % updates;
      const x = (sample: number): number => (Math.min(sample, m) / m) * width;
      seen.attr("x", 0).attr("width", x(at * size));
      current
        .attr("x", x(at * size))
        .attr("width", step === 0 ? 0 : Math.max(1.5, x((at + 1) * size) - x(at * size)));
      if (cut !== `${m} ${size}`) {
        cut = `${m} ${size}`;
        const starts = x(size) < 3 ? [] : [...batches(m, size)].slice(1).map(([first]) => first);
        cuts.attr("d", starts.map((first) => `M${x(first)},0V${height}`).join(""));
      }
      caption.text(text);
      svg.attr("aria-label", `${label}: ${text}`);
    }
  });
}
