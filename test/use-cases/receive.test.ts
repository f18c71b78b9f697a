import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { answersOf, findDisclosure } from "#db/queries/disclosures.server";
import { openOriginal, showDisclosure, withdrawDisclosure } from "~/use-cases/disclosures.server";
import { correctAnswer, discardIntake, receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { codesOf, expectDone, expectProblems, testHospital } from "../support/ports";
import { contractWithSystem, productBook, receiveDisclosure } from "../support/records";

const no = { answer: "no", remark: "2027年度に対応予定" } as const;

it("keeps what was read and what a person set, who, when and why", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const bytes = await productBook(ports, { answers: { "14-3": no } });
  const { intakeId, reading } = expectDone(
    await receiveWorkbook(ports, editor, { fileName: "a.xlsx", bytes }),
  );
  const ordinal = reading.forms[0]?.answers.findIndex((each) => each.no === "14-3") ?? -1;
  const correction = { intakeId, formIndex: 0, ordinal, remark: "電話で確認", reason: "担当者が訂正" };
  expectDone(await correctAnswer(ports, editor, { ...correction, answer: "no" }));
  ports.clock.addHours(-48); // a clock set back must not bring the older correction back
  expectDone(await correctAnswer(ports, editor, { ...correction, answer: "yes" }));
  const form = { formIndex: 0, formVersion: "1.0", issuedOn: "2026-04-15", place: { productVersionId } };
  const saved = expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] }));
  const row = (await answersOf(ports.db, editor, saved.disclosureIds[0] ?? ""))[ordinal];
  expect(row).toMatchObject({
    no: "14-3",
    readAnswer: "no",
    readRemark: "2027年度に対応予定",
    answer: "yes",
    remark: "電話で確認",
    setBy: "試験 lead",
    setReason: "担当者が訂正",
  });
  expect(row?.setAt).not.toBeNull();
});

it("returns the original byte for byte", async () => {
  const { ports, editor, viewer } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const bytes = await productBook(ports);
  const { intakeId } = expectDone(await receiveWorkbook(ports, editor, { fileName: "回答.xlsx", bytes }));
  const form = { formIndex: 0, formVersion: "1.0", issuedOn: "2026-04-15", place: { productVersionId } };
  const { disclosureIds } = expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] }));
  const shown = expectDone(await showDisclosure(ports, viewer, { disclosureId: disclosureIds[0] ?? "" }));
  const original = expectDone(await openOriginal(ports, viewer, { fileId: shown.file?.id ?? "" }));
  expect(Buffer.from(original.bytes).equals(Buffer.from(bytes))).toBe(true);
  expect(original).toMatchObject({
    fileName: "回答.xlsx",
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
});

it("takes the newest 作成日 as current, whatever the order of upload", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const newest = await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2026-05-01" });
  const older = await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2025-05-01" });
  expect(await findDisclosure(ports.db, editor, newest)).toMatchObject({ isCurrent: 1 });
  expect(await findDisclosure(ports.db, editor, older)).toMatchObject({ isCurrent: 0 });
  expectDone(await withdrawDisclosure(ports, editor, { disclosureId: newest, reason: "別製品の回答だった" }));
  expect(await findDisclosure(ports.db, editor, older)).toMatchObject({ isCurrent: 1 });
  expect(await findDisclosure(ports.db, editor, newest)).toMatchObject({
    isCurrent: 0,
    withdrawnReason: "別製品の回答だった",
  });
});

it("takes the later receipt of two with one 作成日", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const first = await receiveDisclosure(ports, editor, productVersionId);
  const second = await receiveDisclosure(ports, editor, productVersionId, { answers: { "14-3": no } });
  expect(await findDisclosure(ports.db, editor, first)).toMatchObject({ isCurrent: 0 });
  expect(await findDisclosure(ports.db, editor, second)).toMatchObject({ isCurrent: 1, noCount: 1 });
});

it("shows what changed since the disclosure before", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2025-04-15" });
  const id = await receiveDisclosure(ports, editor, productVersionId, { answers: { "14-3": no } });
  const shown = expectDone(await showDisclosure(ports, editor, { disclosureId: id }));
  expect(shown.differences).toEqual([
    expect.objectContaining({ no: "14-3", before: { answer: "yes", remark: "" }, after: no }),
  ]);
});

it("withdraws once, and never without a reason", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const disclosureId = await receiveDisclosure(ports, editor, productVersionId);
  const withdraw = (reason: string) => withdrawDisclosure(ports, editor, { disclosureId, reason });
  expect(codesOf(await withdraw("  "))).toEqual(["field-required"]);
  expectDone(await withdraw("誤り"));
  expect(codesOf(await withdraw("もう一度"))).toEqual(["disclosure-withdrawn"]);
});

