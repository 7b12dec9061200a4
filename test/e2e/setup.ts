import type {TestProject} from "vitest/node";
import {serveSite} from "../../tools/site.js";

declare module "vitest" {
  export interface ProvidedContext {
    site: string;
  }
}

/** Serves the built site below a sub-path, as a project site of a static host has it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await serveSite("dist", {base: "/some/descent/"});
  project.provide("site", site.url);
  return site.close;
}
