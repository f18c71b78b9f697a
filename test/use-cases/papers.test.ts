import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { contractPaperInputSchema, internalPaperInputSchema } from "~/domain/annex-input";
import type { RawDecision } from "~/use-cases/decide.server";
import { closeDecision, decide } from "~/use-cases/decide.server";
import { overrideVerdict } from "~/use-cases/override-verdict.server";
import {
  issuePaper,
  openPaper,
  printDraft,
  printProposal,
  reviseDraft,
  showDraft,
  showPaper,
} from "~/use-cases/papers.server";
import { archiveRecord, reviseRecord } from "~/use-cases/registers.server";
import { writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { pdfTextOfPages } from "../pdf/pdf-programs";
import { askedOf } from "../support/comparing";
import { gapOn, rawDecision } from "../support/decisions";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import {
  contractWithSystem,
  FORM_6_0,
  openSheet,
  rawContract,
  rawRow,
  receiveDisclosure,
  type TestContract,
} from "../support/records";
import { decideAllRows, draft } from "../support/world";

const no = { answer: "no", remark: "未対応" } as const;
const textOf = (bytes: Uint8Array) => pdfTextOfPages(bytes).join("").replace(/\s+/g, "");

describe("what only the hospital may read", () => {
  /** A marker of its own in every internal field of every kind of decision. */
  const internalFields = ["reason", "owner", "acceptedBy", "inspectionText"] as const;
  const gaps = ["14-3", "11-4", "8-5", "17-2", "10-4"] as const;
  const kinds = ["vendor-fix", "hospital-control", "contract-term", "accept-risk", "not-applicable"] as const;
  const marker = (at: number, field: number) =>
    `極秘${"甲乙丙丁戊"[at]}${"ア イ ウ エ オ".split(" ")[field]}印`;
  const secrets: string[] = [];
  let hospital: TestHospital;
  let contract: TestContract;

  beforeAll(async () => {
    hospital = await testHospital();
    const { ports, editor } = hospital;
    contract = await contractWithSystem(ports, editor);
    const answers = Object.fromEntries(gaps.map((each) => [each, no]));
    const disclosureId = await receiveDisclosure(ports, editor, contract.productVersionId, { answers });
    for (const [at, question] of gaps.entries()) {
      const finding = await gapOn(ports, editor, disclosureId, question);
      const fields = Object.fromEntries(internalFields.map((field, index) => [field, marker(at, index)]));
      secrets.push(...internalFields.map((_, index) => marker(at, index)));
      const raw: RawDecision = {
        ...rawDecision({ kind: kinds[at] ?? "vendor-fix", likelihood: "low", impact: "high" }),
        ...fields,
        measure: `約束${at}番`,
      };
      const requirement = finding.requirement.key;
      const taken = await decide(ports, editor, {
        disclosureId,
        guideline: FORM_6_0,
        requirement,
        supersedes: null,
        raw,
      });
      if (at === 1) {
        const raw = { verdict: "partial", reason: "極秘の上書き" };
        expectDone(await overrideVerdict(ports, editor, { ...askedOf(disclosureId, requirement), raw }));
      }
      if (at > 0) continue;
      const { decisionId } = expectDone(taken);
      const reason = "極秘の証跡";
      expectDone(await closeDecision(ports, editor, { decisionId, reason, closedOn: "2026-11-20" }));
    }
    const raw = { ...rawContract(contract.vendorId), note: "極秘の契約メモ" };
    const id = contract.contractId;
    expectDone(await reviseRecord(ports, editor, { noun: "contract", id, version: 1, raw }));
    await decideAllRows(ports, editor, await openSheet(ports, editor, id));
  });

  it.each(["role-sharing@1", "disclosure-results@1"])("never reaches %s", async (template) => {
    const { ports, editor } = hospital;
    const draftId = await draft(ports, editor, contract.contractId, template);
    const shown = expectDone(await showDraft(ports, editor, { draftId }));
    const snapshot = JSON.stringify(shown.snapshot);
    contractPaperInputSchema.parse(JSON.parse(snapshot)); // strict: a field more would be refused
    const printed = textOf(expectDone(await printDraft(ports, editor, { draftId })).bytes);
    for (const secret of [...secrets, "極秘"]) {
      expect(snapshot).not.toContain(secret);
      expect(printed).not.toContain(secret);
    }
    for (const name of ["likelihood", "impact", "acceptedBy", "inspectionText", "reason", "owner"])
      expect(snapshot).not.toContain(`"${name}"`);
  });

  it("prints in the contract paper only what the vendor promised or the contract shall say", async () => {
    const { ports, editor } = hospital;
    const draftId = await draft(ports, editor, contract.contractId, "disclosure-results@1");
    const printed = textOf(expectDone(await printDraft(ports, editor, { draftId })).bytes);
    expect(printed).toContain("約束0番"); // vendor-fix
    expect(printed).toContain("約束2番"); // contract-term
    for (const at of [1, 3, 4]) expect(printed).not.toContain(`約束${at}番`);
  });

  it("stands on the internal paper, marked 院内限", async () => {
    const { ports, editor } = hospital;
    const draftId = await draft(ports, editor, contract.contractId, "internal-decisions@1");
    const shown = expectDone(await showDraft(ports, editor, { draftId }));
    internalPaperInputSchema.parse(JSON.parse(JSON.stringify(shown.snapshot)));
    const printed = textOf(expectDone(await printDraft(ports, editor, { draftId })).bytes);
    expect(printed).toContain("院内限");
    for (const secret of secrets) expect(JSON.stringify(shown.snapshot)).toContain(secret);
    expect(printed).toContain("人の上書き：一部（試験lead");
    expect(printed).toContain("理由：極秘の上書き");
    const onPaper = secrets.filter((each) => printed.includes(each));
    // accept-risk prints every field; the others those that their section has
    expect(onPaper).toEqual(expect.arrayContaining([0, 1, 2, 3].map((field) => marker(3, field))));
    expect(onPaper).toEqual(expect.arrayContaining(gaps.map((_, at) => marker(at, 0))));
  });
});

describe("issuing", () => {
  async function place() {
    const { ports, editor, viewer } = await testHospital();
    const contract = await contractWithSystem(ports, editor);
    const roleSheetId = await openSheet(ports, editor, contract.contractId);
    await decideAllRows(ports, editor, roleSheetId);
    const agree = (effectiveFrom: string) =>
      agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom, note: "", corrects: null });
    const draftId = await draft(ports, editor, contract.contractId, "role-sharing@1");
    return { ports, editor, viewer, ...contract, roleSheetId, agree, draftId };
  }

  it("is refused with one problem for each missing value; the draft prints all the same", async () => {
    const { ports, editor, draftId } = await place();
    const codes = codesOf(await issuePaper(ports, editor, { draftId }));
    expect(new Set(codes)).toEqual(new Set(["paper-value-missing"]));
    const printed = expectDone(await printDraft(ports, editor, { draftId }));
    expect(textOf(printed.bytes)).toContain("案");
    expect(printed.fileName).toBe("案_役割分担合意表.pdf");
  });

  it("freezes bytes, snapshot and SHA-256; what is downloaded is what was issued", async () => {
    const { ports, editor, viewer, agree, draftId, contractId, vendorId } = await place();
    expectDone(await agree("2026-05-01"));
    const { paperId, sha256 } = expectDone(await issuePaper(ports, editor, { draftId }));
    const first = expectDone(await openPaper(ports, viewer, { paperId }));
    expect(createHash("sha256").update(first.bytes).digest("hex")).toBe(sha256);
    const raw = { ...rawContract(vendorId), title: "変えた題名", reason: "書き誤り" };
    expectDone(await reviseRecord(ports, editor, { noun: "contract", id: contractId, version: 1, raw }));
    ports.clock.addHours(24 * 30);
    const again = expectDone(await openPaper(ports, viewer, { paperId }));
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    const shown = expectDone(await showPaper(ports, viewer, { paperId }));
    expect(JSON.parse(shown.snapshot)).toMatchObject({
      audience: "contract",
      issuedOn: "2026-11-24",
      contract: { title: "電子カルテ保守契約" },
    });
    expect(textOf(first.bytes)).not.toContain("案（発行前）");
    expect(shown.supersededBy).toBeNull();
  });

  it("supersedes the first issue by the second", async () => {
    const { ports, editor, agree, draftId } = await place();
    expectDone(await agree("2026-05-01"));
    const first = expectDone(await issuePaper(ports, editor, { draftId }));
    const second = expectDone(await issuePaper(ports, editor, { draftId }));
    const shown = expectDone(await showPaper(ports, editor, { paperId: first.paperId }));
    expect(shown.supersededBy?.id).toBe(second.paperId);
    expect(shown.supersededBy).toMatchObject({ issueNo: 2, supersedes: first.paperId });
  });

  it("stops at a character that no font has, naming it", async () => {
    const { ports, editor, roleSheetId, agree, draftId } = await place();
    const row = expectDone(await showRoleSheet(ports, editor, { roleSheetId })).rows[0];
    const raw = rawRow({ party: "vendor", what: "記号\u{1F9EA}を使う", cost: "included", firstCheck: "yes" });
    const input = { roleSheetId, rowId: row?.id ?? "", version: row?.version ?? 0, raw };
    expectDone(await writeRow(ports, editor, input));
    expectDone(await agree("2026-05-01"));
    const issued = await issuePaper(ports, editor, { draftId });
    expect(codesOf(issued)).toEqual(["paper-glyph-missing"]);
    expect(JSON.stringify(issued)).toContain("\u{1F9EA}");
  });

  it("prints the revision that holds on the day of the paper", async () => {
    const { ports, editor, roleSheetId, agree, draftId } = await place();
    expectDone(await agree("2026-05-01"));
    const row = expectDone(await showRoleSheet(ports, editor, { roleSheetId })).rows[0];
    const raw = rawRow({ party: "hospital", what: "来月からは病院", cost: "none", firstCheck: "yes" });
    const input = { roleSheetId, rowId: row?.id ?? "", version: row?.version ?? 0, raw };
    expectDone(await writeRow(ports, editor, input));
    expectDone(await agree("2026-12-25")); // a coming day
    const held = async () =>
      expectDone(await showDraft(ports, editor, { draftId })).snapshot.roleSheet?.revisionNo;
    expect(await held()).toBe(1);
    ports.clock.set("2026-12-24T15:00:00.000Z"); // 12-25 00:00 in Tokyo
    expect(await held()).toBe(2);
  });

  it("prints the rows of every sheet in force, each named with its revision, or of the chosen one", async () => {
    const { ports, editor, agree, contractId, draftId } = await place();
    expectDone(await agree("2026-05-01"));
    const one = expectDone(await showDraft(ports, editor, { draftId })).snapshot.roleSheet?.rows.length ?? 0;
    const second = await openSheet(ports, editor, contractId);
    const agreement = { roleSheetId: second, effectiveFrom: "2026-06-01", note: "", corrects: null };
    expectDone(await agreeRoleSheet(ports, editor, agreement));
    const { snapshot, built } = expectDone(await showDraft(ports, editor, { draftId }));
    expect(snapshot.roleSheet?.rows).toHaveLength(2 * one);
    expect(snapshot.roleSheet?.sheets?.map((each) => [each.revisionNo, each.effectiveFrom])).toEqual([
      [1, "2026-05-01"],
      [1, "2026-06-01"],
    ]);
    expect(built.missing.map((each) => each.field)).not.toContain("roleSheetRevisionNo");
    const settings = { draftId, version: 1, printedNo: "", dateStyle: "japanese" };
    const unknown = await reviseDraft(ports, editor, { ...settings, roleSheets: [draftId] });
    expect(codesOf(unknown)).toEqual(["field-unknown-reference"]);
    expectDone(await reviseDraft(ports, editor, { ...settings, roleSheets: [second] }));
    const chosen = expectDone(await showDraft(ports, editor, { draftId })).snapshot.roleSheet;
    expect(chosen).toMatchObject({ revisionNo: 1, effectiveFrom: "2026-06-01" });
    expect(chosen?.rows).toHaveLength(one);
    expect(chosen?.sheets).toBeUndefined();
  });

  it("revises a draft's number only from the version that was seen", async () => {
    const { ports, editor, draftId } = await place();
    const revise = (dateStyle: string, printedNo = "別紙５") =>
      reviseDraft(ports, editor, { draftId, version: 1, printedNo, dateStyle });
    expect(codesOf(await revise("lunar", "あ".repeat(21)))).toEqual([
      "field-too-long",
      "field-not-an-option",
    ]);
    expectDone(await revise("western"));
    expect(codesOf(await revise("japanese"))).toEqual(["changed-meanwhile"]);
  });

  it("prints a proposal without storing anything", async () => {
    const { ports, viewer, contractId } = await place();
    const wanted = { contractId, template: "role-sharing@1", printedNo: "", dateStyle: "western" };
    const before = (await ports.db.$client.execute("SELECT count(*) AS n FROM paper_draft")).rows[0]?.n;
    expect(textOf(expectDone(await printProposal(ports, viewer, wanted)).bytes)).toContain("別紙２");
    expect((await ports.db.$client.execute("SELECT count(*) AS n FROM paper_draft")).rows[0]?.n).toBe(before);
    expect(codesOf(await printProposal(ports, viewer, { ...wanted, template: "none@1" }))).toEqual([
      "catalogue-unknown",
    ]);
  });
});