it("stores nothing of a file that is no disclosure", async () => {
  const { ports, editor } = await testHospital();
  const bytes = new Uint8Array([1, 2, 3, 250, 251, 0, 0, 7]);
  expect(codesOf(await receiveWorkbook(ports, editor, { fileName: "a.bin", bytes }))).toEqual([
    "file-not-a-workbook",
  ]);
  const empty = { fileName: "a.xlsx", bytes: new Uint8Array() };
  expect(codesOf(await receiveWorkbook(ports, editor, empty))).toEqual(["file-empty"]);
  const large = { fileName: "a.xlsx", bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
  expect(codesOf(await receiveWorkbook(ports, editor, large))).toEqual(["file-too-large"]);
  for (const table of ["intake", "original_file", "blob_chunk"]) {
    const { rows } = await ports.db.$client.execute(`SELECT count(*) AS n FROM ${table}`);
    expect(rows[0]?.n).toBe(0);
  }
});

it("closes an intake once: saved or discarded", async () => {
  const { ports, editor } = await testHospital();
  const bytes = await productBook(ports);
  const { intakeId } = expectDone(await receiveWorkbook(ports, editor, { fileName: "a.xlsx", bytes }));
  expectDone(await discardIntake(ports, editor, { intakeId }));
  expect(codesOf(await discardIntake(ports, editor, { intakeId }))).toEqual(["intake-closed"]);
  expect(codesOf(await saveIntake(ports, editor, { intakeId, forms: [] }))).toEqual(["intake-closed"]);
  const correction = { intakeId, formIndex: 0, ordinal: 0, answer: "yes", remark: "", reason: "" };
  expect(codesOf(await correctAnswer(ports, editor, correction))).toEqual(["intake-closed"]);
});

it("names every wrong field of a form before anything is saved", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const bytes = await productBook(ports);
  const { intakeId } = expectDone(await receiveWorkbook(ports, editor, { fileName: "a.xlsx", bytes }));
  const place = { productVersionId };
  const save = (formIndex: number, formVersion: string, issuedOn: string) =>
    saveIntake(ports, editor, { intakeId, forms: [{ formIndex, formVersion, issuedOn, place }] });
  expect(expectProblems(await save(0, " ", "")).map((each) => [each.code, each.at])).toEqual([
    ["disclosure-date-required", "forms.0.issuedOn"],
    ["form-version-unknown", "forms.0.formVersion"],
  ]);
  expect(codesOf(await save(0, "1.0", "2026-02-30"))).toEqual(["field-not-a-day"]);
  expect(codesOf(await save(7, "1.0", "2026-04-15"))).toEqual(["intake-nothing-to-save"]);
  expect(codesOf(await saveIntake(ports, editor, { intakeId, forms: [] }))).toEqual([
    "intake-nothing-to-save",
  ]);
});

it("takes today's 作成日 in Tokyo and refuses tomorrow's", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  ports.clock.set("2026-11-24T15:30:00.000Z"); // 00:30 on 11-25 in Tokyo
  const bytes = await productBook(ports);
  const { intakeId } = expectDone(await receiveWorkbook(ports, editor, { fileName: "a.xlsx", bytes }));
  const save = (issuedOn: string) =>
    saveIntake(ports, editor, {
      intakeId,
      forms: [{ formIndex: 0, formVersion: "1.0", issuedOn, place: { productVersionId } }],
    });
  expect(codesOf(await save("2026-11-26"))).toEqual(["field-not-a-day"]);
  ports.clock.set("2026-11-24T14:30:00.000Z"); // still 11-24 in Tokyo
  expect(codesOf(await save("2026-11-25"))).toEqual(["field-not-a-day"]);
  ports.clock.set("2026-11-24T15:30:00.000Z");
  expectDone(await save("2026-11-25"));
});

it("registers vendor, product and version under exactly the names given, and finds them again", async () => {
  const { ports, editor } = await testHospital();
  const names = { vendorName: "新しい株式会社", productName: "新製品", productVersionLabel: "２．０" };
  for (const issuedOn of ["2026-04-01", "2026-04-02"]) {
    const bytes = await productBook(ports, { issuedOn });
    const { intakeId } = expectDone(await receiveWorkbook(ports, editor, { fileName: "a.xlsx", bytes }));
    const form = { formIndex: 0, formVersion: "1.0", issuedOn, place: names };
    expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] }));
  }
  const { rows } = await ports.db.$client.execute(
    "SELECT (SELECT count(*) FROM vendor) AS vendors, (SELECT count(*) FROM product) AS products, (SELECT group_concat(label) FROM product_version) AS labels",
  );
  expect({ ...rows[0] }).toMatchObject({ vendors: 1, products: 1, labels: "2.0" });
});
