import {readFileSync} from "node:fs";
import ts from "typescript";
import {describe, expect, test} from "vitest";
import {
  type Activation,
  combine,
  map,
  type Matrix,
  multiply,
  multiplyTransposed,
  sumRows,
  transpose,
  transposedMultiply,
  zeroMatrix
} from "../../lib/index.js";
import {chapters} from "../../src/course.js";
import {adamStep} from "../../src/live/exercises/adamStep.js";
import {backwardLayer} from "../../src/live/exercises/backwardLayer.js";
import {batches} from "../../src/live/exercises/batches.js";
import {beijing, ema} from "../../src/live/exercises/ema.js";
import {examine} from "../../src/live/exercises/examine.js";
import type {Exercise} from "../../src/live/exercises/exercise.js";
import {fitScaler, reference} from "../../src/live/exercises/fitScaler.js";
import {exercises} from "../../src/live/exercises/index.js";
import {initialWeights} from "../../src/live/exercises/initialWeights.js";
import averages from "../golden/ema.json" with {type: "json"};
import standardization from "../golden/standardization.json" with {type: "json"};
import {expectClose} from "../support/close.js";
import {declaredBy} from "./support.js";

type Random = () => number;
type State = {t: number; firstMoment: Float64Array; secondMoment: Float64Array};
type Rows = readonly (readonly number[])[];

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: readonly number[], less = 0): number =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - less));

/** Adam with its parts to be spoiled. */
const adamWith =
  ({
    first = (v: number, t: number) => v / (1 - 0.9 ** t),
    second = (s: number, t: number) => s / (1 - 0.999 ** t),
    count = 1
  }) =>
  (parameters: Float64Array, gradient: Float64Array, state: State, {learningRate = 0.001} = {}): void => {
    state.t += count;
    parameters.forEach((_, i) => {
      state.firstMoment[i] = 0.9 * state.firstMoment[i] + 0.1 * gradient[i];
      state.secondMoment[i] = 0.999 * state.secondMoment[i] + 0.001 * gradient[i] ** 2;
      const root = Math.sqrt(second(state.secondMoment[i], state.t));
      parameters[i] -= (learningRate * first(state.firstMoment[i], state.t)) / (root + 1e-8);
    });
  };

/** A backward layer with its parts to be spoiled. */
const backwardWith =
  ({
    scale = (m: number) => 1 / m,
    slope = (activation: Activation, z: number) => activation.derivative(z),
    weights = multiplyTransposed,
    previous = transposedMultiply
  }) =>
  (dA: Matrix, Z: Matrix, previousA: Matrix, W: Matrix, activation: Activation) => {
    const dZ = combine(dA, Z, (da, z) => da * slope(activation, z));
    const dW = map(weights(dZ, previousA), (sum) => sum * scale(dA.columns));
    return {dZ, dW, db: sumRows(dZ).map((sum) => sum * scale(dA.columns)), previousDA: previous(W, dZ)};
  };

const uniformWeights =
  (limit: (fanIn: number, activation: string) => number) =>
  (fanOut: number, fanIn: number, activation: string, random: Random): number[] =>
    Array.from({length: fanOut * fanIn}, () => limit(fanIn, activation) * (2 * random() - 1));

function shuffled(m: number, random: Random): number[] {
  return Array.from({length: m}, (_, i) => [random(), i] as const)
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i);
}

const scaledWith = (train: Rows, measure: (values: readonly number[]) => readonly [number, number]) => {
  const measures = train.map(measure);
  return {
    transform: (X: Rows) => X.map((values, i) => values.map((x) => (x - measures[i][0]) / measures[i][1]))
  };
};

/** For each exercise: right answers written otherwise than the solution, and wrong ones with what their hint says. */
const answers: Record<
  string,
  {exercise: Exercise<never>; right: unknown[]; wrong: [string, unknown, RegExp][]}
