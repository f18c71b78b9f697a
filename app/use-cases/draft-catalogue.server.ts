import { createHash } from "node:crypto";
import { type FoundDraft, findDraft, insertDraft, updateDraft } from "#db/queries/catalogues.server";
import { keepOriginalFile } from "#db/queries/files.server";
import { findIntake } from "#db/queries/intakes.server";
import type { Catalogue } from "~/domain/any-catalogue";
import {
  type DraftHead,
  isOfficialKind,
  MAX_DRAFT_ITEMS,
  type OfficialDraft,
  type OfficialKind,
  type TableChoice,
} from "~/domain/catalogue-draft-body";
import { done, failed, problem, type Result } from "~/domain/problem";
import { isOwnForm } from "~/domain/questionnaire";
import type { ReadForm, SheetView, WorkbookReading } from "~/domain/reading";
import { parseReading } from "~/domain/reading-file";
import type { Scope } from "~/domain/scope";
import {
  columnsOfForm,
  proposeColumns,
  sheetsWithoutAnswers,
  takeForm,
  takeTable,
} from "~/workbook/catalogue-table";
import { parseDraftBody } from "./draft-body.server";
import type { Ports } from "./ports.server";
import { MAX_WORKBOOK_BYTES } from "./receive.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** Cells of the sheets a draft keeps for the choice of columns. */
const MAX_CELLS = 60_000;

/** Words of the first head of a draft; they come from the caller, because people read and correct them. */
export type DraftWords = Pick<DraftHead, "issuer" | "licence" | "notice">;

type Prepared = { title: string; body: OfficialDraft };

/**
 * 公式のファイルから下書きをつくる: reads a blank or filled official workbook. One draft for each form of a
 * book; a kind the reader does not recognise becomes one draft whose columns a person chooses. Answers that
 * stand in the file are not taken. Problems: file-…, catalogue-kind-unknown, catalogue-form-is-ours,
 * catalogue-rows-too-many.
 * @param input.kind null: told from the text of the file
 */
export async function draftCatalogue(
  ports: Ports,
  scope: Scope,
  input: { fileName: string; bytes: Uint8Array; kind: OfficialKind | null; words: DraftWords },
): Promise<Result<{ draftIds: string[] }>> {
  if (input.bytes.length === 0) return failed(problem("file-empty", { fileName: input.fileName }, "file"));
  if (input.bytes.length > MAX_WORKBOOK_BYTES) {
    return failed(problem("file-too-large", { fileName: input.fileName, limit: MAX_WORKBOOK_BYTES }, "file"));
  }
  const scanned = await scanGiven(ports, input);
  if (!scanned.ok) return scanned;
  const reading = await ports.readWorkbook(input.bytes, input.fileName);
  if (reading.recognised === "refused") return failed(...reading.problems);
  const prepared = prepare(reading, input.kind, input.fileName, input.words);
  if (!prepared.ok) return prepared;
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const fileId = ports.newId();
  const head = {
    verb: "draft",
    noun: "catalogue",
    recordId: fileId,
    change: { fileName: [null, input.fileName], sha256: [null, sha256] } satisfies Record<
      string,
      [unknown, unknown]
    >,
  };
  return record(ports, scope, "catalogue:write", head, async ({ tx, at }) => {
    const file = { id: fileId, sha256, fileName: input.fileName, bytes: input.bytes };
    await keepOriginalFile(tx, scope, {
      ...file,
      receivedAt: at,
      receivedBy: scope.accountId,
      scan: scanned.value,
    });
    const draftIds: string[] = [];
    for (const { title, body } of prepared.value) {
      const id = ports.newId();
      const by = { createdAt: at, createdBy: scope.accountId };
      const row = { id, kind: body.kind, title, originalFileId: fileId, body: JSON.stringify(body), ...by };
      await insertDraft(tx, scope, row);
      draftIds.push(id);
    }
    return done({ draftIds });
  });
}

/** この様式を書式として登録: the same from a file that waits in review; nothing is read a second time. */
export async function draftFromIntake(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; formIndex: number; words: DraftWords },
): Promise<Result<{ draftId: string }>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  const reading = found ? parseReading(found.reading) : null;
  const form = reading?.forms[input.formIndex];
  if (!found || !reading || !form) return failed(problem("not-found"));
  if (isOwnForm(form.form)) return failed(problem("catalogue-form-is-ours", { form: form.form }));
  const { title, body } = fromForm(form, reading, input.words);
  const draftId = ports.newId();
  const head = {
    verb: "draft",
    noun: "catalogue",
    recordId: draftId,
    change: { fileName: [null, found.fileName] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "catalogue:write", head, async ({ tx, at }) => {
    await insertDraft(tx, scope, {
      id: draftId,
      kind: body.kind,
      title,
      originalFileId: found.originalFileId,
      body: JSON.stringify(body),
      createdAt: at,
      createdBy: scope.accountId,
    });
    return done({ draftId });
  });
}

