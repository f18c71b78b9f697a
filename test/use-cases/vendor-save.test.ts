import { beforeEach, describe, expect, it } from "vitest";
import type { VendorScope } from "~/domain/scope";
import { writeRow } from "~/use-cases/role-rows.server";
import { showDesk, showSection } from "~/use-cases/vendor-answers.server";
import {
  attachFile,
  detachFile,
  fillFromWorkbook,
  formWorkbook,
  openRequestFile,
} from "~/use-cases/vendor-files.server";
import { confirmTaken, saveAnswers, type TypedItem, takeOver } from "~/use-cases/vendor-save.server";
import { beforeSubmit, showReceipt, submitAnswers } from "~/use-cases/vendor-submit.server";
import { codesOf, expectDone } from "../support/ports";
import { openSheet, productBook, rawRow, receiveDisclosure, SHEET_FORM } from "../support/records";
import {
  type AskedHospital,
  ask,
  askedHospital,
  openDesk,
  submit,
  typed,
  verify,
} from "../support/vendor-desk";

let world: AskedHospital;
let scope: VendorScope;
beforeEach(async () => {
  world = await askedHospital();
  scope = await openDesk(world);
});

const itemsOf = async (section = 1) => expectDone(await showSection(world.ports, scope, { section })).items;
const itemAt = async (at: number) => {
  const item = (await itemsOf())[at];
  if (!item) throw new Error("no such item");
  return item;
};
const save = async (...items: TypedItem[]) => expectDone(await saveAnswers(world.ports, scope, items));
const progress = async () => expectDone(await showDesk(world.ports, scope)).progress;

describe("saving", () => {
  it("keeps answer, remark and the condition that belongs to the answer", async () => {
    const { key } = await itemAt(0);
    const first = await save(typed(key, 0, { remark: " 別売 \r\n二行目", condition: "paid-option" }));
    expect(first.saved).toMatchObject([
      { version: 1, answer: "yes", remark: "別売 \n二行目", condition: "paid-option" },
    ]);
    const then = await save(typed(key, 1, { answer: "no", condition: "paid-option" }));
    expect(then.saved).toMatchObject([{ version: 2, answer: "no", remark: "", condition: "none" }]);
    const planned = await save(typed(key, 2, { answer: "no", condition: "planned" }));
    expect(planned.saved[0]?.condition).toBe("planned");
    expect(await progress()).toMatchObject({ answered: 1 });
    const cleared = await save(typed(key, 3, { answer: "" }));
    expect(cleared.saved[0]?.answer).toBeNull();
  });

  it("of an unchanged page writes nothing", async () => {
    const { key } = await itemAt(0);
    await save(typed(key, 0));
    const count = async () =>
      (await world.ports.db.$client.execute("SELECT count(*) AS n FROM audit")).rows[0]?.n;
    const before = await count();
    expect((await save(typed(key, 1))).saved[0]?.version).toBe(1);
    expect(await count()).toBe(before);
  });

  it("refuses what is no answer, too long a remark, and items of other forms", async () => {
    const { key } = await itemAt(0);
    const refused = async (item: TypedItem) => codesOf(await saveAnswers(world.ports, scope, [item]));
    expect(await refused(typed(key, 0, { answer: "maybe" }))).toEqual(["field-not-an-option"]);
    expect(await refused(typed(key, 0, { remark: "あ".repeat(4001) }))).toEqual(["field-too-long"]);
    expect(await refused(typed("other:1", 0))).toEqual(["not-found"]);
  });

  it("joins what two tabs wrote into different parts of an item", async () => {
    const { key } = await itemAt(0);
    const base = { answer: "", remark: "", condition: "none" };
    await save(typed(key, 0, { base }));
    const late = await save(typed(key, 0, { answer: "", remark: "管理画面のみ", base }));
    expect(late.differing).toEqual([]);
    expect(late.saved).toMatchObject([{ version: 2, answer: "yes", remark: "管理画面のみ" }]);
  });

  it("asks a person where two tabs wrote different words, and keeps those that were first", async () => {
    const { key } = await itemAt(0);
    const base = { answer: "", remark: "", condition: "none" };
    await save(typed(key, 0, { remark: "一つ目", base }));
    const late = await save(typed(key, 0, { remark: "二つ目", base }));
    expect(late.saved).toEqual([]);
    expect(late.differing).toMatchObject([
      { version: 1, remark: "一つ目", mine: { remark: "二つ目" }, parts: ["remark"] },
    ]);
    expect((await itemAt(0)).draft.remark).toBe("一つ目");
    // the person chose their own: it is written over the version they were shown
    const chosen = await save(typed(key, 1, { remark: "二つ目" }));
    expect(chosen.saved[0]).toMatchObject({ version: 2, remark: "二つ目" });
  });

  it("an untouched field of an old page takes nothing back", async () => {
    const { key } = await itemAt(0);
    const base = { answer: "", remark: "", condition: "none" };
    await save(typed(key, 0, { remark: "書いた", base }));
    const old = await save(typed(key, 0, { answer: "", remark: "", base }));
    expect(old.saved[0]).toMatchObject({ answer: "yes", remark: "書いた" });
  });

  it("ten tabs at once lose nothing they were told is saved", async () => {
    const keys = (await itemsOf()).map((each) => each.key);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, tab) =>
        saveAnswers(world.ports, scope, [typed(keys[tab % keys.length] ?? "", 0, { remark: `t${tab}` })]),
      ),
    );
    const acknowledged = results.flatMap((each) => (each.ok ? each.value.saved : []));
    const kept = new Map((await itemsOf()).map((each) => [each.key, each.draft.remark]));
    for (const each of acknowledged) expect(kept.get(each.itemKey)).toBe(each.remark);
  });
});