> = {
  ema: {
    exercise: ema,
    right: [
      (values: number[], beta: number, {initial = "zero", correctBias = true} = {}) =>
        Float64Array.from(values, (_, t) => {
          const weights = values.slice(0, t + 1).map((_, k) => (1 - beta) * beta ** (t - k));
          if (initial === "first") weights[0] = beta ** t;
          const sum = weights.reduce((sum, w, k) => sum + w * values[k], 0);
          return correctBias ? sum / (1 - beta ** (t + 1)) : sum;
        })
    ],
    wrong: [
      [
        "never corrects",
        (values: number[], beta: number) => emaWith(values, beta, () => 1),
        /not corrected yet/
      ],
      [
        "counts t from 0",
        (values: number[], beta: number) => emaWith(values, beta, (t) => 1 - beta ** (t - 1)),
        /t must count from 1/
      ],
      [
        "counts t from 2",
        (values: number[], beta: number) => emaWith(values, beta, (t) => 1 - beta ** (t + 1)),
        /one too high/
      ],
      [
        "ignores initial",
        (values: number[], beta: number, {correctBias = true} = {}) =>
          emaWith(values, beta, (t) => (correctBias ? 1 - beta ** t : 1)),
        /that value itself/
      ]
    ]
  },
  backwardLayer: {
    exercise: backwardLayer,
    right: [
      backwardWith({}),
      (dA: Matrix, Z: Matrix, previousA: Matrix, W: Matrix, activation: Activation) => {
        const m = dA.columns;
        const dZ = zeroMatrix(Z.rows, m);
        const dW = zeroMatrix(W.rows, W.columns);
        const db = new Float64Array(W.rows);
        for (let i = 0; i < Z.rows; i++)
          for (let s = 0; s < m; s++) {
            dZ.data[i * m + s] = dA.data[i * m + s] * activation.derivative(Z.data[i * m + s]);
            db[i] += dZ.data[i * m + s] / m;
            for (let j = 0; j < W.columns; j++)
              dW.data[i * W.columns + j] += (dZ.data[i * m + s] * previousA.data[j * m + s]) / m;
          }
        return {dZ, dW, db, previousDA: multiply(transpose(W), dZ)};
      }
    ],
    wrong: [
      ["lacks the 1/m", backwardWith({scale: () => 1}), /lack the 1\/m/],
      ["lacks the transpose", backwardWith({weights: multiply}), /must be transposed/],
      [
        "transposes the result",
        backwardWith({weights: (dZ, A) => transpose(multiplyTransposed(dZ, A))}),
        /must be transposed/
      ],
      ["lacks g′", backwardWith({slope: () => 1}), /g′\(Z\) is missing/]
    ]
  },
  adamStep: {
    exercise: adamStep,
    right: [
      adamWith({}),
      (
        parameters: Float64Array,
        gradient: Float64Array,
        state: State,
        {learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8} = {}
      ) => {
        state.t += 1;
        const {t} = state;
        const rate = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
        gradient.forEach((g, i) => {
          state.firstMoment[i] += (1 - beta1) * (g - state.firstMoment[i]);
          state.secondMoment[i] += (1 - beta2) * (g * g - state.secondMoment[i]);
          const root = Math.sqrt(state.secondMoment[i]) + epsilon * Math.sqrt(1 - beta2 ** t);
          parameters[i] -= (rate * state.firstMoment[i]) / root;
        });
      }
    ],
    wrong: [
      [
        "takes β₁ for ŝ",
        adamWith({second: (s, t) => s / (1 - 0.9 ** t)}),
        /divided by 1 − β₂ᵗ, not by 1 − β₁ᵗ/
      ],
      [
        "multiplies",
        adamWith({first: (v, t) => v * (1 - 0.9 ** t), second: (s, t) => s * (1 - 0.999 ** t)}),
        /it does not multiply/
      ],
      ["corrects nothing", adamWith({first: (v) => v, second: (s) => s}), /neither average is corrected/],
      ["does not count", adamWith({count: 0}), /with t = 0/],
      ["corrects s only", adamWith({first: (v) => v}), /v is not corrected, s is/],
      ["corrects v only", adamWith({second: (s) => s}), /s is not corrected, v is/]
    ]
  },
  initialWeights: {
    exercise: initialWeights,
    right: [
      (fanOut: number, fanIn: number, activation: string, random: Random) => {
        const spread = Math.sqrt((activation === "relu" ? 2 : 1) / fanIn);
        return Float64Array.from({length: fanOut * fanIn}, () => {
          const radius = Math.sqrt(-2 * Math.log(1 - random()));
          return spread * radius * Math.cos(2 * Math.PI * random());
        });
      }
    ],
    wrong: [
      ["lacks the factor 2", uniformWeights((fanIn) => Math.sqrt(3 / fanIn)), /The factor 2 is missing/],
      [
        "is constant",
        (fanOut: number, fanIn: number) => new Float64Array(fanOut * fanIn).fill(0.1),
        /nothing breaks the symmetry/
      ],
      [
        "takes a for the deviation",
        uniformWeights((fanIn, activation) => Math.sqrt((activation === "relu" ? 2 : 1) / fanIn)),
        /√3 times the deviation/
      ],
      [
        "is positive",
        (fanOut: number, fanIn: number, _: string, random: Random) =>
          Array.from({length: fanOut * fanIn}, () => random() / fanIn),
        /the same sign/
      ]
    ]
  },
  batches: {
    exercise: batches,
    right: [
      (m: number, size: number, random: Random) => {
        const order = shuffled(m, random);
        return Array.from({length: Math.ceil(m / size)}, (_, k) => order.slice(k * size, (k + 1) * size));
      }
    ],
    wrong: [
      [
        "forgets the tail",
        (m: number, size: number, random: Random) => {
          const order = shuffled(m, random);
          return Array.from({length: Math.floor(m / size)}, (_, k) => order.slice(k * size, (k + 1) * size));
        },
        /the short batch at the end is missing/
      ],
      [
        "draws with replacement",
        (m: number, size: number, random: Random) =>
          Array.from({length: Math.ceil(m / size)}, (_, k) =>
            Array.from({length: Math.min(size, m - k * size)}, () => Math.floor(random() * m))
          ),
        /drawing with replacement/
      ],
      [
        "does not shuffle",
        (m: number, size: number) =>
          Array.from({length: Math.ceil(m / size)}, (_, k) =>
            Array.from({length: Math.min(size, m - k * size)}, (_, i) => k * size + i)
          ),
        /shuffle the indices/
      ]
    ]
  },
  fitScaler: {
    exercise: fitScaler,
    right: [
      (train: Rows) => {
        const features = train.map((values) => {
          const centre = mean(values);
          const spread = deviation(values);
          return (x: number) => (spread > 0 ? (x - centre) / spread : 0);
        });
        return {transform: (X: Rows) => X.map((values, i) => values.map(features[i]))};
      }
    ],
    wrong: [
      [
        "measures the test set anew",
        () => ({
          transform: (X: Rows) =>
            X.map((values) => values.map((x) => (x - mean(values)) / (deviation(values) || 1)))
        }),
        /measured anew/
      ],
      [
        "divides by m − 1",
        (train: Rows) => scaledWith(train, (values) => [mean(values), deviation(values, 1) || 1]),
        /divide the squares by m/
      ],
      [
        "divides by the variance",
        (train: Rows) => scaledWith(train, (values) => [mean(values), deviation(values) ** 2 || 1]),
        /take its root/
      ],
      [
        "divides by zero",
        (train: Rows) => scaledWith(train, (values) => [mean(values), deviation(values)]),
        /its σ is 0/
      ]
    ]
  }
};

