import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { World } from "../../support/world";

export type Run = (world: World, scope: Scope) => Promise<Result<unknown>>;
/** Whose the thing is that the verb is given: another hospital answers as if there were none. */
type Owner = "hospital" | "group" | "none";
export type Case = {
  owner: Owner;
  run: Run;
  /** The id stands in a form's field. */
  isField?: true;
};

/** What one area of the house is tried with; `prepare` makes what its cases are about, as an editor would. */
export type ScopeCases = {
  prepare?: (world: World) => Promise<void>;
  writing: Record<string, Case>;
  reading: Record<string, Case>;
  overviews: Record<string, (world: World, scope: Scope) => Promise<unknown>>;
  /** Exported functions that are no verb with a scope of their own, each with the reason beside it. */
  notVerbs: readonly string[];
};
