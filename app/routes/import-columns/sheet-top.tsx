import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { ColumnsPage } from "./columns-page.server";
import { letterOf } from "./labels";

/** The top of the sheet as the clerk made it: another row is made the headings by pressing its button. */
export function SheetTop({ page }: { page: ColumnsPage }) {
  const { columnsPage: own } = useWords().imports;
  const width = Math.max(1, ...page.preview.map((line) => line.cells.length));
  return (
    <section className="panel import-scroll" id="field-headerRow" tabIndex={-1}>
      <h2>{own.preview}</h2>
      <SheetChoice page={page} />
      <p className="panel-text quiet">{own.previewWhat}</p>
      <ScrollBox label={own.preview}>
        <table className="sheet import-top">
          <thead>
            <tr>
              <td />
              {Array.from({ length: width }, (_, at) => (
                <th scope="col" key={letterOf(at + 1)}>
                  {letterOf(at + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.preview.map((line) => (
              <tr key={line.row} className={line.row === page.headerRow ? "is-heading" : undefined}>
                <th scope="row">
                  <PointAt row={line.row} isHere={line.row === page.headerRow} />
                </th>
                {Array.from({ length: width }, (_, at) => (
                  <td key={letterOf(at + 1)}>{line.cells[at] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {page.otherTables.map((row) => (
        <PointAtOther key={row} row={row} />
      ))}
    </section>
  );
}

function PointAt({ row, isHere }: { row: number; isHere: boolean }) {
  const { columnsPage: own } = useWords().imports;
  if (isHere) {
    return (
      <b>
        {row} {own.isHeading}
      </b>
    );
  }
  return (
    <button type="submit" name="pointed" value={row} className="button small" title={own.makeHeading(row)}>
      <span aria-hidden="true">{row}</span>
      <span className="sr">{own.makeHeading(row)}</span>
    </button>
  );
}

function PointAtOther({ row }: { row: number }) {
  const { columnsPage: own } = useWords().imports;
  return (
    <p className="note warn">
      {own.otherTables(String(row))}{" "}
      <button type="submit" name="pointed" value={row} className="button small">
        {own.makeHeading(row)}
      </button>
    </p>
  );
}

function SheetChoice({ page }: { page: ColumnsPage }) {
  const { columnsPage: own } = useWords().imports;
  if (page.sheets.length < 2) return <input type="hidden" name="sheet" value={page.sheet} />;
  return (
    <p className="panel-text sheet-choice">
      <label htmlFor="field-sheet">{own.sheet}</label>
      <select id="field-sheet" name="sheet" defaultValue={page.sheet}>
        {page.sheets.map((each) => (
          <option key={each.name} value={each.name}>
            {own.sheetOption(each.name, each.rowCount, each.isHidden)}
          </option>
        ))}
      </select>
      <button type="submit" name="intent" value="look" className="button">
        {own.sheetButton}
      </button>
    </p>
  );
}
