import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import type { DemoClock } from "./demo-clock";

/** The people of the demo at work, with a clock that walks. */
export type DemoPlay = { ports: Ports; clock: DemoClock; admin: Scope; editor: Scope };

/** Something that happened in the demo hospital, `on` that many days from today. */
export type DemoEvent = { on: number; happen: () => Promise<unknown> };

/** Ids of what the registers hold, by the keys of the demo's data. */
export type DemoRegister = {
  vendors: Map<string, string>;
  versions: Map<string, string>;
  systems: Map<string, string>;
  contracts: Map<string, string>;
  /** By name. */
  servers: Map<string, string>;
};

/** @throws with the codes of the Problems: the demo's own data may not be refused */
export function expectDone<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((each) => `${each.code} ${each.at ?? ""}`.trim()).join(", "));
}

/** The id behind a key. @throws when the demo's data names a thing that it does not hold */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo has no ${key}`);
  return id;
}
