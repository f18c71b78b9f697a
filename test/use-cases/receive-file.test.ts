import { expect, it } from "vitest";
import { pageOfHandPlace } from "~/domain/entry-by-hand";
import { changesBeforeSave } from "~/use-cases/changes-before-save.server";
import { showDisclosure } from "~/use-cases/disclosures.server";
import { fileDocument } from "~/use-cases/file-document.server";
import { readAndKeep } from "~/use-cases/point-columns.server";
import { correctAnswer, saveIntake } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { enterByHand, openPage, rereadIntake } from "~/use-cases/reread-intake.server";
import { reviewIntake } from "~/use-cases/review-intake.server";
import { lockedZip } from "../support/locked-zip";
import { makeWorkbook } from "../support/make-workbook";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem, productBook, receiveDisclosure } from "../support/records";
import { scannedPage } from "../support/scans";

async function hospital() {
  const world = await testHospital();
  return { ...world, ...(await contractWithSystem(world.ports, world.editor)) };
}

const own = () =>
  makeWorkbook([
    {
      name: "回答",
      rows: [
        ["項番", "内容", "可", "否"],
        ["1", "暗号化していますか", "○", ""],
        ["2", "記録を残しますか", "", "○"],
      ],
    },
  ]);
const recipe = {
  sheet: "回答",
  form: "MDS",
  formVersion: "5.0",
  headerRow: 1,
  lastRow: null,
  noColumn: 1,
  questionColumn: 2,
  remarkColumn: null,
  answer: { kind: "options", yes: 3, no: 4, notApplicable: null },
} as const;

it("keeps a locked ZIP, refuses a wrong password, stores none, and makes one receipt a file", async () => {
  const { ports, editor } = await hospital();
  const book = await productBook(ports);
  const bytes = await lockedZip({ "甲.xlsx": book, "乙.xlsx": book }, "ひみつ-2026");
  const first = expectDone(await receiveFile(ports, editor, { fileName: "一式.zip", bytes })).received[0];
  const intakeId = first?.intakeId ?? "";
  const open = (password: string) =>
    rereadIntake(ports, editor, { intakeId, readingNo: 1, options: { password } });
  expect(codesOf(await open("ちがう"))).toEqual(["file-password-wrong"]);
  const { received } = expectDone(await open("ひみつ-2026"));
  expect(received.map((each) => each.name)).toEqual(["甲.xlsx", "乙.xlsx"]);
  expect(received.map((each) => each.reading.needsPassword)).toEqual([true, true]);
  const tables = await ports.db.$client.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
  for (const { name } of tables.rows) {
    if (name === "blob_chunk") continue;
    const rows = await ports.db.$client.execute(`SELECT * FROM "${name}"`);
    expect(JSON.stringify(rows.rows.map((each) => ({ ...each }))), String(name)).not.toContain("ひみつ");
  }
});

it("says that the same bytes came before, and what became of them", async () => {
  const { ports, editor } = await hospital();
  const file = { fileName: "a.xlsx", bytes: await productBook(ports) };
  const first = expectDone(await receiveFile(ports, editor, file));
  expect(first.earlier).toEqual([]);
  const second = expectDone(await receiveFile(ports, editor, { ...file, fileName: "b.xlsx" }));
  expect(second.earlier.map((each) => [each.id, each.state])).toEqual([
    [first.received[0]?.intakeId, "review"],
  ]);
});

it("reads by the columns pointed at, and the same layout by itself the next time", async () => {
  const { ports, editor } = await hospital();
  const receive = async () => {
    const got = expectDone(await receiveFile(ports, editor, { fileName: "弊社.xlsx", bytes: own() }));
    return got.received[0];
  };
  const first = await receive();
  expect(first?.reading.forms).toEqual([]);
  const point = { intakeId: first?.intakeId ?? "", readingNo: 1, recipe, password: "", vendorId: null };
  expectDone(await readAndKeep(ports, editor, { ...point, name: "弊社の様式" }));
  const review = expectDone(await reviewIntake(ports, editor, { intakeId: point.intakeId }));
  expect(review.forms[0]?.answers.map((each) => each.answer)).toEqual(["yes", "no"]);
  const again = await receive();
  expect(again?.reading.forms[0]?.answers.map((each) => each.answer)).toEqual(["yes", "no"]);
  expect(again?.reading.problems.map((each) => each.code)).toContain("recipe-used");
  expect(codesOf(await readAndKeep(ports, editor, { ...point, name: "" }))).toEqual(["changed-meanwhile"]);
});