describe("last answers", () => {
  beforeEach(async () => {
    const answers = { "14-3": { answer: "no", remark: "［対応予定］2026年度中" } } as const;
    await receiveDisclosure(world.ports, world.editor, world.productVersionId, { answers });
  });

  it("stand beside the items and are taken over one by one, marked until somebody confirms", async () => {
    const item = await itemAt(0);
    expect(item.previous).toMatchObject({ answer: "yes" });
    expectDone(await takeOver(world.ports, scope, { itemKey: item.key, version: 0 }));
    expect((await itemAt(0)).draft).toMatchObject({ answer: "yes", carry: "carried", version: 1 });
    expect(await progress()).toMatchObject({ answered: 0, unconfirmed: 1 });
    await verify(world, scope);
    const { seen, unconfirmed } = expectDone(await beforeSubmit(world.ports, scope));
    expect(unconfirmed.map((each) => each.key)).toEqual([item.key]);
    const early = await submitAnswers(world.ports, scope, { issuedOn: "2026-11-24", seen });
    expect(codesOf(early)).toEqual(["request-unconfirmed"]);
    expectDone(await confirmTaken(world.ports, scope, { itemKeys: [item.key] }));
    expect(await progress()).toMatchObject({ answered: 1, unconfirmed: 0 });
    expect(codesOf(await confirmTaken(world.ports, scope, { itemKeys: [item.key] }))).toEqual(["not-found"]);
  });

  it("all at once touch only what nobody typed into", async () => {
    const item = await itemAt(0);
    await save(typed(item.key, 0, { answer: "no", remark: "いまは違う" }));
    const { count } = expectDone(await takeOver(world.ports, scope, null));
    expect(count).toBe((await progress()).total - 1);
    expect((await itemAt(0)).draft).toMatchObject({ answer: "no", remark: "いまは違う", carry: "own" });
    expect(codesOf(await takeOver(world.ports, scope, null))).toEqual(["request-nothing-to-carry"]);
    const { total } = await progress();
    expect(await progress()).toEqual({ answered: 1, unconfirmed: total - 1, total });
  });

  it("are not taken over what a colleague wrote since the page was shown", async () => {
    const item = await itemAt(0);
    await save(typed(item.key, 0, { answer: "no" }));
    const stale = await takeOver(world.ports, scope, { itemKey: item.key, version: 0 });
    expect(codesOf(stale)).toEqual(["changed-meanwhile"]);
    expect((await itemAt(0)).draft.answer).toBe("no");
  });

  it("carry their condition, and not what the hospital wrote beside them", async () => {
    const desk = expectDone(await showDesk(world.ports, scope));
    const all = await Promise.all(desk.sections.map((_, at) => itemsOf(at + 1)));
    const item = all.flat().find((each) => each.no === "14-3");
    expect(item?.previous).toMatchObject({ answer: "no", condition: "planned", remark: "2026年度中" });
  });
});