it("ties a promise to its question, not to the cell it stood in", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId, contractId } = await contractWithSystem(ports, editor);
  const first = await receiveDisclosure(ports, editor, productVersionId, { answers: { "14-3": no } });
  const finding = await gapOn(ports, editor, first, "14-3");
  const taken = await decide(ports, editor, {
    disclosureId: first,
    guideline: FORM_6_0,
    requirement: finding.requirement.key,
    supersedes: null,
    raw: rawDecision(),
  });
  expectDone(taken);
  const later = { issuedOn: "2026-06-01", answers: { "14-3": no, "11-4": no } };
  await receiveDisclosure(ports, editor, productVersionId, later);
  const draftId = await draft(ports, editor, contractId, "disclosure-results@1");
  const { snapshot } = expectDone(await showDraft(ports, editor, { draftId }));
  expect(snapshot.gaps.map((each) => [each.no, each.measure])).toEqual([
    ["11-4", null],
    ["14-3", "乙は次の版で提供する"],
  ]);
  expect(snapshot.gaps.every((each) => each.clause === null)).toBe(true); // nobody confirmed a number yet
});

it("keeps an archived system's paper as it is", async () => {
  const { ports, editor } = await testHospital();
  const { contractId, systemId } = await contractWithSystem(ports, editor);
  const archived = { noun: "system", id: systemId, version: 1, isArchived: true } as const;
  expectDone(await archiveRecord(ports, editor, archived));
  const draftId = await draft(ports, editor, contractId, "role-sharing@1");
  expect(expectDone(await showDraft(ports, editor, { draftId })).snapshot.systems).toHaveLength(1);
});
