import { done, failed, problem, type Result } from "../domain/problem.ts";
import { guardLimits, guardPackage } from "./guard.server.ts";
import { listedSheets } from "./open-workbook.ts";
import { type CellValue, patchSheet } from "./patch-sheet.ts";
import { withContent, writeZip } from "./write-zip.ts";
import { readEntries } from "./zip-entries.ts";

/** What a cell shall hold; null empties it. `address` without the sheet: `C22`. */
export type CellEdit = { sheet: string; address: string; value: CellValue };

/**
 * Writes cells into an .xlsx or .xlsm and touches nothing else: every other part is copied as it lies packed,
 * and in a changed sheet only the cells named are other. Styles stay; a cell of a merged range means the range.
 * Cells that hold a formula are never written over: they come back in `refused` (`MDS!C22`).
 * Problems: those of `guardPackage`, write-back-sheet-missing.
 */
export function patchCells(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
): Result<{ bytes: Uint8Array; refused: string[] }> {
  const guarded = guardPackage(bytes);
  if (!guarded.ok) return guarded;
  const { parts } = guarded.value;
  const sheets = listedSheets(parts);
  const changed = new Map<string, Uint8Array>();
  const refused: string[] = [];
  for (const name of new Set(edits.map((each) => each.sheet))) {
    const part = sheets.find((each) => each.name === name)?.part;
    const content = part ? parts.get(part) : undefined;
    if (!part || !content) return failed(problem("write-back-sheet-missing", { sheet: name }));
    const cells = new Map(
      edits.flatMap((each) => (each.sheet === name ? [[each.address, each.value] as const] : [])),
    );
    const patched = patchSheet(new TextDecoder().decode(content), cells);
    refused.push(...patched.refused.map((address) => `${name}!${address}`));
    changed.set(part, new TextEncoder().encode(patched.xml));
  }
  const book = recalculated(parts);
  if (book !== null) changed.set("xl/workbook.xml", new TextEncoder().encode(book));
  const entries = readEntries(bytes, guardLimits.entries).map((entry) => {
    const content = changed.get(entry.name);
    return content ? withContent(entry, content) : entry;
  });
  return done({ bytes: writeZip(entries), refused });
}

/** The workbook part that makes a spreadsheet count again when it opens it; null for a book without formulas. */
function recalculated(parts: ReadonlyMap<string, Uint8Array>): string | null {
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  const hasFormula = [...parts.keys()].some(
    (name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name) && /<(?:[\w.-]+:)?f[\s/>]/.test(text(name)),
  );
  if (!hasFormula) return null;
  const book = text("xl/workbook.xml");
  const found = /<((?:[\w.-]+:)?)calcPr\b[^>]*?(\/?)>/.exec(book);
  if (found) {
    const tag = found[0].replace(/\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    return book.replace(found[0], tag.replace(/\/?>$/, ` fullCalcOnLoad="1"${found[2] ?? ""}>`));
  }
  // why there: the schema wants calcPr behind definedNames and before the rest; programs refuse another order.
  const before =
    /<((?:[\w.-]+:)?)(?:oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing|fileRecoveryPr|webPublishObjects|extLst)\b|<\/((?:[\w.-]+:)?)workbook\s*>/.exec(
      book,
    );
  if (!before) return null;
  const prefix = before[1] ?? before[2] ?? "";
  return `${book.slice(0, before.index)}<${prefix}calcPr fullCalcOnLoad="1"/>${book.slice(before.index)}`;
}