function emaWith(values: number[], beta: number, divisor: (t: number) => number): number[] {
  let v = 0;
  return values.map((y, k) => {
    v = beta * v + (1 - beta) * y;
    return v / divisor(k + 1);
  });
}

test("every exercise is examined here, and loads under its own name", async () => {
  expect(Object.keys(answers).sort()).toEqual(Object.keys(exercises).sort());
  for (const [name, load] of Object.entries(exercises)) expect(await load()).toBe(answers[name].exercise);
});

test("every exercise is that of one chapter, at the end of its page as soon as that is written", () => {
  const named = chapters.filter(({exercise}) => exercise);
  expect(named.map(({exercise}) => exercise).sort()).toEqual(Object.keys(exercises).sort());
  for (const {slug, ready, exercise} of chapters.filter(({ready}) => ready)) {
    const page = readFileSync(`src/[lang]/${slug}.md`, "utf8").replace(/^(`{3,})md$.*?^\1$/gms, "");
    const marks = [...page.matchAll(/<!-- exercise (\w+) -->/g)].map(([, name]) => name);
    expect([slug, ready, marks]).toEqual([slug, true, exercise ? [exercise] : []]);
    if (exercise) expect(page.slice(page.indexOf("<!-- exercise")).match(/^```ts/gm)).toBe(null);
  }
});

