import type {define as frameworkDefine} from "observablehq:client";
import {settleable} from "./settleable.js";

/** A cell as Framework's `define` takes it. */
export interface Definition {
  /** Names of what the body is called with. */
  readonly inputs: readonly string[];
  /** Names that the cell gives to the page: the keys of what its body returns. */
  readonly outputs: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: a body takes whatever its inputs are
  readonly body: (...inputs: any[]) => unknown;
}

/** What is heard of a run: also of later ones, when an input changes. */
export interface Listener {
  done(value: unknown): void;
  failed(error: unknown): void;
}

/** A place in the page where a cell runs and displays. */
export interface Slot {
  /** The definition that the page came with, or null for a place of the reader's own. */
  readonly original: Definition | null;
  /** Puts a definition in the place of the one that is there; what depends on its outputs follows. */
  run(definition: Definition, listener?: Listener): void;
  /** Takes the cell out of the page, and a place of the reader's own with it. */
  remove(): void;
}

/** The page's reactive graph. */
export interface Graph {
  /** The names that cells of the page have given it. */
  names(): string[];
  /** Those of some names that more than one cell declares. */
  clashes(names: readonly string[]): string[];
  /** The place of a cell of the page, or null where its block holds none. */
  slot(block: Element): Slot | null;
  /** A new place in an empty block. */
  freshSlot(block: Element): Slot;
}

/** What of the runtime's variables is used here; none of it is public. */
interface Variable {
  readonly _module: {readonly _runtime: Runtime; readonly _scope: Map<string, Variable>};
  readonly _type: number;
  readonly _name: string | null;
  readonly _observer: Observer;
  readonly _inputs: readonly Variable[];
  readonly _outputs: ReadonlySet<Variable>;
  readonly _definition: Definition["body"];
  readonly _shadow: Map<string, Variable> | null;
  delete(): void;
}
interface Observer {
  readonly _node?: Node;
  fulfilled?(value: unknown): void;
  rejected?(error: unknown): void;
}
interface Runtime {
  readonly _variables: ReadonlySet<Variable>;
  _compute(): Promise<void>;
}
/** The comment that stands for a cell; Framework displays before it. */
interface Root extends Comment {
  _nodes?: ChildNode[];
  /** Whether what it displays is an error, which Framework would replace by a spinner. */
  _error?: boolean;
}

/** Types of variables: a name that something refers to but nothing declares, and one declared more than once. */
const implicit = 2;
const duplicate = 3;

interface GraphOptions {
  /** Framework's own. */
  readonly define: typeof frameworkDefine;
  /** What an error means, in the words of the page. */
  explain(error: unknown): string;
}

/**
 * Reaches the page's runtime through Framework's public `define`. This is the only file that knows the runtime's
 * internals; each is looked for by name. From then on every cell of the page tells its errors in the page's words.
 *
 * @throws Error that names what is missing, where the runtime is another than this was written for
 */
export async function openGraph({define, explain}: GraphOptions): Promise<Graph> {
  const [probe, control, ...pool] = [...document.body.childNodes].filter(isRoot);
  if (!control) throw new Error("no root was planted");
  const variable = await reach(define, probe, control);
  const {_runtime: runtime, _scope: scope} = inspect(variable, probe);
  for (const probed of [probe, control]) variableOf(runtime, probed.parentNode)?.delete();
  for (const {_observer} of runtime._variables) if (_observer._node) reword(_observer, explain);

  const variableAt = (node: Node | null): Variable | undefined => variableOf(runtime, node);
  /** Where hot reload has moved a root, its variable still knows it by the old place. */
  const nodes = new WeakMap<Root, Node | null>();

  function dismiss(root: Root): void {
    const variable = variableAt(nodes.get(root) ?? null);
    if (!variable) return; // hot reload was first
    for (const output of variable._outputs) output.delete();
    variable.delete();
    for (const name of ["view", "display"]) variable._shadow?.get(name)?.delete();
    clear(root);
  }

  function makeSlot(root: Root, original: Definition | null, vacate: () => void): Slot {
    let letGo = (): void => {};
    function leave(): void {
      dismiss(root);
      void runtime._compute().then(letGo);
    }
    return {
      original,
      run(definition, listener) {
        leave();
        const {body, settle} = settleable(definition.body);
        letGo = settle;
        nodes.set(root, root.parentNode);
        define({...definition, id: idOf(root), body});
        const {_observer} = variableAt(root.parentNode)!;
        if (listener) listen(_observer, root, listener);
        else reword(_observer, explain);
      },
      remove() {
        leave();
        vacate();
      }
    };
  }

  return {
    names: () =>
      [...scope]
        .filter(([name, {_type}]) => _type !== implicit && !name.startsWith("cell "))
        .map(([name]) => name),
    clashes: (names) => names.filter((name) => scope.get(name)?._type === duplicate),
    slot(block) {
      const root = [...block.childNodes].find(isRoot);
      if (!root) return null;
      if (!nodes.has(root)) nodes.set(root, block);
      const variable = variableAt(nodes.get(root)!);
      return variable ? makeSlot(root, capture(variable), () => {}) : null;
    },
    freshSlot(block) {
      const root = pool.pop();
      if (!root) throw new RangeError("no place for another cell");
      block.append(root);
      return makeSlot(root, null, () => {
        if (!block.isConnected) return; // hot reload has taken the root, and Framework forgotten it
        nodes.delete(root);
        document.body.append(root);
        pool.push(root);
      });
    }
  };
}