function prepare(
  reading: WorkbookReading,
  asked: OfficialKind | null,
  fileName: string,
  words: DraftWords,
): Result<Prepared[]> {
  const kind = asked ?? kindOf(reading);
  if (kind === null) return failed(problem("catalogue-kind-unknown", {}, "kind"));
  const own = reading.forms.find((each) => isOwnForm(each.form));
  if (own && kind === "questionnaire") {
    return failed(problem("catalogue-form-is-ours", { form: own.form }, "file"));
  }
  if (kind === "questionnaire" && reading.forms.length > 0) {
    return done(reading.forms.map((form) => fromForm(form, reading, words)));
  }
  if (cellsOf(reading.sheets) > MAX_CELLS)
    return failed(problem("catalogue-rows-too-many", { limit: MAX_DRAFT_ITEMS }));
  return done([fromTable(kind, reading.sheets, fileName.replace(/\.[^.]*$/, ""), words)]);
}

function kindOf({ forms, lookAlike }: WorkbookReading): OfficialKind | null {
  if (forms.length > 0) return "questionnaire";
  return lookAlike === "checklist" || lookAlike === "role-sheet" ? lookAlike : null;
}

function cellsOf(sheets: readonly SheetView[]): number {
  return sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((all, row) => all + row.cells.length, 0), 0);
}

function fromForm(form: ReadForm, reading: WorkbookReading, words: DraftWords): Prepared {
  const version = form.formVersion ?? "";
  const title = `${form.form} ${version}`.trim();
  const head = { id: form.form.toLowerCase(), version, title, issuedOn: "", ...words };
  const isKept = cellsOf(reading.sheets) <= MAX_CELLS;
  const sheets = isKept ? sheetsWithoutAnswers(reading) : [];
  const choice = isKept ? columnsOfForm(form, reading.tables ?? []) : null;
  const taken = { sheets, choice, takenBy: "reader" as const, ...takeForm(form) };
  return { title, body: { kind: "questionnaire", head, form: form.form, ...taken } };
}

function fromTable(
  kind: OfficialKind,
  sheets: readonly SheetView[],
  title: string,
  words: DraftWords,
): Prepared {
  const head = { id: kind, version: "", title, issuedOn: "", ...words };
  const choice = proposeColumns(kind, sheets);
  const nothing = { items: null, unread: [], takenBy: "columns" as const };
  return { title, body: { kind, head, form: null, sheets: [...sheets], choice, ...nothing } };
}

export type ShownDraft = Omit<FoundDraft, "body"> &
  ({ stage: "official"; draft: OfficialDraft } | { stage: "ready"; catalogue: Catalogue });

/** 下書きを見る. Problems: not-found (also for drafts that have pages of their own). */
export async function showCatalogueDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string },
): Promise<Result<ShownDraft>> {
  const found = await findDraft(ports.db, scope, input.draftId);
  if (!found) return failed(problem("not-found"));
  const { body, ...facts } = found;
  const parsed = parseDraftBody(body);
  return parsed ? done({ ...facts, ...parsed }) : failed(problem("not-found"));
}

/** 列を選ぶ: makes the items of a table draft anew from the chosen columns; corrections made before are lost. */
export async function chooseColumns(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number; choice: TableChoice },
): Promise<Result<{ items: number }>> {
  const shown = await showCatalogueDraft(ports, scope, input);
  if (!shown.ok) return shown;
  if (shown.value.stage !== "official") return failed(problem("not-found"));
  if (shown.value.state !== "draft") return failed(problem("catalogue-draft-closed"));
  const { draft } = shown.value;
  const { choice } = input;
  const sheet = draft.sheets.find((each) => each.name === choice.sheet);
  if (!sheet) return failed(problem("field-unknown-reference", {}, "sheet"));
  if (choice.columns.text === undefined) return failed(problem("catalogue-column-missing", {}, "text"));
  const used = Object.values(choice.columns);
  const twice = used.find((each, at) => used.indexOf(each) !== at);
  if (twice !== undefined) return failed(problem("catalogue-column-twice", { column: twice }));
  const taken = takeTable(draft.kind, sheet, choice);
  if (taken.items.length === 0) return failed(problem("catalogue-nothing-read"));
  if (taken.items.length > MAX_DRAFT_ITEMS) {
    return failed(problem("catalogue-rows-too-many", { limit: MAX_DRAFT_ITEMS }));
  }
  const next: OfficialDraft = { ...draft, choice, ...taken, takenBy: "columns" };
  const head = {
    verb: "choose-columns",
    noun: "catalogueDraft",
    recordId: input.draftId,
    change: { items: [draft.items?.length ?? null, taken.items.length] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "catalogue:write", head, async ({ tx }) => {
    const at = { id: input.draftId, version: input.version };
    const isSaved = await updateDraft(tx, scope, at, { body: JSON.stringify(next) });
    return isSaved ? done({ items: taken.items.length }) : failed(problem("changed-meanwhile"));
  });
}

/** やめる: the draft is put aside; its file stays. */
export async function discardDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number },
): Promise<Result<null>> {
  const found = await findDraft(ports.db, scope, input.draftId);
  if (!found) return failed(problem("not-found"));
  if (found.state !== "draft") return failed(problem("catalogue-draft-closed"));
  const head = { verb: "discard", noun: "catalogueDraft", recordId: input.draftId, change: {} };
  return record(ports, scope, "catalogue:write", head, async ({ tx }) => {
    const at = { id: input.draftId, version: input.version };
    const isEnded = await updateDraft(tx, scope, at, { state: "discarded" });
    return isEnded ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/** Kinds whose drafts this file makes. */
export function kindFrom(text: string): OfficialKind | null {
  return isOfficialKind(text) ? text : null;
}
