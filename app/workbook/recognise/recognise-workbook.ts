import { type Problem, problem } from "../../domain/problem.ts";
import type { FormId } from "../../domain/questionnaire.ts";
import type { LookAlike, ReadForm, WorkbookReading } from "../../domain/reading.ts";
import { addressOf, type Sheet } from "../sheet.ts";
import { type CellUses, cellUses, viewOf } from "./cell-uses.ts";
import { headingMemo } from "./heading-memo.ts";
import { type Naming, namingOf } from "./identity.ts";
import { joinForms } from "./join-forms.ts";
import { readChecklists } from "./read-checklist.ts";
import { readForm } from "./read-form.ts";
import { readRoleSheets } from "./read-role-sheet.ts";
import { foundTables } from "./recipe-table.ts";
import { isUsable, type ScannedTable, type SheetScan, scanSheet } from "./sheet-scan.ts";
import { forgetTexts } from "./text.ts";
import { formTurnedBack, turnedBack, usesTurnedBack } from "./turned-table.ts";

/**
 * Says what the sheets of one book are and reads every disclosure among them. Pure: the same sheets give
 * the same reading. Problems: form-not-found, form-kind-unknown, form-of-neighbours, form-columns-missing, form-look-alike, form-hidden-sheet,
 * form-version-unknown, form-date-impossible, form-duplicate-number, form-drawing-not-read, form-margin-not-read,
 * form-part-not-read (guide sheets).
 */
export function recogniseWorkbook(sheets: readonly Sheet[], fileName: string): WorkbookReading {
  forgetTexts();
  const uses = cellUses();
  const headings = headingMemo();
  const all = sheets.map((sheet) => scanSheet(sheet, headings));
  const visible = all.filter((scan) => !scan.grid.sheet.isHidden);
  const problems: Problem[] = [];
  const guides = guideSheets(visible);
  for (const scan of guides)
    problems.push(problem("form-part-not-read", { part: scan.grid.sheet.name }, scan.grid.sheet.name));
  const readable = visible.filter((scan) => !guides.includes(scan));
  const named = namingOfBook(readable, fileName);
  const book = named ?? formOfNeighbours(readable);
  const forms = joinForms(readForms(readable, book, uses, problems));
  problems.push(...sheetsWithoutName(readable, named, forms));
  const lookAlike = lookAlikeOf(readable, forms.length > 0 ? null : fileName);
  const isChecklist = forms.length === 0 && lookAlike?.kind === "checklist";
  const covers = readable.filter((scan) => scan.tables.length === 0);
  const checklists = isChecklist ? readChecklists(readable, covers, uses) : [];
  const isRoleSheet = forms.length === 0 && lookAlike?.kind === "role-sheet";
  const roleSheets = isRoleSheet ? readRoleSheets(readable, uses) : [];
  problems.push(...drawingsNotRead(readable, uses), ...marginsNotRead(readable));
  for (const scan of all) {
    if (scan.grid.sheet.isHidden && scan.grid.sheet.cells.length > 0) {
      problems.push(problem("form-hidden-sheet", { sheet: scan.grid.sheet.name }, scan.grid.sheet.name));
    }
  }
  if (lookAlike)
    problems.push(problem("form-look-alike", { lookAlike: lookAlike.kind, sheet: lookAlike.sheet }));
  if (forms.length === 0 && !lookAlike) problems.push(missing(readable, fileName));
  return {
    recognised: forms.length > 0 ? "disclosure" : lookAlike ? "look-alike" : "unknown",
    lookAlike: forms.length > 0 ? null : (lookAlike?.kind ?? null),
    forms,
    problems: problems.filter((each) => !isAnsweredByJoining(each, forms)),
    sheets: all.map((scan) => viewOfScan(scan, uses)),
    ...(checklists.length > 0 ? { checklists } : {}),
    ...(roleSheets.length > 0 ? { roleSheets } : {}),
    // why not turned ones: columns are what a person points at, and these tables have rows.
    tables: readable.filter((scan) => !scan.turned).flatMap(foundTables),
  };
}

function viewOfScan({ grid, turned }: SheetScan, uses: CellUses) {
  return turned ? viewOf(turned.original, usesTurnedBack(turned, uses)) : viewOf(grid.sheet, uses);
}

/** A sheet that does not name its version is no problem where another sheet of the same form does. */
function isAnsweredByJoining({ code, params }: Problem, forms: readonly ReadForm[]): boolean {
  const isOpen = (form: ReadForm) =>
    form.form === params.form && form.formVersion === null && form.sheet === params.sheet;
  return code === "form-version-unknown" && !forms.some(isOpen);
}

/** Shapes, pictures and controls that no answer took into account: one problem for each sheet. */
function drawingsNotRead(scans: SheetScan[], uses: CellUses): Problem[] {
  return scans.flatMap(({ grid: { sheet }, turned }) => {
    const left = sheet.overlays.filter((overlay) => !uses.isSeen(overlay));
    const [first] = left;
    if (!first) return [];
    const texts = left.flatMap((each) => (each.kind === "shape" ? each.text : each.caption) || []);
    const params = { sheet: sheet.name, count: left.length, text: texts.join("、").slice(0, 200) };
    const at = `${sheet.name}!${addressOf(first.top, first.left)}`;
    return [problem("form-drawing-not-read", params, turned ? turnedBack(turned, at) : at)];
  });
}

