import { createHash } from "node:crypto";
import { z } from "zod";
import { findContract } from "#db/queries/contracts.server";
import { readBlob, storeBlob } from "#db/queries/files.server";
import {
  findPaper,
  findPaperDraft,
  insertPaper,
  insertPaperDraft,
  nextIssueNo,
  papersOfDraft,
  snapshotOfPaper,
  updatePaperDraft,
} from "#db/queries/papers.server";
import { sheetNamesOf } from "#db/queries/role-sheets.server";
import { type BuiltAnnex, buildAnnex } from "~/domain/annex";
import { type Entered, enteredSchema, presetsOf } from "~/domain/annex-field";
import { type PaperInput, type Signature, signatures } from "~/domain/annex-input";
import type { AnnexTemplate } from "~/domain/annex-template";
import { type Day, dayInTokyo } from "~/domain/day";
import { dateStyles } from "~/domain/era";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { annexTemplatesOf } from "./annex-templates.server";
import { contractPaperInput, internalPaperInput } from "./paper-input.server";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

/** 書面をはじめる: which template for which contract and which of its role sheets; the number is the contract's. */
export async function draftPaper(
  ports: Ports,
  scope: Scope,
  input: Proposal,
): Promise<Result<{ draftId: string }>> {
  const form = (await annexTemplatesOf(ports, scope)).byRef.get(input.template);
  if (!form) return failed(problem("catalogue-unknown", { ref: input.template }, "template"));
  const problems = problemsOfDraft(input);
  if (problems.length > 0) return failed(...problems);
  if (!(await findContract(ports.db, scope, input.contractId))) {
    return failed(problem("field-unknown-reference", {}, "contractId"));
  }
  const roleSheets = await chosenSheets(ports, scope, input.contractId, input.roleSheets ?? []);
  if (!roleSheets.ok) return roleSheets;
  const draftId = ports.newId();
  const printedNo = printedNoOf(form, input.printedNo);
  const head = {
    verb: "draft",
    noun: "paper",
    recordId: draftId,
    change: { template: [null, input.template] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "paper:write", head, async ({ tx, at }) => {
    const { contractId, template, dateStyle } = input;
    const row = { id: draftId, contractId, template, printedNo, dateStyle, createdAt: at };
    await insertPaperDraft(tx, scope, {
      ...row,
      roleSheets: JSON.stringify(roleSheets.value),
      entered: JSON.stringify(input.entered ?? presetsOf(form.fields)),
    });
    return done({ draftId });
  });
}

/** Sheets of this very contract. Problems: field-unknown-reference. */
async function chosenSheets(
  ports: Ports,
  scope: Scope,
  contractId: string,
  chosen: readonly string[],
): Promise<Result<string[]>> {
  if (chosen.length === 0) return done([]);
  const known = await sheetNamesOf(ports.db, scope, contractId);
  const isKnown = chosen.every((id) => known.some((each) => each.id === id));
  return isKnown ? done([...new Set(chosen)]) : failed(problem("field-unknown-reference", {}, "roleSheets"));
}

function printedNoOf(template: AnnexTemplate, typed: string): string {
  return typed.trim() || (template.audience === "contract" ? template.defaultPrintedNo : "");
}

function problemsOfDraft(input: { printedNo: string; dateStyle: string }): Problem[] {
  const problems: Problem[] = [];
  if (input.printedNo.length > 20) problems.push(problem("field-too-long", { max: 20 }, "printedNo"));
  if (!dateStyles.some((each) => each === input.dateStyle)) {
    problems.push(problem("field-not-an-option", { value: input.dateStyle }, "dateStyle"));
  }
  return problems;
}

/** 番号、日付の書き方、署名欄、刷る確認表を直す. `signature`: "" = as the template proposes. */
export async function reviseDraft(
  ports: Ports,
  scope: Scope,
  input: {
    draftId: string;
    version: number;
    printedNo: string;
    dateStyle: string;
    signature?: string;
    roleSheets?: readonly string[];
  },
): Promise<Result<null>> {
  const before = await findPaperDraft(ports.db, scope, input.draftId);
  if (!before) return failed(problem("not-found"));
  const problems = problemsOfDraft(input);
  if (problems.length > 0) return failed(...problems);
  const asked = input.roleSheets ?? sheetIdsOf(before.roleSheets);
  const sheets = await chosenSheets(ports, scope, before.contractId, asked);
  if (!sheets.ok) return sheets;
  const roleSheets = JSON.stringify(sheets.value);
  const signature = signatures.find((each) => each === input.signature) ?? null;
  const next = {
    printedNo: input.printedNo.trim(),
    dateStyle: input.dateStyle,
    roleSheets,
    signature: input.signature === undefined ? before.signature : signature,
  };
  const { printedNo, dateStyle } = before;
  const was = { printedNo, dateStyle, roleSheets: before.roleSheets, signature: before.signature };
  const head = { verb: "revise", noun: "paper", recordId: before.id, change: changeOf(was, next) };
  return record(ports, scope, "paper:write", head, async ({ tx }) => {
    const saved = { id: before.id, version: input.version, change: next };
    const isSaved = await updatePaperDraft(tx, scope, saved);
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/** What a draft says, stored or not. */
type Proposal = {
  contractId: string;
  template: string;
  printedNo: string;
  dateStyle: string;
  /** Every sheet of the contract when empty or left out. */
  roleSheets?: readonly string[];
  /** What was written in the template's 記入欄; its preset rows when left out. */
  entered?: Entered;
  signature?: Signature | null;
  /** The stored draft, whose own issues the paper does not list. */
  id?: string;
};
const sheetIdsOf = (json: string): string[] => z.array(z.string()).parse(JSON.parse(json));
type StoredDraft = NonNullable<Awaited<ReturnType<typeof findPaperDraft>>>;

function proposalOf(draft: StoredDraft): Proposal {
  const entered = enteredSchema.parse(JSON.parse(draft.entered));
  return { ...draft, roleSheets: sheetIdsOf(draft.roleSheets), entered };
}

type Prepared = {
  draft: StoredDraft;
  template: AnnexTemplate;
  snapshot: PaperInput;
  built: BuiltAnnex;
};

/** A draft with its paper as it stands now. Problems: not-found, those of building. */
export async function prepare(
  ports: Ports,
  scope: Scope,
  draftId: string,
  issuedOn: Day | null,
): Promise<Result<Prepared>> {
  const draft = await findPaperDraft(ports.db, scope, draftId);
  if (!draft) return failed(problem("not-found"));
  const built = await buildPaper(ports, scope, proposalOf(draft), issuedOn);
  return built.ok ? done({ ...built.value, draft }) : built;
}

async function buildPaper(
  ports: Ports,
  scope: Scope,
  draft: Proposal,
  issuedOn: Day | null,
): Promise<Result<Omit<Prepared, "draft">>> {
  const template = (await annexTemplatesOf(ports, scope)).byRef.get(draft.template);
  if (!template) return failed(problem("catalogue-unknown", { ref: draft.template }));
  return buildWith(ports, scope, template, draft, issuedOn);
}

/**
 * The one place where template and audience meet: a contract template is only ever handed the contract
 * snapshot, which has no internal field to hand on.
 */
export async function buildWith(
  ports: Ports,
  scope: Scope,
  template: AnnexTemplate,
  draft: Omit<Proposal, "template">,
  issuedOn: Day | null,
): Promise<Result<Omit<Prepared, "draft">>> {
  if (template.audience === "contract") {
    const input = await contractPaperInput(ports, scope, { ...draft, template }, issuedOn);
    if (!input.ok) return input;
    const built = buildAnnex(template, input.value);
    return built.ok ? done({ template, snapshot: input.value, built: built.value }) : built;
  }
  const input = await internalPaperInput(ports, scope, { ...draft, template }, issuedOn);
  if (!input.ok) return input;
  const built = buildAnnex(template, input.value);
  return built.ok ? done({ template, snapshot: input.value, built: built.value }) : built;
}

/** 書面を見る: the document as it would print now, what is still missing, and what was issued before. */
export async function showDraft(ports: Ports, scope: Scope, input: { draftId: string }) {
  const prepared = await prepare(ports, scope, input.draftId, null);
  if (!prepared.ok) return prepared;
  const contract = await findContract(ports.db, scope, prepared.value.draft.contractId);
  const issued = await papersOfDraft(ports.db, scope, input.draftId);
  if (!contract) return failed(problem("not-found"));
  return done({ ...prepared.value, contract, issued });
}

/** 案を出力する: always possible; 「案」 on every page, 「協議中」 where a value is missing. Nothing is stored. */
export async function printDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string },
): Promise<Result<{ bytes: Uint8Array; fileName: string }>> {
  const draft = await findPaperDraft(ports.db, scope, input.draftId);
  if (!draft) return failed(problem("not-found"));
  return printAsDraft(ports, scope, proposalOf(draft));
}

/** 案を見る: as `printDraft`, without a stored draft; an empty number is the template's own. */
export async function printProposal(
  ports: Ports,
  scope: Scope,
  input: Proposal,
): Promise<Result<{ bytes: Uint8Array; fileName: string }>> {
  const template = (await annexTemplatesOf(ports, scope)).byRef.get(input.template);
  if (!template) return failed(problem("catalogue-unknown", { ref: input.template }, "template"));
  return printAsDraft(ports, scope, { ...input, printedNo: printedNoOf(template, input.printedNo) });
}

async function printAsDraft(
  ports: Ports,
  scope: Scope,
  draft: Proposal,
): Promise<Result<{ bytes: Uint8Array; fileName: string }>> {
  const built = await buildPaper(ports, scope, draft, null);
  if (!built.ok) return built;
  const { document } = built.value.built;
  const printed = await ports.printPaper(document, { createdAt: new Date(ports.now()) });
  if (!printed.ok) return printed;
  return done({ bytes: printed.value.bytes, fileName: `案_${document.title}.pdf` });
}

/**
 * 発行する: freezes bytes, snapshot and SHA-256. Refused while a required value is missing or a character cannot
 * be printed; an earlier issue of the same draft is superseded, never overwritten.
 * @returns Problems: paper-value-missing (one per value), paper-glyph-missing
 */
export async function issuePaper(
  ports: Ports,
  scope: Scope,
  input: { draftId: string },
): Promise<Result<{ paperId: string; sha256: string }>> {
  const issuedOn = dayInTokyo(ports.now());
  const prepared = await prepare(ports, scope, input.draftId, issuedOn);
  if (!prepared.ok) return prepared;
  const { built, snapshot, draft, template } = prepared.value;
  if (built.missing.length > 0) {
    return failed(
      ...built.missing.map(({ heading, field, place }) =>
        problem("paper-value-missing", { heading, field, place }, `${heading} ${place}`.trim()),
      ),
    );
  }
  const printed = await ports.printPaper(built.document, { createdAt: new Date(ports.now()) });
  if (!printed.ok) return printed;
  const { bytes, pageCount } = printed.value;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const paperId = ports.newId();
  const head = {
    verb: "issue",
    noun: "paper",
    recordId: paperId,
    change: { sha256: [null, sha256] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "paper:issue", head, async ({ tx, seq, at }) => {
    const before = (await papersOfDraft(tx, scope, draft.id))[0] ?? null;
    await storeBlob(tx, scope, sha256, bytes);
    await insertPaper(
      tx,
      scope,
      {
        id: paperId,
        contractId: draft.contractId,
        draftId: draft.id,
        template: catalogueRef(template.head),
        audience: template.audience,
        printedNo: draft.printedNo,
        title: built.document.title,
        issueNo: await nextIssueNo(tx, scope, draft.id),
        sha256,
        size: bytes.length,
        pageCount,
        recordedSeq: seq,
        supersedes: before?.id ?? null,
        issuedOn,
        issuedAt: at,
        issuedBy: scope.accountId,
      },
      { snapshot: JSON.stringify(snapshot), document: JSON.stringify(built.document) },
    );
    return done({ paperId, sha256 });
  });
}

/** 発行した書面を見る: facts of the frozen paper and the snapshot it was made from. */
export async function showPaper(ports: Ports, scope: Scope, input: { paperId: string }) {
  const found = await findPaper(ports.db, scope, input.paperId);
  if (!found) return failed(problem("not-found"));
  const [snapshot, contract, siblings] = await Promise.all([
    snapshotOfPaper(ports.db, scope, found.id),
    findContract(ports.db, scope, found.contractId),
    papersOfDraft(ports.db, scope, found.draftId),
  ]);
  if (snapshot === null || !contract) return failed(problem("not-found"));
  const supersededBy = siblings.find((each) => each.supersedes === found.id) ?? null;
  return done({ paper: found, snapshot, contract, supersededBy });
}

/** 発行した書面の写し: the frozen bytes. */
export async function openPaper(
  ports: Ports,
  scope: Scope,
  input: { paperId: string },
): Promise<Result<{ bytes: Uint8Array; fileName: string; sha256: string }>> {
  const found = await findPaper(ports.db, scope, input.paperId);
  const bytes = found && (await readBlob(ports.db, scope, found.sha256));
  if (!found || !bytes) return failed(problem("not-found"));
  const name = [found.printedNo, found.title, found.issuedOn].filter((each) => each !== "").join("_");
  return done({ bytes, fileName: `${name}.pdf`, sha256: found.sha256 });
}
