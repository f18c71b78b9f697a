import { accountNames } from "#db/queries/confirmers.server";
import { type Clash, findClashes } from "~/domain/clash";
import { type Day, dayInTokyo } from "~/domain/day";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import { readClashRecords } from "./clash-records.server";
import { keptUntilWritten } from "./kept-until-written.server";
import type { Ports } from "./ports.server";
import { newestOfEach } from "./relation-drafts.server";

export type FoundClashes = {
  day: Day;
  clashes: Clash[];
  /** Names of the systems in use. */
  systems: Record<string, string>;
  /** Mappings that join what people compare here (a checklist or a role sheet), published by now. */
  mappings: number;
};

/**
 * 食い違いを探す: every pair of the hospital's records that says different things on one matter, as the records
 * stand today. One query while nothing was written since the last look, else a dozen, whatever the size.
 */
export function listClashes(ports: Ports, scope: Scope): Promise<FoundClashes> {
  return kept(ports, scope);
}

const kept = keptUntilWritten(findNow);

async function findNow(ports: Ports, scope: Scope): Promise<FoundClashes> {
  const day = dayInTokyo(ports.now());
  const catalogues = await cataloguesOf(ports, scope);
  const mappings = newestOfEach(catalogues.mappings.values());
  const { records, systems } = await readClashRecords(ports, scope, catalogues, day);
  const clashes = findClashes(records, mappings);
  const isTable = (ref: string) => catalogues.checklists.has(ref) || catalogues.roleSheetForms.has(ref);
  return {
    day,
    clashes: await withConfirmers(ports, scope, clashes),
    systems: Object.fromEntries(systems.map((each) => [each.id, each.name])),
    mappings: mappings.filter((each) => isTable(each.from) || isTable(each.to)).length,
  };
}

/** Names of whoever confirmed the lines, in place of their accounts. */
async function withConfirmers(ports: Ports, scope: Scope, clashes: readonly Clash[]): Promise<Clash[]> {
  const lines = clashes.flatMap((each) => each.ways.flat());
  const names = await accountNames(
    ports.db,
    scope,
    lines.flatMap(({ line }) => line.confirmedBy ?? []),
  );
  return clashes.map((clash) => ({
    ...clash,
    ways: clash.ways.map((way) =>
      way.map((via) => {
        const name = via.line.confirmedBy === undefined ? undefined : names.get(via.line.confirmedBy);
        return name === undefined ? via : { ...via, line: { ...via.line, confirmedBy: name } };
      }),
    ),
  }));
}
