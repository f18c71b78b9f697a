import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { listRecords } from "#db/queries/registers.server";
import { serversInUse, serversThen } from "#db/queries/servers.server";
import { updateBearerEntry } from "#db/schema";
import { addDays } from "~/domain/day";
import { updateBearers } from "~/domain/register";
import { updatesOn } from "~/domain/update-bearer";
import { type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, register, type TestContract } from "../support/records";

let world: TestHospital & TestContract;
beforeAll(async () => {
  const hospital = await testHospital();
  world = { ...hospital, ...(await contractWithSystem(hospital.ports, hospital.editor)) };
});

const START = "2025-12-20";
const day = (at: number) => addDays(START, at);
const NOW = Number.MAX_SAFE_INTEGER;

/** Entries as clerks would leave them: in any order of days, correcting any earlier one, on a clock set back. */
const history = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 30 }),
    corrects: fc.option(fc.nat({ max: 6 }), { nil: null }),
    bearer: fc.constantFrom(...updateBearers),
  }),
  { minLength: 1, maxLength: 7 },
);
type Line = { from: number; corrects: number | null; bearer: (typeof updateBearers)[number] };

/** A wall calendar: every day a box, later lines cover earlier ones, struck lines are not written. Nothing clever. */
function onTheWall(lines: readonly Line[], at: number, known: number): number | null {
  let box: number | null = null;
  for (let date = 0; date <= at; date += 1)
    for (const [no, each] of lines.entries()) {
      if (no >= known || each.from !== date) continue;
      if (lines.some((other, later) => later < known && later > no && other.corrects === no)) continue;
      box = no;
    }
  return box;
}

async function makeServer(lines: readonly Line[]) {
  const { ports, editor, systemId } = world;
  const name = ports.newId();
  const raw = { systemId, name, kind: "pc", securityUpdateBearer: "unclear", effectiveFrom: "2099-01-01" };
  const serverId = await register(ports, editor, "server", raw);
  const entries = lines.map((each, at) => ({
    ...{ id: `${serverId}-${at}`, serverId, bearer: each.bearer, clauseKey: null, typedClause: `${at}` },
    ...{ origin: "change" as const, reason: "", effectiveFrom: day(each.from), recordedSeq: 1000 + at * 10 },
    supersedes: each.corrects !== null && each.corrects < at ? `${serverId}-${each.corrects}` : null,
  }));
  const kept = { hospitalId: editor.hospitalId, recordedAt: "2020-01-01T00:00:00.000Z" };
  for (const each of entries) await ports.db.insert(updateBearerEntry).values({ ...each, ...kept });
  return { serverId, name, entries };
}

it("page, list and rule find the entry that a calendar on the wall shows", async () => {
  const { ports, editor } = world;
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.integer({ min: -2, max: 32 }),
      fc.nat({ max: 8 }),
      async (lines, at, known) => {
        const corrected = lines.map((each, no) => ({
          ...each,
          corrects: each.corrects !== null && each.corrects < no ? each.corrects : null,
        }));
        const { serverId, name, entries } = await makeServer(corrected);
        const knownSeq = 1000 + known * 10 - 1;
        const then = { day: day(at), knownOn: day(at), knownSeq, isPast: true };
        const box = onTheWall(corrected, at, known);
        const expected = box === null ? null : `${serverId}-${box}`;
        expect(updatesOn(entries, day(at), knownSeq)?.id ?? null).toBe(expected);
        const past = (await serversThen(ports.db, editor, then)).find((each) => each.id === serverId);
        expect(past?.entryId ?? null).toBe(expected);
        // As known now: what lists and filters of today say, whatever day today is.
        const last = onTheWall(corrected, at, lines.length);
        const bearer = last === null ? "unclear" : corrected[last]?.bearer;
        const now = await serversInUse(ports.db, editor, day(at));
        expect(now.find((each) => each.id === serverId)?.bearer).toBe(bearer);
        const query = { search: name, sort: "name", isDescending: false, archived: false, parentId: null };
        const filters = { securityUpdateBearer: String(bearer) };
        const page = { ...query, filters, page: 1, pageSize: 9, today: day(at) };
        const { rows } = await listRecords(ports.db, editor, "server", page);
        expect(rows.map((each) => each.cells.securityUpdateBearer)).toEqual([bearer]);
        expect(updatesOn(entries, day(at), NOW)?.bearer ?? "unclear").toBe(bearer);
      },
    ),
    { numRuns: 40 },
  );
});
