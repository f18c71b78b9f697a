import {
  constantFields,
  type DraftField,
  fieldsOfKind,
  type OfficialDraft,
  type TableChoice,
} from "~/domain/catalogue-draft-body";
import { isChanged } from "~/domain/draft-doubts";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { textOf } from "~/http.server";
import { columnOfAddress, proposeColumns } from "~/workbook/catalogue-table";
import { columnName } from "~/workbook/sheet";

/** Rows and columns of the sheet that are shown to point at. */
const SHOWN_ROWS = 50;
const SHOWN_COLUMNS = 60;

/** The sheet asked for as a table to point at, with the roles of its columns as they stand or are proposed. */
export function columnsPage(draft: OfficialDraft, params: URLSearchParams) {
  const asked = {
    sheet: params.get("sheet") ?? undefined,
    headerRow: rowFrom(params.get("headerRow")) ?? undefined,
  };
  const isAsked = asked.sheet !== undefined || asked.headerRow !== undefined;
  const choice =
    isAsked || draft.choice === null ? proposeColumns(draft.kind, draft.sheets, asked) : draft.choice;
  const sheet = draft.sheets.find((each) => each.name === choice?.sheet) ?? draft.sheets[0];
  const rows = (sheet?.rows ?? []).slice(0, SHOWN_ROWS);
  const used = (sheet?.rows ?? []).flatMap((row) => row.cells.map((cell) => columnOfAddress(cell.address)));
  // why not spread into Math.max: a sheet has more cells than a call takes arguments.
  const last = Math.min(
    SHOWN_COLUMNS,
    used.reduce((most, each) => Math.max(most, each), 1),
  );
  const fields = fieldsOfKind[draft.kind];
  return {
    kind: draft.kind,
    form: draft.form,
    isRead: draft.takenBy === "reader",
    hasItems: draft.items !== null,
    hasCorrections: (draft.items ?? []).some((each) => each.isRemoved || isChanged(each)),
    sheets: draft.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: sheet?.name ?? "",
    rowCount: sheet?.rows.length ?? 0,
    fields,
    constants: constantFields.filter((each) => fields.includes(each)),
    choice: {
      headerRow: choice?.headerRow ?? 0,
      lastRow: choice?.lastRow ?? null,
      constants: choice?.constants ?? {},
    },
    columns: Array.from({ length: last }, (_, at) => ({
      number: at + 1,
      letter: columnName(at + 1),
      role: fields.find((each) => choice?.columns[each] === at + 1) ?? "",
    })),
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: cells.map(({ address, text }) => ({
        column: columnOfAddress(address),
        text: text.slice(0, 120),
      })),
    })),
  };
}
export type ColumnsPage = ReturnType<typeof columnsPage>;

function rowFrom(text: string | null): number | null {
  const row = Math.trunc(Number(text));
  return row >= 1 && row <= 1_048_576 ? row : null;
}

/** The choice as it was posted: `role-3=no`, `headerRow`, `lastRow`, `constant-part`. Problem: catalogue-role-twice. */
export function choiceFrom(
  fields: Readonly<Record<string, string | string[]>>,
  draft: Pick<OfficialDraft, "kind">,
): Result<TableChoice> {
  const columns: Partial<Record<DraftField, number>> = {};
  const problems: Problem[] = [];
  for (let column = 1; column <= SHOWN_COLUMNS; column += 1) {
    const role = textOf(fields, `role-${column}`);
    const field = fieldsOfKind[draft.kind].find((each) => each === role);
    if (!field) continue;
    const before = columns[field];
    if (before === undefined) columns[field] = column;
    else {
      const names = `${columnName(before)}・${columnName(column)}`;
      problems.push(problem("catalogue-role-twice", { columns: names }));
    }
  }
  if (problems.length > 0) return failed(...problems);
  const constants: TableChoice["constants"] = {};
  for (const name of constantFields) {
    const value = textOf(fields, `constant-${name}`).trim().slice(0, 200);
    if (value !== "") constants[name] = value;
  }
  return done({
    sheet: textOf(fields, "sheet"),
    headerRow: rowFrom(textOf(fields, "headerRow")) ?? 0,
    lastRow: rowFrom(textOf(fields, "lastRow").normalize("NFKC")),
    columns,
    constants,
  });
}
