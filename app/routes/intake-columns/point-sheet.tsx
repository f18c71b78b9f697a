import { Link } from "@remix-run/react";
import { useState } from "react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { textOf } from "~/routes/intake/typed";
import type { PointRole } from "./columns-page.server";
import type { PointProps } from "./point-form";

const roles: readonly PointRole[] = ["no", "question", "yes", "no-answer", "na", "word", "remark"];

/**
 * The vendor's sheet with a choice above each column. A click on a row's number makes it the last heading row;
 * the same number can be typed.
 */
export function PointSheet({ page, typed, problems }: PointProps) {
  const { receipt, intake } = useWords();
  const [headerRow, setHeaderRow] = useState(textOf(typed, "headerRow", String(page.headerRow)));
  const [chosen, setChosen] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      page.columns.map(({ column }) => [
        String(column),
        textOf(typed, `column-${column}`, page.roles[String(column)] ?? ""),
      ]),
    ),
  );
  const point = (column: number, role: string) =>
    setChosen((before) => {
      // why: a role stands at one column; pointing at another one moves it.
      const moved = Object.entries(before).map(([each, was]) => [
        each,
        role !== "" && was === role ? "" : was,
      ]);
      return { ...Object.fromEntries(moved), [String(column)]: role };
    });
  return (
    <div className="stack">
      <SheetChoice page={page} />
      <div className="field-row">
        <Field name="headerRow" label={receipt.headerRow} hint={receipt.headerRowHint} problems={problems}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              className="compact"
              value={headerRow}
              onChange={(event) => setHeaderRow(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field name="lastRow" label={receipt.lastRow} hint={receipt.lastRowHint} problems={problems}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              className="compact"
              defaultValue={textOf(typed, "lastRow", page.lastRow === null ? "" : String(page.lastRow))}
            />
          )}
        </Field>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="sheet-box" tabIndex={0} aria-label={intake.sheetNamed(page.name)}>
        <table className="sheet wide pointing">
          <thead>
            <tr>
              <th>
                <span className="sr">{intake.sheetRow}</span>
              </th>
              {page.columns.map(({ column, name }) => (
                <th key={column} scope="col" className={chosen[String(column)] ? "pointed" : undefined}>
                  <label htmlFor={`column-${column}`}>{receipt.columnNamed(name)}</label>
                  <select
                    id={`column-${column}`}
                    name={`column-${column}`}
                    value={chosen[String(column)] ?? ""}
                    // biome-ignore lint/a11y/noAutofocus: the person came here by choosing this very column
                    autoFocus={page.asked === name}
                    onChange={(event) => point(column, event.currentTarget.value)}
                  >
                    <option value="">{receipt.columnRoles.none}</option>
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {receipt.columnRoles[role]}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={row.row} className={row.row <= Number(headerRow) ? "heading" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="row-number"
                    aria-label={receipt.headingUpTo(row.row)}
                    aria-pressed={String(row.row) === headerRow}
                    onClick={() => setHeaderRow(String(row.row))}
                  >
                    {row.row}
                  </button>
                </th>
                <Cells row={row} page={page} chosen={chosen} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {page.isCut && <p className="quiet">{receipt.rowsCut(page.rows.length)}</p>}
    </div>
  );
}

function Cells(props: {
  row: PointProps["page"]["rows"][number];
  page: PointProps["page"];
  chosen: Readonly<Record<string, string>>;
}) {
  const texts = new Map(props.row.cells.map((cell) => [cell.address, cell.text]));
  return (
    <>
      {props.page.columns.map(({ column, name }) => (
        <td key={column} className={props.chosen[String(column)] ? "read" : undefined}>
          {texts.get(`${name}${props.row.row}`)}
        </td>
      ))}
    </>
  );
}

function SheetChoice({ page }: Pick<PointProps, "page">) {
  const { intake } = useWords();
  if (page.sheets.length < 2) return null;
  return (
    <nav className="filters sheet-tabs" aria-label={intake.sheets}>
      {page.sheets.map((sheet, at) => (
        <Link
          key={sheet.name}
          className="filter"
          to={`?sheet=${at}`}
          preventScrollReset
          aria-current={at === page.at ? "true" : undefined}
        >
          {sheet.name}
          {sheet.isHidden && <span className="quiet">（{intake.sheetHidden}）</span>}
        </Link>
      ))}
    </nav>
  );
}
