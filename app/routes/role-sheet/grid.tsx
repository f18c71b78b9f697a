import { type FocusEvent, Fragment, type MouseEvent, useCallback, useMemo } from "react";
import { flushSync } from "react-dom";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { choiceFields, type GridRow } from "~/domain/role-grid";
import { rawOf, typedFields } from "~/domain/role-row-input";
import { isLeftOut } from "~/domain/role-sheet";
import type { Found } from "./found";
import { GridCell, placeUnder } from "./grid-cell";
import { GridHead } from "./grid-head";
import { GridNotices } from "./grid-notices";
import { OpenedRow, RowHead } from "./grid-row";
import { choiceWords, gridWords } from "./grid-words";
import type { SheetPage, ShownRow } from "./page.server";
import { cellWord } from "./party-words";
import type { SavingState } from "./saving";
import { useGrid, useIsWide } from "./use-grid";
import { useSaving } from "./use-saving";

/**
 * The sheet as one types into it, like a spreadsheet. Without script, and on a narrow window, each row is opened
 * by its name and written in a form; both write by the same rules.
 */
export function RoleGrid({ page, found }: { page: SheetPage; found: Found }) {
  const words = useWords();
  const { sheet } = page;
  const { saving, state } = useSaving(sheet.id);
  const rows = useMemo(() => gridRows(page.rows, state), [page.rows, state]);
  const known = useMemo(() => gridWords(words, sheet), [words, sheet]);
  const textOf = useCallback(
    (row: GridRow, column: number) => {
      const field = typedFields[column] ?? "party";
      return row.values[field] === "" ? "" : cellWord(words, sheet, field, row.values[field]);
    },
    [words, sheet],
  );
  const grid = useGrid({ rows, saving, words: known, textOf });
  const isWide = useIsWide();
  const isLive = isWide && page.mayEdit;
  const select = (event: MouseEvent) => {
    const place = isLive ? placeUnder(event) : null;
    if (!place || (event.target instanceof Element && event.target.matches(".cell-box"))) return;
    event.preventDefault();
    // why at once: what is typed right after the click must find the box of the cell that was clicked.
    flushSync(() => grid.commit() && grid.go(place, event.shiftKey));
    focusBox(event.currentTarget);
  };
  const edit = (event: MouseEvent) => {
    const place = isLive ? placeUnder(event) : null;
    const row = place && rows[place.row];
    if (row?.isOpen) grid.setTyping(textOf(row, place?.column ?? 0));
  };
  return (
    <section className="panel">
      <GridHead page={page} saving={saving} state={state} isLive={isLive} />
      <GridNotices sheet={sheet} saving={saving} state={state} rows={rows} grid={grid} />
      <ScrollBox label={words.roleGrid.title}>
        <table
          className="role-grid"
          data-grid=""
          role={isLive ? "grid" : undefined}
          aria-label={words.roleGrid.title}
          onKeyDown={isLive ? grid.onKeyDown : undefined}
          onPaste={isLive ? grid.onPaste : undefined}
          onCopy={isLive ? grid.onCopy : undefined}
          onCut={isLive ? grid.onCopy : undefined}
          onMouseDown={select}
          onDoubleClick={edit}
        >
          <ColumnNames />
          <tbody>
            {page.rows.map((row, at) => (
              <Fragment key={row.rowKey}>
                <Groups rows={page.rows} at={at} />
                <Row {...{ page, found, rows, at, grid, state, isLive }} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {choiceFields.map((field) => (
        <datalist key={field} id={`choices-${field}`}>
          {choiceWords(words, sheet, field).map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ))}
      <p className="legend">{words.roles.legend}</p>
    </section>
  );
}

/** The newest known values of every row: typed, recorded by us, or as the page was read. */
function gridRows(rows: readonly ShownRow[], state: SavingState): GridRow[] {
  return rows.map((row) => {
    const rowId = row.id ?? row.rowKey;
    const saved = state.saved.get(rowId);
    const recorded = saved && saved.version >= row.version ? saved.values : rawOf(row);
    const values = { ...recorded, ...state.drafts.get(rowId)?.fields };
    const isOpen = row.id !== null && row.lockedAt === null && !isLeftOut(row);
    return { rowId, label: row.label, isOpen, values };
  });
}

function focusBox(table: EventTarget): void {
  if (table instanceof HTMLElement)
    table.querySelector<HTMLElement>(".cell-box")?.focus({ preventScroll: true });
}

function ColumnNames() {
  const { roles } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col" className="at-no">
          {roles.column.no}
        </th>
        <th scope="col" className="at-label">
          {roles.column.label}
        </th>
        {typedFields.map((field) => (
          <th key={field} scope="col" className={`at-${field}`}>
            {roles.column[field]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Groups({ rows, at }: { rows: readonly ShownRow[]; at: number }) {
  const { roles } = useWords();
  const [row, before] = [rows[at], rows[at - 1]];
  if (!row) return null;
  const isNewPart = row.part !== before?.part;
  const columns = typedFields.length + 2;
  return (
    <>
      {isNewPart && (
        <tr className="part">
          <th scope="colgroup" colSpan={columns}>
            {roles.part[row.part]}
          </th>
        </tr>
      )}
      {(isNewPart || row.group !== before?.group) && (
        <tr className="group">
          <th scope="colgroup" colSpan={columns}>
            {row.group === "" ? roles.own : row.group}
          </th>
        </tr>
      )}
    </>
  );
}

type RowProps = {
  page: SheetPage;
  found: Found;
  rows: readonly GridRow[];
  at: number;
  grid: ReturnType<typeof useGrid>;
  state: SavingState;
  isLive: boolean;
};

function Row({ page, found, rows, at, grid, state, isLive }: RowProps) {
  const [row, own] = [page.rows[at], rows[at]];
  const { active, block, typing } = grid;
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest("[data-grid]")))
      grid.commit();
  };
  if (!row || !own) return null;
  const failedRow = found?.intent === "row" ? found.typed.rowId : undefined;
  const isOpen = row.id !== null && page.mayEdit && row.id === (failedRow ?? page.openRow);
  const isMarkedRow = isLive && at >= block.top && at <= block.bottom;
  return (
    <>
      <tr id={row.id === null ? undefined : `row-${row.id}`} data-row={at} className={classOf(row, isOpen)}>
        <RowHead row={row} page={page} isOpen={isOpen} />
        {typedFields.map((field, column) => {
          const isActive = isLive && active.row === at && active.column === column;
          const isMarked = isMarkedRow && column >= block.left && column <= block.right;
          return (
            <GridCell
              key={field}
              labels={page.sheet}
              rowLabel={row.label}
              field={field}
              column={column}
              values={own.values}
              mark={isActive ? "active" : isMarked ? "marked" : "plain"}
              typing={isActive ? typing : null}
              isUnsaved={state.drafts.get(own.rowId)?.fields[field] !== undefined}
              isWrong={state.problems.some((each) => each.at === `${own.rowId}.${field}`)}
              isReadOnly={!own.isOpen}
              wasMoved={grid.wasMoved}
              onType={grid.setTyping}
              onBlur={onBlur}
            />
          );
        })}
      </tr>
      {isOpen && <OpenedRow row={row} page={page} found={failedRow === row.id ? found : undefined} />}
    </>
  );
}

function classOf(row: ShownRow, isOpen: boolean): string {
  return [isOpen ? "is-open" : "", isLeftOut(row) ? "left-out" : "", row.lockedAt === null ? "" : "locked"]
    .filter((each) => each !== "")
    .join(" ");
}
