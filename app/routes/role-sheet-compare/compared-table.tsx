import { ChangedText } from "~/components/changed-text";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { ComparedRow } from "./compare.server";
import type { ComparePage } from "./route";

/** The rows that differ (or all), each with its changed fields beside each other. */
export function ComparedTable({ page }: { page: ComparePage }) {
  const { roleCompare, roles } = useWords();
  return (
    <section className="panel">
      <h2>{roleCompare.title}</h2>
      {page.rows.length === 0 ? (
        <p className="panel-text quiet">{roleCompare.noChange}</p>
      ) : (
        <ScrollBox label={roleCompare.title}>
          <table className="compared">
            <thead>
              <tr>
                {[
                  roles.column.no,
                  roles.column.label,
                  roleCompare.what,
                  roleCompare.old,
                  roleCompare.next,
                ].map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <Rows key={row.rowKey} row={row} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

/** One row of the sheet: what became of it, then one line a changed field. */
function Rows({ row }: { row: ComparedRow }) {
  const { roleCompare, roles, forms } = useWords();
  const lines = Math.max(1, row.fields.length);
  const head = (
    <>
      <th scope="rowgroup" rowSpan={lines} className="num">
        {row.no === "" ? roles.noNumber : row.no}
      </th>
      <th scope="rowgroup" rowSpan={lines}>
        <b>{row.label}</b>
        <span className="tag">{roleCompare.kinds[row.kind]}</span>
        {row.reason !== "" && <span className="quiet block">{row.reason}</span>}
      </th>
    </>
  );
  if (row.fields.length === 0) {
    return (
      <tr>
        {head}
        <td colSpan={3} className="quiet">
          {roleCompare.whole[row.kind]}
        </td>
      </tr>
    );
  }
  return row.fields.map((each, at) => (
    <tr key={each.field}>
      {at === 0 && head}
      <td>{each.field}</td>
      <td>{each.old === "" ? forms.notGiven : <ChangedText pieces={each.pieces.old} kind="del" />}</td>
      <td>{each.next === "" ? forms.notGiven : <ChangedText pieces={each.pieces.next} kind="ins" />}</td>
    </tr>
  ));
}
