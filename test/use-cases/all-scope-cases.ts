import type { ScopeCases } from "./scope-cases/case";

/** One file an area, so that a new area adds a file and touches no other. */
const files = import.meta.glob<{ cases?: ScopeCases }>("./scope-cases/*.ts", { eager: true });
export const allCases = Object.values(files).flatMap((each) => each.cases ?? []);
const merged = <K extends "writing" | "reading" | "overviews">(kind: K): ScopeCases[K] =>
  Object.assign({}, ...allCases.map((each) => each[kind]));

export const writing = merged("writing");
export const reading = merged("reading");
export const overviews = merged("overviews");
export const notVerbs: ReadonlySet<string> = new Set(allCases.flatMap((each) => each.notVerbs));
