import { beforeAll, describe, expect, it } from "vitest";
import { listTemplateVersions } from "#db/queries/annex-templates.server";
import { findPaperDraft, snapshotOfPaper } from "#db/queries/papers.server";
import { paperSnapshot } from "#db/schema";
import { enteredSchema } from "~/domain/annex-field";
import { annexTemplatesOf } from "~/use-cases/annex-templates.server";
import {
  openTemplateDraft,
  previewTemplate,
  publishTemplate,
  showTemplateDraft,
  writeTemplateDraft,
} from "~/use-cases/edit-annex-template.server";
import { fillMemorandum } from "~/use-cases/fill-memorandum.server";
import { differencesOfDraft, differencesOfPaper } from "~/use-cases/paper-differences.server";
import { issuePaper, showDraft } from "~/use-cases/papers.server";
import { writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { ownWording, versionWords } from "../support/annex-templates";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, openSheet, rawRow, type TestContract } from "../support/records";
import { decideAllRows, draft } from "../support/world";

let hospital: TestHospital;
let contract: TestContract;
beforeAll(async () => {
  hospital = await testHospital();
  contract = await contractWithSystem(hospital.ports, hospital.editor);
});

const currentOf = async () => (await annexTemplatesOf(hospital.ports, hospital.editor)).current;

describe("wording of the hospital's own", () => {
  it("counts on, is used for new papers, and leaves begun ones and other hospitals alone", async () => {
    const { ports, editor, stranger } = hospital;
    const begun = await draft(ports, editor, contract.contractId, "service-levels@1");
    const first = await ownWording(ports, editor, "service-levels@1", { title: "保守の水準" });
    const second = await ownWording(ports, editor, first, { "sections.0.heading": "ねらい" });
    expect([first, second]).toEqual(["service-levels@1-2", "service-levels@1-3"]);
    const current = (await currentOf()).get("service-levels");
    expect([current?.head.version, current?.title]).toEqual(["1-3", "保守の水準"]);
    expect(current?.head.source).toBe("service-levels@1-2 を改めたもの");
    expect(expectDone(await showDraft(ports, editor, { draftId: begun })).built.document.title).toBe(
      ports.catalogues.currentAnnexTemplate("service-levels")?.title,
    );
    const made = await draft(ports, editor, contract.contractId, second);
    const shown = expectDone(await showDraft(ports, editor, { draftId: made })).built.document;
    expect([shown.title, shown.header]).toEqual(["保守の水準", expect.stringContaining("第1-3版")]);
    const others = await annexTemplatesOf(ports, stranger);
    expect(others.byRef.get(second)).toBeUndefined();
    expect(others.current.get("service-levels")?.head.version).toBe("1");
  });

  it("is not used while a name is unknown, and says so at the field; the draft keeps what was typed", async () => {
    const { ports, editor } = hospital;
    const { draftId } = expectDone(await openTemplateDraft(ports, editor, { basis: "role-sharing@1" }));
    const fields = { "preamble.0.text": "{{病院}}は" };
    expectDone(await writeTemplateDraft(ports, editor, { draftId, version: 1, fields, act: null }));
    const refused = await publishTemplate(ports, editor, {
      draftId,
      version: 2,
      note: "",
      words: versionWords,
    });
    expect(refused.ok ? [] : refused.problems.map((each) => [each.code, each.at])).toEqual([
      ["template-name-unknown", "preamble.0.text"],
    ]);
    const { template, draft: held } = expectDone(await showTemplateDraft(ports, editor, { draftId }));
    expect(template.preamble[0]).toMatchObject({ text: "{{病院}}は" });
    expect(held.state).toBe("open");
    const stale = { draftId, version: 1, fields: {}, act: null };
    expect(codesOf(await writeTemplateDraft(ports, editor, stale))).toEqual(["changed-meanwhile"]);
  });

  it("refuses the same wording again and a draft that is closed", async () => {
    const { ports, editor } = hospital;
    const { draftId } = expectDone(await openTemplateDraft(ports, editor, { basis: "vulnerabilities@1" }));
    const publish = (version: number) =>
      publishTemplate(ports, editor, { draftId, version, note: "", words: versionWords });
    expect(codesOf(await publish(1))).toEqual(["template-unchanged"]);
    const fields = { title: "脆弱性" };
    expectDone(await writeTemplateDraft(ports, editor, { draftId, version: 1, fields, act: null }));
    expectDone(await publish(2));
    expect(codesOf(await publish(3))).toEqual(["template-draft-closed"]);
    expect(
      codesOf(await writeTemplateDraft(ports, editor, { draftId, version: 3, fields, act: null })),
    ).toEqual(["template-draft-closed"]);
    const versions = await listTemplateVersions(ports.db, editor);
    expect(versions.filter((each) => each.templateId === "vulnerabilities")).toHaveLength(1);
  });

  it("shows the paper with what was typed, also while a new sentence is empty, and stores nothing", async () => {
    const { ports, editor } = hospital;
    const { draftId } = expectDone(await openTemplateDraft(ports, editor, { basis: "role-sharing@1" }));
    const act = { act: "add-section", section: 0, block: 0 } as const;
    expectDone(await writeTemplateDraft(ports, editor, { draftId, version: 1, fields: {}, act }));
    const fields = { "sections.0.heading": "ここを改めた" };
    const { contractId } = contract;
    const seen = expectDone(await previewTemplate(ports, editor, { draftId, contractId, fields }));
    expect(JSON.stringify(seen.built.document)).toContain("ここを改めた");
    const held = expectDone(await showTemplateDraft(ports, editor, { draftId }));
    expect(held.draft.version).toBe(2);
    expect(JSON.stringify(held.template)).not.toContain("ここを改めた");
  });
});