it("keeps the corrections of a former reading in sight, and counts none of them", async () => {
  const { ports, editor } = await hospital();
  const received = expectDone(await receiveFile(ports, editor, { fileName: "弊社.xlsx", bytes: own() }));
  const intakeId = received.received[0]?.intakeId ?? "";
  const point = { intakeId, recipe, password: "", name: "", vendorId: null };
  expectDone(await readAndKeep(ports, editor, { ...point, readingNo: 1 }));
  const set = { intakeId, formIndex: 0, ordinal: 1, answer: "yes", remark: "", reason: "電話で確認" };
  expectDone(await correctAnswer(ports, editor, set));
  expectDone(await readAndKeep(ports, editor, { ...point, readingNo: 2 }));
  const review = expectDone(await reviewIntake(ports, editor, { intakeId }));
  expect(review.forms[0]?.answers.map((each) => each.answer)).toEqual(["yes", "no"]);
  expect(review.former).toMatchObject([
    { no: "2", question: "記録を残しますか", cell: "回答!D3", answer: "yes", reason: "電話で確認" },
  ]);
});

it("enters a scan by hand; the disclosure says from which page, and no answer claims to be read", async () => {
  const { ports, editor, productVersionId } = await hospital();
  const file = { fileName: "スキャン.png", bytes: scannedPage() };
  const { received } = expectDone(await receiveFile(ports, editor, file));
  const intakeId = received[0]?.intakeId ?? "";
  expect(received[0]?.reading).toMatchObject({ forms: [], pages: 1 });
  const picture = expectDone(await openPage(ports, editor, { intakeId, page: 1 }));
  expect([...picture.slice(1, 4)]).toEqual([...Buffer.from("PNG")]);
  expect(codesOf(await openPage(ports, editor, { intakeId, page: 2 }))).toEqual(["not-found"]);
  const entered = { intakeId, readingNo: 1, catalogue: "in-house-product@1.0" };
  expectDone(await enterByHand(ports, editor, entered));
  const set = { intakeId, formIndex: 0, ordinal: 2, answer: "no", remark: "手書き", reason: "", page: 3 };
  expectDone(await correctAnswer(ports, editor, set));
  const form = { formIndex: 0, formVersion: "1.0", issuedOn: "2026-04-15", place: { productVersionId } };
  const saved = expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] }));
  const disclosureId = saved.disclosureIds[0] ?? "";
  const { answers } = expectDone(await showDisclosure(ports, editor, { disclosureId }));
  expect(answers.filter((each) => each.answer !== "blank")).toMatchObject([
    { ordinal: 2, answer: "no", remark: "手書き", readAnswer: "blank", cell: "手入力!p.3" },
  ]);
  expect(answers.map((each) => pageOfHandPlace(each.cell)).filter((each) => each !== null)).toEqual([3]);
});

it("another hospital of the house sees no picture of a scan", async () => {
  const { ports, editor, stranger } = await hospital();
  const file = { fileName: "スキャン.png", bytes: scannedPage() };
  const intakeId = expectDone(await receiveFile(ports, editor, file)).received[0]?.intakeId ?? "";
  expect(codesOf(await openPage(ports, stranger, { intakeId, page: 1 }))).toEqual(["not-found"]);
});

it("shows before saving what would change since the disclosure before, and nothing of another hospital's", async () => {
  const { ports, editor, stranger, productVersionId } = await hospital();
  await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2025-04-15" });
  const bytes = await productBook(ports, { answers: { "14-3": { answer: "no", remark: "未対応" } } });
  const { received } = expectDone(await receiveFile(ports, editor, { fileName: "新.xlsx", bytes }));
  const intakeId = received[0]?.intakeId ?? "";
  const forms = [{ formIndex: 0, formVersion: "1.0", issuedOn: "2026-04-15", place: { productVersionId } }];
  const [changes] = await changesBeforeSave(ports, editor, { intakeId, forms });
  expect(changes?.older?.issuedOn).toBe("2025-04-15");
  expect(changes?.differences.map((each) => [each.no, each.before?.answer, each.after?.answer])).toEqual([
    ["14-3", "yes", "no"],
  ]);
  expect(await changesBeforeSave(ports, stranger, { intakeId, forms })).toEqual([]);
});

it("files a look-alike with its product, once", async () => {
  const { ports, editor, productId } = await hospital();
  const bytes = makeWorkbook([
    { name: "MDS2", rows: [["Manufacturer Disclosure Statement (HN 1-2019)"], ["A", "B"], ["1", "2"]] },
  ]);
  const { received } = expectDone(await receiveFile(ports, editor, { fileName: "MDS2.xlsx", bytes }));
  const intakeId = received[0]?.intakeId ?? "";
  expect(received[0]?.reading.lookAlike).toBe("mds2");
  const file = { intakeId, productId, kind: "mds2", note: "英文" };
  expectDone(await fileDocument(ports, editor, file));
  expect(codesOf(await fileDocument(ports, editor, file))).toEqual(["intake-closed"]);
});
