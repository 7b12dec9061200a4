import {type ChildProcess, spawn} from "node:child_process";

/** A running npm script: what it has said, and a way to wait for a line. */
export interface Command {
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** Starts `npm run script` in a folder; `stop` ends it with everything that it started. */
export function runScript(script: string, {cwd = ".", args = [] as string[], env = {}} = {}): Command {
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    cwd,
    env: {...process.env, ...env},
    detached: true
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return {
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(said);
          if (!found) return;
          for (const stream of [child.stdout, child.stderr]) stream.off("data", look);
          resolve(found);
        };
        for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
        child.once("exit", () => reject(new Error(`${script} ended before it said ${pattern}:\n${said}`)));
        look();
      }),
    stop: () => stop(child)
  };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    process.kill(-child.pid!, "SIGTERM");
  });
}
