/** What Framework's transpiler needs of Node's `path/posix`, in a browser. */

/** Joins parts into one path without `.` and `..`, save leading `..` of a relative path. */
export function join(...parts: readonly string[]): string {
  const path = parts.filter(Boolean).join("/");
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === ".." && steps.length && steps.at(-1) !== "..") steps.pop();
    else if (step === ".." ? !path.startsWith("/") : step && step !== ".") steps.push(step);
  }
  const slash = path.endsWith("/") ? "/" : "";
  if (path.startsWith("/")) return `/${steps.join("/")}${steps.length ? slash : ""}`;
  return (steps.join("/") || ".") + (path ? slash : "");
}

/** The path without its last step. */
export function dirname(path: string): string {
  const end = path.replace(/\/$/, "").lastIndexOf("/");
  if (end > 0) return path.slice(0, end);
  return path.startsWith("/") ? "/" : ".";
}

/** The ending of a file name with its dot, or nothing. */
export const extname = (path: string): string => /[^/](\.[^./]*)$/.exec(path)?.[1] ?? "";