const variableOf = ({_variables}: Runtime, node: Node | null): Variable | undefined =>
  [..._variables].find(({_observer}) => node && _observer._node === node);

const isRoot = (node: Node): node is Root =>
  node.nodeType === Node.COMMENT_NODE && /^:[\da-f]{8}(?:-\d+)?:$/.test((node as Comment).data);

const idOf = ({data}: Root): string => data.slice(1, -1);

function clear(root: Root): void {
  root._error = false;
  for (const node of root._nodes!.splice(0)) node.remove();
}

/** The names under which a cell's inputs and outputs go, and its body: all that `define` needs to make it again. */
function capture({_inputs, _outputs, _shadow, _definition}: Variable): Definition {
  const shadowed = new Map([...(_shadow ?? [])].map(([name, variable]) => [variable, name]));
  return {
    inputs: _inputs.map((input) => shadowed.get(input) ?? input._name!),
    outputs: [..._outputs].map(({_name}) => _name!),
    body: _definition
  };
}

/** An error is the listener's to show, in the words of the page; nothing of an earlier display stays beside it. */
function listen(observer: Observer, root: Root, {done, failed}: Listener): void {
  observer.fulfilled = done;
  observer.rejected = (error) => {
    clear(root);
    failed(error);
  };
}

/** Framework shows an error as its name and message; of an error without a name the message alone. */
function reword(observer: Observer, explain: GraphOptions["explain"]): void {
  const {rejected} = observer;
  observer.rejected = (error) => {
    const told = new Error(explain(error), {cause: error});
    rejected?.(Object.assign(told, {name: ""}));
  };
}

/** A variable of the page's runtime. A cell that asks for none runs as well: where only that one does, none is given. */
async function reach(define: GraphOptions["define"], probe: Root, control: Root): Promise<Variable> {
  const variable = await new Promise<Variable | null>((resolve) => {
    define({id: idOf(probe), inputs: ["@variable"], body: resolve});
    define({id: idOf(control), body: () => void setTimeout(resolve, 0, null)});
  });
  if (variable) return variable;
  for (const node of probe._nodes ?? []) node.remove(); // what Framework says of it
  throw new Error("@variable is missing");
}

function inspect(variable: Variable, root: Root): Variable["_module"] {
  const sound: [string, boolean][] = [
    ["_module", typeof variable?._module === "object"],
    ["_scope", variable?._module?._scope instanceof Map],
    ["_variables", variable?._module?._runtime?._variables instanceof Set],
    ["_compute", typeof variable?._module?._runtime?._compute === "function"],
    ["_observer._node", variable?._observer?._node === root.parentNode],
    ["_inputs", Array.isArray(variable?._inputs)],
    ["_outputs", variable?._outputs instanceof Set],
    ["_definition", typeof variable?._definition === "function"],
    ["_shadow", variable?._shadow instanceof Map],
    ["_type", variable?._type === 1],
    ["_name", variable?._name === null],
    ["delete", typeof variable?.delete === "function"],
    ["_nodes", Array.isArray(root._nodes)]
  ];
  const missing = sound.find(([, found]) => !found);
  if (missing) throw new Error(`${missing[0]} is missing`);
  return variable._module;
}