describe("files", () => {
  const file = { fileName: "証明書.pdf", bytes: new TextEncoder().encode("%PDF-1.7 試験") };

  it("stand with one answer, come back byte for byte, and leave again", async () => {
    const { key: itemKey } = await itemAt(0);
    const { fileId } = expectDone(await attachFile(world.ports, scope, { itemKey, file }));
    expect((await itemAt(0)).files).toMatchObject([{ fileName: "証明書.pdf", size: file.bytes.length }]);
    const back = expectDone(await openRequestFile(world.ports, scope, { fileId }));
    expect(Buffer.from(back.bytes)).toEqual(Buffer.from(file.bytes));
    const stranger = await openDesk(world, await ask(world));
    expect(codesOf(await openRequestFile(world.ports, stranger, { fileId }))).toEqual(["not-found"]);
    expect(codesOf(await detachFile(world.ports, stranger, { fileId }))).toEqual(["not-found"]);
    expectDone(await detachFile(world.ports, scope, { fileId }));
    expect((await itemAt(0)).files).toEqual([]);
  });

  it("fill no disk: what was taken back counts, too", async () => {
    const { key: itemKey } = await itemAt(0);
    const { ports, editor } = world;
    const { fileId } = expectDone(await attachFile(ports, scope, { itemKey, file }));
    expectDone(await detachFile(ports, scope, { fileId }));
    await ports.db.$client.execute({
      sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
        INSERT INTO request_file (id, hospital_id, request_id, item_key, original_file_id, side, added_at, removed_at)
        SELECT 'f' || i, hospital_id, request_id, item_key, original_file_id, side, added_at, added_at
        FROM request_file, n WHERE hospital_id = ?`,
      args: [editor.hospitalId],
    });
    expect(codesOf(await attachFile(ports, scope, { itemKey, file }))).toEqual(["request-files-many"]);
  });

  it("have limits, and items that exist", async () => {
    const attach = (itemKey: string, bytes: Uint8Array) =>
      attachFile(world.ports, scope, { itemKey, file: { fileName: "a.bin", bytes } });
    const { key } = await itemAt(0);
    expect(codesOf(await attach(key, new Uint8Array()))).toEqual(["file-empty"]);
    expect(codesOf(await attach(key, new Uint8Array(10 * 1024 * 1024 + 1)))).toEqual(["file-too-large"]);
    expect(codesOf(await attach("other:1", new Uint8Array(1)))).toEqual(["not-found"]);
  });
});

describe("a workbook", () => {
  it("of ours comes back filled: only clear marks of known rows are taken, all the rest is listed", async () => {
    const { key } = await itemAt(0);
    await save(typed(key, 0, { answer: "no", remark: "画面で入力" }));
    const ours = expectDone(await formWorkbook(world.ports, scope));
    expect(ours.fileName).toMatch(/試験カルテ\.xlsx$/);
    const again = expectDone(await fillFromWorkbook(world.ports, scope, ours));
    expect(again).toMatchObject({ filled: 0, same: 1, replaced: [], unmatched: [], missing: [], unread: [] });
    expect(again.blank).toHaveLength((await progress()).total - 1);
    const bytes = await productBook(world.ports, { answers: { "14-3": { answer: "no", remark: "未対応" } } });
    const filled = expectDone(await fillFromWorkbook(world.ports, scope, { fileName: "回答.xlsx", bytes }));
    const { total, answered } = await progress();
    expect(answered).toBe(total);
    expect(filled).toMatchObject({
      filled: total - 1,
      replaced: [{ before: { answer: "no", remark: "画面で入力" }, after: { answer: "yes", remark: "" } }],
    });
    const { key: second } = await itemAt(1);
    await save(typed(second, 1, { remark: "画面で書いた備考" }));
    const silent = expectDone(await fillFromWorkbook(world.ports, scope, { fileName: "回答.xlsx", bytes }));
    expect(silent).toMatchObject({ replaced: [], same: total });
    expect((await itemAt(1)).draft.remark).toBe("画面で書いた備考");
  });

  it("of another form changes nothing", async () => {
    const bytes = new TextEncoder().encode("番号,名前\n1,何か\n");
    const result = await fillFromWorkbook(world.ports, scope, { fileName: "一覧.csv", bytes });
    expect(result.ok).toBe(false);
    expect((await progress()).answered).toBe(0);
  });
});

describe("a role sheet to confirm", () => {
  it("shows the contract's rows; a row written anew has to be confirmed anew", async () => {
    const { ports, editor, vendorId, contactId, contractId } = world;
    const roleSheetId = await openSheet(ports, editor, contractId);
    const requestId = await ask(world, {
      kind: "role-sheet",
      catalogueRef: SHEET_FORM,
      targets: [{ vendorId, contactId, contractId }],
    });
    scope = await openDesk(world, requestId);
    const item = await itemAt(0);
    expect(item.row).toMatchObject({ party: "undecided" });
    await save(typed(item.key, 0));
    expect(await progress()).toMatchObject({ answered: 1 });
    const rowId = item.key.split("@")[0] ?? "";
    const named = { party: "third-party", thirdPartyName: "よその会社", what: "監視する" };
    const raw = rawRow({ firstCheck: "yes", ...named });
    expectDone(await writeRow(ports, editor, { roleSheetId, rowId, version: 1, raw }));
    const anew = await itemAt(0);
    expect(anew.row).toMatchObject({ party: "third-party", what: "監視する" });
    expect(JSON.stringify(anew)).not.toContain("よその会社");
    expect([anew.draft.answer, (await progress()).answered]).toEqual([null, 0]);
    expect(codesOf(await saveAnswers(ports, scope, [typed(item.key, 1)]))).toEqual(["not-found"]);
    await save(typed(anew.key, 0, { answer: "no", remark: "監視は契約外です" }));
    await verify(world, scope);
    await submit(world, scope);
    const { submission } = expectDone(await showReceipt(ports, scope));
    expect(submission.items[0]).toMatchObject({
      answer: "no",
      remark: "監視は契約外です",
      row: { party: "third-party", what: "監視する" },
    });
  });
});
