import { expect, it } from "vitest";
import { findImportBatch } from "#db/queries/imports.server";
import { openReviews, reviewsOfSheet } from "#db/queries/role-reviews.server";
import { listRoleSheets } from "#db/queries/role-sheets.server";
import { showHome } from "~/use-cases/home.server";
import { runImport } from "~/use-cases/import-runner.server";
import { takeBackImport } from "~/use-cases/import-take-back.server";
import { beginImport } from "~/use-cases/import-write.server";
import { archiveRecord, coverSystems } from "~/use-cases/registers.server";
import { settleRoleReview } from "~/use-cases/role-reviews.server";
import { agreeRoleSheet } from "~/use-cases/role-sheets.server";
import { answerAll, draftImport, listBook, versionOf } from "../support/clerk-list";
import { codesOf, expectDone, expectProblems, type TestPorts, testHospital } from "../support/ports";
import { contractWithSystem, openSheet, rawContract, rawSystem, register } from "../support/records";

/** A hospital with one system, its contract and an agreed sheet; the clock stands at 2026-11-24. */
async function agreedSheet(effectiveFrom = "2026-05-01") {
  const { ports, editor } = await testHospital();
  const made = await contractWithSystem(ports, editor);
  const roleSheetId = await openSheet(ports, editor, made.contractId);
  const agree = (from: string, corrects: string | null = null) =>
    agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom: from, note: "訂正", corrects });
  const first = expectDone(await agree(effectiveFrom));
  const newSystem = (name: string) =>
    register(ports, editor, "system", { ...rawSystem(made.productVersionId), name });
  const reviews = () => reviewsOfSheet(ports.db, editor, roleSheetId);
  const settle = (note: string, version = 1) =>
    reviews().then(([last]) =>
      settleRoleReview(ports, editor, { roleSheetId, reviewId: last?.id ?? "", version, note }),
    );
  return { ports, editor, ...made, roleSheetId, agree, first, newSystem, reviews, settle };
}

it("a new system asks for the agreed sheets in force; the next one joins the question that is open", async () => {
  const { ports, editor, newSystem, reviews, roleSheetId } = await agreedSheet();
  expect(await reviews()).toEqual([]);
  const first = await newSystem("新しい検査システム");
  const second = await newSystem("新しい予約システム");
  const [review, ...more] = await reviews();
  expect(more).toEqual([]);
  expect(review).toMatchObject({ reason: "new-system", outcome: null, doneAt: null });
  expect(review?.systems.map((each) => each.id)).toEqual([first, second]);
  expect((await openReviews(ports.db, editor)).map((each) => each.id)).toEqual([roleSheetId]);
  const home = await showHome(ports, editor);
  expect(home.tasks).toContainEqual({
    ...{ kind: "role-review", day: "2026-12-24", count: 1, recordId: roleSheetId },
    ...{ name: expect.any(String), about: "試験ベンダ株式会社" },
  });
  const listed = async (isReviewOpen: boolean) =>
    (await listRoleSheets(ports.db, editor, { contractId: null, isReviewOpen, page: 1, pageSize: 50 })).rows;
  expect((await listed(true)).map((each) => [each.id, each.isReviewOpen])).toEqual([[roleSheetId, true]]);
});

it("変更なし needs words, is kept with who and when, and the system after it asks anew", async () => {
  const { ports, editor, newSystem, reviews, settle } = await agreedSheet();
  await newSystem("新しい検査システム");
  expect(expectProblems(await settle("  ")).map((each) => [each.code, each.at])).toEqual([
    ["field-required", "reviewNote"],
  ]);
  expect(expectProblems(await settle("あ".repeat(1001))).map((each) => each.code)).toEqual([
    "field-too-long",
  ]);
  expect(codesOf(await settle("確かめた", 7))).toEqual(["changed-meanwhile"]);
  ports.clock.set("2026-11-30T15:30:00.000Z");
  expectDone(await settle("打合せで全行を確かめた"));
  expect(codesOf(await settle("もう一度"))).toEqual(["review-settled"]);
  expect((await reviews())[0]).toMatchObject({
    ...{ outcome: "no-change", revisionNo: null, note: "打合せで全行を確かめた" },
    ...{ doneAt: "2026-11-30T15:30:00.000Z", doneBy: expect.stringMatching(/./) },
  });
  expect(await openReviews(ports.db, editor)).toEqual([]);
  const later = await newSystem("新しい予約システム");
  const [asked, past] = await reviews();
  expect(asked?.systems.map((each) => each.id)).toEqual([later]);
  expect(past?.systems).toHaveLength(1);
});

it("the next agreement ends the question; a correction of the record does not", async () => {
  const { newSystem, reviews, agree, first } = await agreedSheet();
  await newSystem("新しい検査システム");
  const corrected = expectDone(await agree("2026-05-02", first.revisionId));
  expect((await reviews())[0]?.doneAt).toBeNull();
  const next = expectDone(await agree("2026-12-01"));
  expect((await reviews())[0]).toMatchObject({
    ...{ outcome: "new-revision", revisionId: next.revisionId, revisionNo: next.revisionNo },
  });
  expect(corrected.revisionNo).toBeLessThan(next.revisionNo);
});

