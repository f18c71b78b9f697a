import { createHash } from "node:crypto";
import {
  findTemplateDraft,
  insertTemplateDraft,
  insertTemplateVersion,
  ownTemplateRefs,
  updateTemplateDraft,
} from "#db/queries/annex-templates.server";
import { findHospital } from "#db/queries/people.server";
import type { AnnexTemplate } from "~/domain/annex-template";
import { actOnWording, checkWording, reword, type WordingAct, withoutEmpty } from "~/domain/annex-wording";
import { dayInTokyo } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { annexTemplatesOf } from "./annex-templates.server";
import { buildWith } from "./papers.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/** 文言を直しはじめる: a draft of a template as it stands. Problems: catalogue-unknown. */
export async function openTemplateDraft(
  ports: Ports,
  scope: Scope,
  input: { basis: string },
): Promise<Result<{ draftId: string }>> {
  const basis = (await annexTemplatesOf(ports, scope)).byRef.get(input.basis);
  if (!basis) return failed(problem("catalogue-unknown", { ref: input.basis }, "basis"));
  const draftId = ports.newId();
  const change = { basis: [null, input.basis] } satisfies Record<string, [unknown, unknown]>;
  const head = { verb: "draft", noun: "template", recordId: draftId, change };
  return record(ports, scope, "template:write", head, async ({ tx, at }) => {
    await insertTemplateDraft(tx, scope, {
      id: draftId,
      basis: input.basis,
      body: JSON.stringify(basis),
      state: "open",
      createdAt: at,
      createdBy: scope.accountId,
    });
    return done({ draftId });
  });
}

type Held = {
  draft: NonNullable<Awaited<ReturnType<typeof findTemplateDraft>>>;
  basis: AnnexTemplate;
  template: AnnexTemplate;
};

/** The draft with the template it was begun from. Problems: not-found, catalogue-unknown. */
export async function showTemplateDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string },
): Promise<Result<Held>> {
  const draft = await findTemplateDraft(ports.db, scope, input.draftId);
  if (!draft) return failed(problem("not-found"));
  const basis = (await annexTemplatesOf(ports, scope)).byRef.get(draft.basis);
  if (!basis) return failed(problem("catalogue-unknown", { ref: draft.basis }));
  return done({ draft, basis, template: draftTemplate(draft.body) });
}

/** why without the schema: a draft may hold sentences that are still empty, and only this program wrote it. */
function draftTemplate(body: string): AnnexTemplate {
  const template: AnnexTemplate = JSON.parse(body);
  return template;
}

type Typed = {
  draftId: string;
  version: number;
  /** By place in the template's JSON, as stored (annex-place-names reads what was typed). */
  fields: Readonly<Record<string, string>>;
  act: WordingAct | null;
};

/**
 * 文言を書く: keeps what was typed, then adds, removes or moves what a button asked for. Names that nobody knows are kept
 * while somebody writes and refused when the version is put to use.
 * Problems: not-found, template-draft-closed, changed-meanwhile, those of `reword` and `actOnWording`.
 */
