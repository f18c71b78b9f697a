import { publishedBodies, publishedIds } from "#db/queries/catalogues.server";
import { type Catalogues, catalogueLookups } from "~/catalogues.server";
import { type Catalogue, schemaOfKind } from "~/domain/any-catalogue";
import type { CatalogueKind } from "~/domain/catalogue-draft";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

type Merged = { shipped: Catalogues; ids: string; catalogues: Catalogues };
type Kept = { bodies: Map<string, Catalogue>; merged: Map<string, Merged> };

/** Parsed bodies by database: published catalogues are frozen, so an id never gets another body. */
const keptOf = new WeakMap<object, Kept>();

/**
 * The catalogues a group works with: what ships, then what it published, in one set of lookups. One query
 * for ids each time; a body is read and parsed once. Any scope of the group will do, a vendor's too.
 */
export async function cataloguesOf(
  ports: Pick<Ports, "db" | "catalogues">,
  scope: Pick<Scope, "groupId">,
): Promise<Catalogues> {
  const ids = await publishedIds(ports.db, scope);
  if (ids.length === 0) return ports.catalogues;
  const kept = keptOf.get(ports.db) ?? { bodies: new Map(), merged: new Map() };
  keptOf.set(ports.db, kept);
  const known = kept.merged.get(scope.groupId);
  if (known && known.ids === ids.join() && known.shipped === ports.catalogues) return known.catalogues;
  const missing = ids.filter((each) => !kept.bodies.has(each));
  for (const { id, kind, body } of await publishedBodies(ports.db, scope, missing)) {
    kept.bodies.set(id, parseBody(kind, body));
  }
  const own = ids.flatMap((each) => kept.bodies.get(each) ?? []);
  const { all, annexTemplates, clauseMoves, connectionTopics, rules, selfChecks } = ports.catalogues;
  const annexes = [...annexTemplates.values()];
  const others = [clauseMoves, connectionTopics, rules, selfChecks] as const;
  const catalogues = catalogueLookups([...all, ...own], annexes, ...others);
  kept.merged.set(scope.groupId, { shipped: ports.catalogues, ids: ids.join(), catalogues });
  return catalogues;
}

/** @throws when a frozen body is not of its kind: a defect of ours, never a person's error */
function parseBody(kind: CatalogueKind, body: string): Catalogue {
  const schema = schemaOfKind[kind];
  if (!schema) throw new Error(`no schema for catalogues of kind ${kind}`);
  return schema.parse(JSON.parse(body));
}