it.each([
  ["nothing was agreed", { effectiveFrom: null }],
  ["the agreement begins later", { effectiveFrom: "2026-12-01" }],
  ["the contract has ended", { effectiveFrom: "2026-05-01", now: "2027-04-01T00:00:00.000Z" }],
  ["the only system here was put away", { effectiveFrom: "2026-05-01", isPutAway: true }],
])("nobody is asked where %s", async (_what, given) => {
  const { ports, editor } = await testHospital();
  const made = await contractWithSystem(ports, editor);
  const roleSheetId = await openSheet(ports, editor, made.contractId);
  const { effectiveFrom } = given;
  if (effectiveFrom !== null)
    expectDone(await agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom, note: "", corrects: null }));
  if ("now" in given) ports.clock.set(given.now);
  const putAway = { noun: "system", id: made.systemId, version: 1, isArchived: true } as const;
  if ("isPutAway" in given) expectDone(await archiveRecord(ports, editor, putAway));
  await register(ports, editor, "system", { ...rawSystem(made.productVersionId), name: "新しい検査" });
  expect(await openReviews(ports.db, editor)).toEqual([]);
});

it("on the last day of the contract in Tokyo the vendor is asked, the day after no more", async () => {
  for (const [now, count] of [
    ["2027-03-31T14:59:59.000Z", 1],
    ["2027-03-31T15:00:00.000Z", 0],
  ] as const) {
    const { ports, editor, newSystem } = await agreedSheet();
    ports.clock.set(now);
    await newSystem("新しい検査システム");
    expect(await openReviews(ports.db, editor)).toHaveLength(count);
  }
});

it("the sheet of a vendor that only a contract ties to the hospital's systems is asked too; another's is not", async () => {
  const { ports, editor, systemId, newSystem } = await agreedSheet();
  const vendorId = await register(ports, editor, "vendor", { name: "回線の会社" });
  const sheetOf = async (number: string) => {
    const contractId = await register(ports, editor, "contract", rawContract(vendorId, number));
    const roleSheetId = await openSheet(ports, editor, contractId);
    const agreed = { roleSheetId, effectiveFrom: "2026-05-01", note: "", corrects: null };
    expectDone(await agreeRoleSheet(ports, editor, agreed));
    return { roleSheetId, contractId };
  };
  const touching = await sheetOf("K-2");
  expectDone(await coverSystems(ports, editor, { contractId: touching.contractId, systemIds: [systemId] }));
  const apart = await sheetOf("K-3");
  await newSystem("新しい検査システム");
  const open = (await openReviews(ports.db, editor)).map((each) => each.id);
  expect(open).toHaveLength(2);
  expect(open).toContain(touching.roleSheetId);
  expect(open).not.toContain(apart.roleSheetId);
});

async function runClerkList(ports: TestPorts, editor: Parameters<typeof versionOf>[1]) {
  const batchId = await draftImport(ports, editor, listBook());
  await answerAll(ports, editor, batchId, () => "new");
  const version = await versionOf(ports, editor, batchId);
  expectDone(await beginImport(ports, editor, { batchId, version }));
  await runImport(ports, editor, batchId);
  expect((await findImportBatch(ports.db, editor, batchId))?.state).toBe("done");
  return batchId;
}

it("systems of an import ask too, and an import taken back takes its questions along", async () => {
  const { ports, editor, newSystem, reviews } = await agreedSheet();
  const batchId = await runClerkList(ports, editor);
  const [review] = await reviews();
  expect(review?.systems.length).toBeGreaterThan(0);
  const byHand = await newSystem("手で登録したシステム");
  const back = expectDone(await takeBackImport(ports, editor, { batchId }));
  expect(back.stays.filter((each) => each.noun === "system")).toEqual([]);
  expect((await reviews()).map((each) => each.systems.map((one) => one.id))).toEqual([[byHand]]);
});

it("an import taken back leaves no question nobody asks; one that was settled keeps its systems", async () => {
  const { ports, editor, reviews, settle } = await agreedSheet();
  const first = await runClerkList(ports, editor);
  expectDone(await takeBackImport(ports, editor, { batchId: first }));
  expect(await reviews()).toEqual([]);
  const second = await runClerkList(ports, editor);
  expectDone(await settle("確かめた"));
  const back = expectDone(await takeBackImport(ports, editor, { batchId: second }));
  expect(new Set(back.stays.filter((each) => each.noun === "system").map((each) => each.usedBy))).toEqual(
    new Set(["role_sheet_review_system"]),
  );
  expect(await reviews()).toHaveLength(1);
});

it("costs the same number of statements whatever the number of sheets", async () => {
  const count = async (sheets: number) => {
    const { ports, editor, contractId, productVersionId } = await agreedSheet();
    for (let at = 0; at < sheets; at += 1) {
      const roleSheetId = await openSheet(ports, editor, contractId);
      const agreed = { roleSheetId, effectiveFrom: "2026-05-01", note: "", corrects: null };
      expectDone(await agreeRoleSheet(ports, editor, agreed));
    }
    const before = ports.queries.count;
    await register(ports, editor, "system", { ...rawSystem(productVersionId), name: "新しい検査" });
    return ports.queries.count - before;
  };
  expect(await count(6)).toBe(await count(1));
});
