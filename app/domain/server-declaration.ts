import { z } from "zod";
import { serverKinds, updateBearers } from "./register.ts";

/**
 * サーバ一覧の全数の確認. Which volumes of the guideline a hospital may follow depends on every server (guideline-7.0:
 * entrusted updates of all servers; a PC on which the record system runs complete counts as one), so a person says
 * on a day that the list is complete, and what the list said then is frozen.
 */
export const listedServerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  system: z.string(),
  kind: z.enum(serverKinds),
  os: z.string(),
  bearer: z.enum(updateBearers),
  /** The quoted clause (number and document), or what was typed; "" when the contract says nothing. */
  clause: z.string(),
});
export type ListedServer = z.infer<typeof listedServerSchema>;

export const serverSnapshotSchema = z.strictObject({
  /** Systems in use by name; those without a server of their own too (cloud services). */
  systems: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  servers: z.array(listedServerSchema),
});
export type ServerSnapshot = z.infer<typeof serverSnapshotSchema>;

/** The same list in the same order whatever the database answers first, so that equal lists have equal hashes. */
export function orderedSnapshot(snapshot: ServerSnapshot): ServerSnapshot {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return {
    systems: [...snapshot.systems].sort(byId).map(({ id, name }) => ({ id, name })),
    servers: [...snapshot.servers].sort(byId).map(({ id, name, system, kind, os, bearer, clause }) => ({
      id,
      name,
      system,
      kind,
      os,
      bearer,
      clause,
    })),
  };
}

export type ListChange = {
  what: "system" | "server";
  how: "added" | "gone" | "changed";
  name: string;
  /** What it was called at the declaration, when that is another name. */
  wasNamed: string | null;
  /** Fields of a server that differ. */
  fields: string[];
};

/**
 * 変わった点: what the list says otherwise than at the declaration. Empty = the declaration still stands. A renamed
 * system is one change, named as it was and as it is; that its servers stand under the new name is none of their own.
 */
export function changesSince(declared: ServerSnapshot, now: ServerSnapshot): ListChange[] {
  const before = new Map(declared.systems.map((each) => [each.id, each.name]));
  const renamed = new Map(
    now.systems.flatMap(({ id, name }) => {
      const was = before.get(id);
      return was === undefined || was === name ? [] : [[was, name] as const];
    }),
  );
  const servers = declared.servers.map((each) => ({
    ...each,
    system: renamed.get(each.system) ?? each.system,
  }));
  return [
    ...changesOf("system", declared.systems, now.systems),
    ...changesOf("server", servers, now.servers),
  ];
}

function changesOf(
  what: ListChange["what"],
  before: readonly { id: string; name: string }[],
  after: readonly { id: string; name: string }[],
): ListChange[] {
  const [old, now] = [
    new Map(before.map((each) => [each.id, each])),
    new Map(after.map((each) => [each.id, each])),
  ];
  const gone = before.filter((each) => !now.has(each.id));
  const found = after.flatMap((each): ListChange[] => {
    const was = old.get(each.id);
    if (was === undefined) return [{ what, how: "added", name: each.name, wasNamed: null, fields: [] }];
    const fields = differing(was, each);
    const wasNamed = was.name === each.name ? null : was.name;
    return fields.length === 0 ? [] : [{ what, how: "changed", name: each.name, wasNamed, fields }];
  });
  return [
    ...gone.map(({ name }): ListChange => ({ what, how: "gone", name, wasNamed: null, fields: [] })),
    ...found,
  ];
}

function differing(was: object, now: object): string[] {
  const before = new Map(Object.entries(was));
  return Object.entries(now).flatMap(([name, value]) => (before.get(name) === value ? [] : [name]));
}

/** How the servers stand: counted by who bears the updates, and how many of the vendor's have no quoted clause. */
export function countServers(servers: readonly Pick<ListedServer, "bearer" | "clause">[]) {
  const of = (bearer: ListedServer["bearer"]) => servers.filter((each) => each.bearer === bearer);
  return {
    total: servers.length,
    vendor: of("vendor").length,
    hospital: of("hospital").length,
    unclear: of("unclear").length,
    vendorWithoutClause: of("vendor").filter((each) => each.clause === "").length,
  };
}
