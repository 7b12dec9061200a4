import {type Recording, reached} from "./recording.js";
import {type RivalName, rivalNames} from "./rivals.js";

/** The last cost of each rival for one draw of their first weights. */
export type Draw = Readonly<Record<RivalName, number>>;

/** Trains both rivals to the end from one draw after the other; it yields a slice of work at a time. */
export function* draws(
  recordingOf: (name: RivalName, draw: number) => Recording,
  {count, epochs}: {readonly count: number; readonly epochs: number}
): Generator<readonly Draw[], void> {
  let done: readonly Draw[] = [];
  for (let draw = 1; draw <= count; ++draw) {
    const recordings = rivalNames.map((name) => recordingOf(name, draw));
    for (const _ of reached(recordings, epochs)) yield done;
    const [shallow, deep] = recordings.map(({costs}) => costs.at(-1)!);
    done = [...done, {shallow, deep}];
  }
  yield done;
}
