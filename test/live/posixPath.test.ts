import posix from "node:path/posix";
import fc from "fast-check";
import {test} from "vitest";
import {dirname, extname, join} from "../../src/live/bundled/posixPath.js";

const part = fc
  .array(fc.constantFrom("a", "bc", ".", "..", "d.js", ".e", ""), {maxLength: 6})
  .map((steps) => steps.join("/"));
const path = fc.tuple(fc.constantFrom("", "/"), part).map((parts) => parts.join(""));

const same = (ours: unknown, theirs: unknown): boolean => Object.is(ours, theirs);

test("join is Node's", () => {
  fc.assert(
    fc.property(fc.array(path, {maxLength: 4}), (parts) => same(join(...parts), posix.join(...parts)))
  );
});

test("dirname is Node's for a path in its shortest form", () => {
  fc.assert(fc.property(path.map(posix.normalize), (path) => same(dirname(path), posix.dirname(path))));
});

test("extname is Node's for the path of a file", () => {
  fc.assert(
    fc.property(
      path.map((path) => posix.join(path, "f.g.js")),
      (path) => same(extname(path), posix.extname(path))
    )
  );
  fc.assert(
    fc.property(fc.constantFrom("a", ".a", "a/.b", "a.b/c"), (path) =>
      same(extname(path), posix.extname(path))
    )
  );
});