/** A header or footer is seen on paper only, and may say a version, a maker or a condition. */
function marginsNotRead(scans: SheetScan[]): Problem[] {
  return scans.flatMap(({ grid: { sheet } }) => {
    if (!sheet.marginText) return [];
    const params = { sheet: sheet.name, text: sheet.marginText.slice(0, 200) };
    return [problem("form-margin-not-read", params, sheet.name)];
  });
}

/** Guides and examples that hold a table are left out, unless nothing else in the book holds one. */
function guideSheets(visible: SheetScan[]): SheetScan[] {
  const guides = visible.filter((scan) => scan.isGuide && scan.tables.length > 0);
  const hasOther = visible.some((scan) => !scan.isGuide && scan.tables.length > 0);
  return hasOther ? guides : [];
}

/** The one form that covers, other sheets' titles or the file name speak of; null when none or both. */
function namingOfBook(scans: SheetScan[], fileName: string): FormId | null {
  const covers = scans.filter((scan) => scan.tables.length === 0).map((scan) => scan.naming);
  const name = namingOf(fileName.replace(/\.[^.]*$/, ""));
  for (const namings of [covers, [name]]) {
    const forms = new Set(namings.flatMap((each: Naming) => (each.kind === "form" ? [each.form] : [])));
    const [only] = forms;
    if (forms.size === 1 && only) return only;
  }
  return null;
}

/** The one form that tables of the book are named as: its chapters often stand on sheets that name nothing. */
function formOfNeighbours(scans: SheetScan[]): FormId | null {
  const namings = scans.flatMap((scan) => scan.tables.map((each) => each.naming));
  const [only, ...others] = new Set(namings.flatMap((each) => (each.kind === "form" ? [each.form] : [])));
  return only !== undefined && others.length === 0 ? only : null;
}

/** Tables that only their neighbours named, and tables that nobody could name: each is said, none goes by in silence. */
function sheetsWithoutName(scans: SheetScan[], named: FormId | null, forms: readonly ReadForm[]): Problem[] {
  if (named !== null || forms.length === 0) return [];
  return scans.flatMap((scan) => {
    if (!scan.tables.some(({ naming }) => naming.kind === "none" || naming.kind === "either")) return [];
    const sheet = scan.grid.sheet.name;
    const [first] = forms;
    const isRead = formOfNeighbours(scans) !== null;
    if (!isRead || !first) return [problem("form-kind-unknown", { sheet }, sheet)];
    return [problem("form-of-neighbours", { sheet, form: first.form, other: first.sheet }, sheet)];
  });
}

function formOf(scanned: ScannedTable, book: FormId | null): FormId | null {
  if (scanned.naming.kind === "form") return scanned.naming.form;
  return scanned.naming.kind === "look-alike" ? null : book;
}

function readForms(scans: SheetScan[], book: FormId | null, uses: CellUses, problems: Problem[]): ReadForm[] {
  const covers = scans.filter((scan) => scan.tables.length === 0);
  const forms: ReadForm[] = [];
  for (const scan of scans) {
    const named = new Set(scan.tables.flatMap((scanned) => formOf(scanned, book) ?? []));
    for (const form of named) {
      const tables = scan.tables.filter((scanned) => formOf(scanned, book) === form);
      const usable = tables.filter(isUsable);
      if (usable.length < tables.length) {
        problems.push(columnsMissing(form, scan, "設問"));
      }
      if (usable.length === 0) continue;
      const reading = readForm(
        form,
        scan,
        usable,
        covers.filter((cover) => !isOfOther(cover, form)),
        uses,
      );
      const { turned } = scan;
      forms.push(turned ? formTurnedBack(reading.form, turned) : reading.form);
      problems.push(
        ...reading.problems.map((each) =>
          turned && each.at ? { ...each, at: turnedBack(turned, each.at) } : each,
        ),
      );
    }
  }
  return forms;
}

/** A cover or a list of remarks that names the other form says nothing about this one. */
function isOfOther({ naming }: SheetScan, form: FormId): boolean {
  return naming.kind === "form" && naming.form !== form;
}

function lookAlikeOf(scans: SheetScan[], fileName: string | null): { kind: LookAlike; sheet: string } | null {
  for (const scan of scans) {
    const namings = scan.tables.length > 0 ? scan.tables.map((each) => each.naming) : [scan.naming];
    for (const naming of namings) {
      if (naming.kind === "look-alike") return { kind: naming.lookAlike, sheet: scan.grid.sheet.name };
    }
  }
  const named = fileName === null ? null : namingOf(fileName.replace(/\.[^.]*$/, ""));
  const sheet = scans[0]?.grid.sheet.name ?? "";
  return named?.kind === "look-alike" ? { kind: named.lookAlike, sheet } : null;
}

/** Why there is no form: a title without an answer table, or nothing that looks like one. */
function missing(scans: SheetScan[], fileName: string): Problem {
  const titled = scans.find((scan) => scan.naming.kind === "form" || scan.naming.kind === "either");
  if (titled) {
    const form = titled.naming.kind === "form" ? titled.naming.form : "MDS/SDS";
    const hasTable = scans.some((scan) => scan.tables.length > 0);
    if (!hasTable) return columnsMissing(form, titled, "はい・いいえ・対象外");
  }
  const tabled = scans.find((scan) => scan.tables.length > 0);
  if (!tabled) return problem("form-not-found", { file: fileName });
  const sheet = tabled.grid.sheet.name;
  return problem("form-kind-unknown", { file: fileName, sheet }, sheet);
}

/** `columns` are the headings that would have been recognised. */
function columnsMissing(form: string, scan: SheetScan, columns: string): Problem {
  const sheet = scan.grid.sheet.name;
  return problem("form-columns-missing", { form, sheet, columns }, sheet);
}
