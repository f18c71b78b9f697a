import { useState } from "react";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { ColumnsPage } from "./columns-page.server";

/** The sheet as it is in the file; above each column its role, before each row whether it holds the headings. */
export function SheetToPoint({ page }: { page: ColumnsPage }) {
  const { columns: words } = useWords().catalogueDrafts;
  const [roles, setRoles] = useState<ReadonlyMap<number, string>>(
    new Map(page.columns.map(({ number, role }) => [number, role])),
  );
  const [headerRow, setHeaderRow] = useState(page.choice.headerRow);
  return (
    <section className="panel">
      <h2>
        {words.preview(page.sheet)} <small>{words.shown(page.rows.length, page.rowCount)}</small>
      </h2>
      <p className="panel-text quiet">{words.pointing}</p>
      <ScrollBox label={words.preview(page.sheet)}>
        <table className="sheet wide point">
          <thead>
            <tr>
              <th scope="col">
                <label className="row-choice">
                  <input
                    type="radio"
                    name="headerRow"
                    value="0"
                    checked={headerRow === 0}
                    onChange={() => setHeaderRow(0)}
                    aria-label={words.noHeader}
                    title={words.noHeader}
                  />
                  {words.rowNo}
                </label>
              </th>
              {page.columns.map((column) => (
                <th key={column.number} scope="col">
                  {column.letter}
                  <RoleChoice
                    column={column}
                    fields={page.fields}
                    onChoose={(role) => setRoles(new Map(roles).set(column.number, role))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr
                key={row.row}
                className={row.row === headerRow ? "heading" : row.row < headerRow ? "above" : undefined}
              >
                <th scope="row">
                  <label className="row-choice">
                    <input
                      type="radio"
                      name="headerRow"
                      value={row.row}
                      checked={row.row === headerRow}
                      onChange={() => setHeaderRow(row.row)}
                      aria-label={words.headerIs(row.row)}
                    />
                    {row.row}
                  </label>
                </th>
                {page.columns.map(({ number }) => (
                  <td
                    key={number}
                    className={row.row < headerRow || (roles.get(number) ?? "") === "" ? "skip" : "read"}
                  >
                    {row.cells.find((cell) => cell.column === number)?.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function RoleChoice(props: {
  column: ColumnsPage["columns"][number];
  fields: ColumnsPage["fields"];
  onChoose: (role: string) => void;
}) {
  const { columns: words, fields } = useWords().catalogueDrafts;
  const { number, letter, role } = props.column;
  return (
    <select
      name={`role-${number}`}
      className="compact"
      defaultValue={role}
      aria-label={words.roleOf(letter)}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <option value="">{words.none}</option>
      {props.fields.map((each) => (
        <option key={each} value={each}>
          {fields[each]}
        </option>
      ))}
    </select>
  );
}