describe.each(Object.values(answers))("$exercise.name", ({exercise, right, wrong}) => {
  const {name, stub, solution, checks, fingerprints, hints} = exercise;
  const examined = (answer: unknown) => examine(exercise, {[name]: answer});

  test("the solution passes", async () => {
    const {verdict, findings} = await examine(exercise, await declaredBy(solution));
    expect(findings).toEqual(checks.map(() => null));
    expect(verdict).toBe("pass");
  });

  test.each(right.map((answer, i) => [i + 1, answer] as const))(
    "right answer %i, written otherwise, passes",
    async (_, answer) => {
      expect(await examined(answer)).toEqual({verdict: "pass", findings: checks.map(() => null), hint: null});
    }
  );

  test.each(wrong)("an answer that %s gets its own hint", async (_, answer, hint) => {
    const report = await examined(answer);
    expect(["almost", "error"]).toContain(report.verdict);
    expect(report.hint?.en).toMatch(hint);
    expect(report.hint?.zh).toMatch(/\p{Script=Han}/u);
  });

  test("every fingerprint is some wrong answer's", async () => {
    const reports = await Promise.all(wrong.map(([, answer]) => examined(answer)));
    const given = reports.map(({hint}) => hint);
    expect(fingerprints.filter(({hint}) => !given.includes(hint))).toEqual([]);
  });

  test("the stub runs, and there is work to do", async () => {
    const {verdict, findings, hint} = await examine(exercise, await declaredBy(stub));
    expect([verdict, hint]).toEqual(["keepGoing", null]);
    expect(findings.filter((finding) => finding !== null).length).toBeGreaterThan(1);
  });

  test("every check finds something wrong in the stub or in a wrong answer", async () => {
    const reports = await Promise.all([
      examine(exercise, await declaredBy(stub)),
      ...wrong.map(([, answer]) => examined(answer)),
      ...broken.map(examined)
    ]);
    for (const [i] of checks.entries())
      expect(
        reports.some(({findings}) => findings[i]),
        checks[i].title.en
      ).toBe(true);
  });

  test("an answer that throws, and none at all, are errors that say so", async () => {
    const thrown = () => {
      throw new Error("not written");
    };
    expect(await examined(thrown)).toEqual({
      verdict: "error",
      findings: [],
      hint: {en: "Your function threw: not written", zh: "你的函数抛出了错误：not written"}
    });
    expect(await examine(exercise, {other: 1})).toMatchObject({
      verdict: "error",
      hint: {en: `The cell declares no function ${name} any more.`, zh: `单元里已经没有函数 ${name} 了。`}
    });
  });

  test("all that is read stands in both languages", () => {
    const texts = [
      exercise.task,
      ...checks.map(({title}) => title),
      ...fingerprints.map(({hint}) => hint),
      ...hints
    ];
    for (const {en, zh} of texts) {
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

/** What no named mistake does: answers that change their input, differ from draw to draw, or count wrongly. */
const broken: unknown[] = [
  (values: unknown) => {
    if (Array.isArray(values)) for (const row of values) if (Array.isArray(row)) row.reverse();
    if (Array.isArray(values)) values.reverse();
    return Object.assign([1, 2, 3], {transform: (X: number[][]) => X});
  },
  (m: number, size: number) => Array.from({length: m * size}, () => [Math.random()]),
  (m: number, n: number) => Array.from({length: m * n}, () => Math.random()),
  adamWith({count: 2})
];

test("every stub and solution is sound TypeScript", () => {
  const texts = Object.values(answers).flatMap(({exercise: {stub, solution}}) => [stub, solution]);
  expect(typeErrors(texts)).toEqual([]);
});

/** What TypeScript holds against cells that stand in a page. */
function typeErrors(texts: readonly string[]): string[] {
  const files = new Map(texts.map((text, i) => [`src/[lang]/cell${i}.ts`, `${text}\nexport {};`]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    types: [],
    skipLibCheck: true
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023) : getSourceFile(path, ...rest);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const errors = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  return errors.map(
    ({file, messageText}) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
  );
}

test("the numbers of the exercises are those of the golden files", () => {
  const {corrected, ...rest} = beijing;
  const golden = averages.cases.find(({beta}) => beta === 0.9)!;
  expect(rest.days).toEqual(averages.values.slice(0, 6));
  expectClose(corrected, golden.bias_corrected.slice(0, 6), {absolute: 0});
  expectClose(rest.fromFirst, golden.initialised_with_first_value.slice(0, 6), {absolute: 0});
  const {X, standardized_rows, shown_rows} = standardization.cases.find(({id}) => id === "train-test")!;
  const columns = (rows: (number | null)[][]) => [0, 1].map((j) => rows.map((row) => row[j]));
  expect(reference.train).toEqual(columns(X.slice(0, 6)));
  expect(reference.test).toEqual(columns(X.slice(6, 8)));
  expect(reference.standardized).toEqual(
    columns([6, 7].map((row) => standardized_rows[shown_rows.indexOf(row)]))
  );
});