export async function writeTemplateDraft(ports: Ports, scope: Scope, input: Typed): Promise<Result<null>> {
  const held = await showTemplateDraft(ports, scope, input);
  if (!held.ok) return held;
  const { draft, template } = held.value;
  if (draft.state !== "open") return failed(problem("template-draft-closed"));
  const written = reword(template, input.fields);
  if (written.problems.length > 0) return failed(...written.problems);
  const next = input.act === null ? done(written.template) : actOnWording(written.template, input.act);
  if (!next.ok) return next;
  const body = JSON.stringify(next.value);
  const change = { sha256: [hashOf(draft.body), hashOf(body)] } satisfies Record<string, [unknown, unknown]>;
  const head = { verb: "write", noun: "template", recordId: draft.id, change };
  return record(ports, scope, "template:write", head, async ({ tx }) => {
    const saved = { id: draft.id, version: input.version, change: { body } };
    return (await updateTemplateDraft(tx, scope, saved)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * 仕上がりを見る: the paper of one contract as it would print with the wording typed so far. Nothing is stored.
 * Problems: as `showTemplateDraft`, those of `reword` and of building.
 */
export async function previewTemplate(
  ports: Ports,
  scope: Scope,
  input: Omit<Typed, "act" | "version"> & { contractId: string },
) {
  const held = await showTemplateDraft(ports, scope, input);
  if (!held.ok) return held;
  const { template } = reword(held.value.template, input.fields);
  const proposal = {
    contractId: input.contractId,
    printedNo: template.audience === "contract" ? template.defaultPrintedNo : "",
    dateStyle: "japanese",
  };
  return buildWith(ports, scope, withoutEmpty(template), proposal, null);
}

/** 雛形を使いはじめる: what the words of its head are; in the language of papers. */
export type VersionWords = { issuer: (hospital: string) => string; source: (basis: string) => string };

/**
 * 版にする: freezes the wording as the hospital's next version. Papers begun before keep theirs.
 * Problems: not-found, template-draft-closed, changed-meanwhile, template-unchanged, those of `checkWording`.
 */
export async function publishTemplate(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number; note: string; words: VersionWords },
): Promise<Result<{ ref: string }>> {
  const held = await showTemplateDraft(ports, scope, input);
  if (!held.ok) return held;
  const { draft, basis, template } = held.value;
  if (draft.state !== "open") return failed(problem("template-draft-closed"));
  if (input.note.length > 500) return failed(problem("field-too-long", { max: 500 }, "note"));
  const head = await nextHead(ports, scope, basis, input.words);
  const checked = checkWording({ ...template, head });
  if (!checked.ok) return checked;
  const current = (await annexTemplatesOf(ports, scope)).current.get(basis.head.id);
  if (current === basis && sameWording(basis, template)) return failed(problem("template-unchanged"));
  const body = JSON.stringify(checked.value);
  const [ref, bodySha256] = [catalogueRef(head), hashOf(body)];
  const change = { ref: [draft.basis, ref], sha256: [null, bodySha256] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const entryHead = { verb: "publish", noun: "template", recordId: draft.id, change };
  return record(ports, scope, "template:write", entryHead, async ({ tx, seq, at }) => {
    const closed = { id: draft.id, version: input.version, change: { state: "published" as const } };
    if (!(await updateTemplateDraft(tx, scope, closed))) return failed(problem("changed-meanwhile"));
    await insertTemplateVersion(tx, scope, {
      id: ports.newId(),
      templateId: head.id,
      ref,
      basis: draft.basis,
      body,
      bodySha256,
      note: input.note.trim(),
      recordedSeq: seq,
      publishedAt: at,
      publishedBy: scope.accountId,
    });
    return done({ ref });
  });
}

const sameWording = (a: AnnexTemplate, b: AnnexTemplate) =>
  JSON.stringify({ ...a, head: null }) === JSON.stringify({ ...b, head: null });

/** `1` → `1-2` → `1-3`: the shipped version it goes back to, then the hospital's own count. */
async function nextHead(ports: Ports, scope: Scope, basis: AnnexTemplate, words: VersionWords) {
  const { id, version } = basis.head;
  const root = version.replace(/-\d+$/, "");
  const own = (await ownTemplateRefs(ports.db, scope)).filter((each) =>
    each.ref.startsWith(`${id}@${root}-`),
  );
  const hospital = await findHospital(ports.db, scope);
  return {
    ...basis.head,
    version: `${root}-${own.length + 2}`,
    issuer: words.issuer(hospital?.name ?? ""),
    issuedOn: dayInTokyo(ports.now()),
    source: words.source(catalogueRef(basis.head)),
    replacedBy: null,
  };
}

/** やめる: the draft is closed without becoming a version. Problems: not-found, template-draft-closed, changed-meanwhile. */
export async function discardTemplateDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number },
): Promise<Result<null>> {
  const draft = await findTemplateDraft(ports.db, scope, input.draftId);
  if (!draft) return failed(problem("not-found"));
  if (draft.state !== "open") return failed(problem("template-draft-closed"));
  const head = { verb: "discard", noun: "template", recordId: draft.id, change: {} };
  return record(ports, scope, "template:write", head, async ({ tx }) => {
    const closed = { id: draft.id, version: input.version, change: { state: "discarded" as const } };
    return (await updateTemplateDraft(tx, scope, closed)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}
