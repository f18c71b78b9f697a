import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { rowsThen, sheetsThen } from "#db/queries/in-charge.server";
import { roleSheet, roleSheetRevision, roleSheetRevisionRow } from "#db/schema";
import { addDays } from "~/domain/day";
import { asOf, type Revision } from "~/domain/timeline";
import { type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, openSheet, SHEET_FORM, type TestContract } from "../support/records";

let world: TestHospital & TestContract;
beforeAll(async () => {
  const hospital = await testHospital();
  world = { ...hospital, ...(await contractWithSystem(hospital.ports, hospital.editor)) };
});

const START = "2025-12-20";
const day = (at: number) => addDays(START, at);

/** Revisions as random people would leave them: in any order of days, correcting any earlier one, on a clock set back. */
const history = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 30 }),
    corrects: fc.option(fc.nat({ max: 6 }), { nil: null }),
  }),
  { maxLength: 7 },
);

async function makeSheet(made: { from: number; corrects: number | null }[]): Promise<Revision[]> {
  const { ports, editor, contractId } = world;
  const { hospitalId } = editor;
  const sheetId = ports.newId();
  const sheet = { id: sheetId, hospitalId, contractId, title: sheetId, form: SHEET_FORM };
  await ports.db.insert(roleSheet).values({ ...sheet, createdAt: ports.now() });
  const revisions: Revision[] = made.map((each, at) => ({
    id: `${sheetId}-${at}`,
    effectiveFrom: day(each.from),
    recordedSeq: 1000 + at * 10,
    supersedes: each.corrects !== null && each.corrects < at ? `${sheetId}-${each.corrects}` : null,
  }));
  for (const [at, each] of revisions.entries()) {
    await ports.db.insert(roleSheetRevision).values({
      ...each,
      hospitalId,
      roleSheetId: sheetId,
      contractId,
      revisionNo: at + 1,
      title: "",
      form: SHEET_FORM,
      note: "",
      agreedAt: "2020-01-01T00:00:00.000Z",
    });
  }
  return revisions;
}

it("finds for every sheet the revision that the domain's rule finds", async () => {
  const { ports, editor } = world;
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: -2, max: 32 }),
      fc.integer({ min: 990, max: 1070 }),
      async (sheets, at, knownSeq) => {
        const made = [];
        for (const each of sheets) made.push(await makeSheet(each));
        const found = await sheetsThen(ports.db, editor, { day: day(at), knownSeq });
        for (const revisions of made) {
          const sheetId = revisions[0]?.id.slice(0, -2);
          if (sheetId === undefined) continue;
          const held = found.find((each) => each.roleSheetId === sheetId);
          expect(held?.revisionId ?? null).toBe(asOf(revisions, day(at), knownSeq)?.id ?? null);
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("takes the rows of the given revisions only, filtered in the database, and counts them all", async () => {
  const { ports, editor, stranger, contractId } = world;
  const sheetId = await openSheet(ports, editor, contractId);
  const revisionId = ports.newId();
  const { hospitalId } = editor;
  await ports.db.insert(roleSheetRevision).values({
    id: revisionId,
    hospitalId,
    roleSheetId: sheetId,
    contractId,
    revisionNo: 1,
    title: "表",
    form: SHEET_FORM,
    effectiveFrom: "2026-01-01",
    recordedSeq: 5000,
    supersedes: null,
    note: "",
    agreedAt: "2026-01-01T00:00:00.000Z",
  });
  for (let ordinal = 0; ordinal < 7; ordinal += 1) {
    await ports.db.insert(roleSheetRevisionRow).values({
      id: ports.newId(),
      hospitalId,
      revisionId,
      ordinal,
      rowKey: `k${ordinal}`,
      itemKey: null,
      part: 1,
      group: "",
      no: `${ordinal}`,
      label: ordinal === 3 ? "100%_確認" : `行${ordinal}`,
      content: "",
      firstCheck: "",
      party: ordinal < 2 ? "undecided" : "vendor",
      thirdPartyName: "",
      what: "",
      cost: "",
      deadline: "",
      clause: "",
      remark: "",
    });
  }
  const all = { search: "", rowKey: "", party: null, page: 1, pageSize: 5 };
  const of = async (
    scope: typeof editor,
    query: { search?: string; rowKey?: string; page?: number; party?: "vendor" },
  ) => {
    const found = await rowsThen(ports.db, scope, [revisionId], { ...all, ...query });
    return [found.rows.map((each) => each.rowKey).join(), found.total];
  };
  expect(await of(editor, {})).toEqual(["k0,k1,k2,k3,k4", 7]);
  expect(await of(editor, { page: 2 })).toEqual(["k5,k6", 7]);
  expect(await of(editor, { search: "0%_" })).toEqual(["k3", 1]);
  expect(await of(editor, { party: "vendor" })).toEqual(["k2,k3,k4,k5,k6", 5]);
  expect(await of(editor, { rowKey: "k6" })).toEqual(["k6", 1]);
  expect(await of(stranger, {})).toEqual(["", 0]);
});
