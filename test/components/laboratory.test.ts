import {expect, test} from "vitest";
import {type Course, type Entrant, laboratory} from "../../src/components/laboratory.js";
import {adam, descend, gradientDescent, surfaces} from "../../src/lib/index.js";
import {take} from "../../src/components/take.js";

const course: Course = {objective: surfaces.saddle, start: [1, 0.01], steps: 40};
const entrants = (learningRate: number): Entrant[] => [
  {label: "GD", color: "red", optimizer: gradientDescent({learningRate: 0.01})},
  {label: "Adam", color: "blue", dash: "4 2", optimizer: adam({learningRate})}
];

test("laboratory() runs each entrant over the course, in its own line", () => {
  const [descent, moments] = laboratory()(entrants(0.01), course);
  expect(moments).toMatchObject({label: "Adam", color: "blue", dash: "4 2"});
  const steps = take(41, descend(surfaces.saddle, gradientDescent({learningRate: 0.01}), [1, 0.01]));
  expect(descent.points).toEqual(steps.map(({parameters}) => parameters));
});

test("laboratory() runs anew only what has changed", () => {
  const run = laboratory();
  const before = run(entrants(0.01), course);
  const after = run(entrants(0.02), {...course, start: Float64Array.of(1, 0.01)});
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1].points).not.toEqual(before[1].points);
});

test.each<Partial<Course>>([
  {start: [1, 0.02]},
  {steps: 41},
  {objective: surfaces.doubleWell},
  {noise: {deviation: 0.1, seed: 1}}
])("laboratory() runs anew when the course has another %o", (change) => {
  const run = laboratory();
  const [before] = run(entrants(0.01), course);
  expect(run(entrants(0.01), {...course, ...change})[0].points).not.toEqual(before.points);
});

test("laboratory() gives every entrant the same noise, and the same again", () => {
  const noise = {deviation: 1, seed: 7};
  const twice = [{...entrants(1)[0]}, {...entrants(1)[0], label: "again"}];
  const [a, b] = laboratory()(twice, {...course, noise});
  expect(b.points).toEqual(a.points);
  expect(laboratory()(twice, {...course, noise: {...noise, seed: 8}})[0].points).not.toEqual(a.points);
});

test("run.at(step) tells the optimizer's state there, with the noise of the run, and the last one beyond the end", () => {
  const noise = {deviation: 0.1, seed: 3};
  const [, run] = laboratory()(entrants(0.01), {...course, noise});
  expect(run.at(7).parameters).toEqual(run.points[7]);
  expect(run.at(7).state).toMatchObject({t: 7});
  const steep = {...course, objective: surfaces.himmelblau, start: [5, 5]};
  const [diverging] = laboratory()(
    [{label: "GD", color: "red", optimizer: gradientDescent({learningRate: 1})}],
    {...steep, steps: 500}
  );
  expect(diverging.at(500).step).toBe(diverging.divergedAt);
});
