import type { Ports } from "~/use-cases/ports.server";

/** Thrown where a use case would have committed: everything before it happened, and nothing of it stays. */
export class WouldCommit extends Error {
  constructor() {
    super("would commit");
  }
}

/**
 * The same ports on the same database, but every transaction that its work finishes is rolled back by `WouldCommit`:
 * so one world serves to ask "would this role have been let through?" as often as there are roles.
 */
export function probing<P extends Ports>(ports: P): P {
  const transaction: Ports["db"]["transaction"] = (work, config) =>
    ports.db.transaction(async (tx) => {
      await work(tx);
      throw new WouldCommit();
    }, config);
  const db = new Proxy(ports.db, {
    get: (target, name) => (name === "transaction" ? transaction : Reflect.get(target, name, target)),
  });
  return { ...ports, db };
}