describe("what a new issue changes", () => {
  it("is told against the last issue, also for one issued before documents were kept", async () => {
    const { ports, editor } = hospital;
    const roleSheetId = await openSheet(ports, editor, contract.contractId);
    await decideAllRows(ports, editor, roleSheetId);
    const agree = (effectiveFrom: string) =>
      agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom, note: "", corrects: null });
    expectDone(await agree("2026-05-01"));
    const draftId = await draft(ports, editor, contract.contractId, "role-sharing@1");
    expect(expectDone(await differencesOfDraft(ports, editor, { draftId }))).toMatchObject({ before: null });
    const first = expectDone(await issuePaper(ports, editor, { draftId })).paperId;
    const same = expectDone(await differencesOfDraft(ports, editor, { draftId }));
    expect([same.before?.issueNo, same.differences]).toEqual([1, []]);

    const row = expectDone(await showRoleSheet(ports, editor, { roleSheetId })).rows[0];
    if (!row) throw new Error("no row");
    const raw = rawRow({ firstCheck: "yes", party: "vendor", what: "事業者が毎月行う", cost: "included" });
    expectDone(await writeRow(ports, editor, { roleSheetId, rowId: row.id, version: row.version, raw }));
    expectDone(await agree("2026-06-01"));
    const changed = expectDone(await differencesOfDraft(ports, editor, { draftId })).differences;
    const ofRow = changed.find((each) => each.next.includes("事業者が毎月行う"));
    expect(ofRow).toMatchObject({ kind: "changed", old: expect.stringContaining("事業者が行う") });

    const second = expectDone(await issuePaper(ports, editor, { draftId })).paperId;
    const told = expectDone(await differencesOfPaper(ports, editor, { paperId: second }));
    expect(told.before?.id).toBe(first);
    expect(told.differences).toContainEqual(ofRow);
    expect(expectDone(await differencesOfPaper(ports, editor, { paperId: first })).before).toBeNull();
    // as a database from before the column: the document is built anew from the frozen snapshot
    await ports.db.$client.execute("DROP TRIGGER IF EXISTS paper_snapshot_no_update");
    await ports.db.update(paperSnapshot).set({ document: null });
    expect(await snapshotOfPaper(ports.db, editor, first)).not.toBeNull();
    const again = expectDone(await differencesOfPaper(ports, editor, { paperId: second }));
    expect(again.differences).toEqual(told.differences);
  });
});

describe("覚書 from recorded changes", () => {
  it("adds lines behind what was written, none twice, and refuses an empty record", async () => {
    const { ports, editor } = hospital;
    const draftId = await draft(ports, editor, contract.contractId, "memorandum@1");
    const words = { added: "（新設）", gone: "（削除）" };
    const changes = [
      { place: "第３条", before: "月１回", after: "週１回" },
      { place: "第４条", before: "", after: "報告書を出す" },
    ];
    expectDone(await fillMemorandum(ports, editor, { draftId, version: 1, changes, words }));
    expectDone(await fillMemorandum(ports, editor, { draftId, version: 2, changes, words }));
    const nothing = { draftId, version: 3, changes: [], words };
    expect(codesOf(await fillMemorandum(ports, editor, nothing))).toEqual(["memorandum-nothing"]);
    const held = await findPaperDraft(ports.db, editor, draftId);
    expect(enteredSchema.parse(JSON.parse(held?.entered ?? "{}")).changes).toEqual([
      changes[0],
      { place: "第４条", before: "（新設）", after: "報告書を出す" },
    ]);
  });
});
