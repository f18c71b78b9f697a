import { Form, Link } from "@remix-run/react";
import { CellName } from "~/components/cell-name";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { weightKinds } from "~/domain/procurement";
import { comparisonSearch } from "./asked";
import type { Compared, SidePage } from "./route";

type Row = Compared["rows"][number];
type Cell = Row["cells"][number];

/** Weights as typed, by key of the item, while they could not be saved. */
type Typed = Readonly<Record<string, string>>;

/** Items × candidates: rows that differ first and marked in words, what cannot be compared says why. */
export function SideTable(props: { page: SidePage; compared: Compared; typed: Typed | undefined }) {
  const { comparison } = useWords().procurements;
  const { page, compared, typed } = props;
  const { asked, mayEdit, procurement } = page;
  const isWeighing = asked.isWeighing || typed !== undefined;
  const different = compared.rows.filter((each) => each.isDifferent);
  const rows = asked.rows === "different" ? different : compared.rows;
  return (
    <section className="panel">
      <h2>
        {comparison.table} <small>{comparison.differentRows(different.length, compared.rows.length)}</small>
      </h2>
      <nav className="filters panel-text" aria-label={comparison.table}>
        {(["all", "different"] as const).map((each) => (
          <Link
            key={each}
            className="filter"
            to={comparisonSearch(asked, { rows: each })}
            preventScrollReset
            aria-current={each === asked.rows ? "true" : undefined}
          >
            {each === "all" ? comparison.allRows : comparison.onlyDifferent}
          </Link>
        ))}
        {mayEdit && !isWeighing && (
          <Link
            className="button small"
            to={comparisonSearch(asked, { isWeighing: true })}
            preventScrollReset
          >
            {comparison.editWeights}
          </Link>
        )}
      </nav>
      {compared.crosswalks.length > 0 && (
        <p className="panel-text quiet">
          {comparison.viaCrosswalk}{" "}
          {compared.crosswalks.map((each) => (
            <Link key={each} to={`/catalogues/${encodeURIComponent(each)}`}>
              {each}
            </Link>
          ))}
        </p>
      )}
      {compared.head.notice !== "" && <p className="panel-text quiet">{compared.head.notice}</p>}
      {rows.length === 0 && <p className="panel-text quiet">{comparison.noDifferent}</p>}
      {rows.length > 0 && isWeighing && (
        <Form method="post" className="stack">
          <input type="hidden" name="form" value={compared.form} />
          <input type="hidden" name="version" value={procurement.version} />
          <Table compared={compared} rows={rows} isWeighing typed={typed} />
          <p className="panel-text">
            <button type="submit" className="button primary">
              {comparison.saveWeights}
            </button>
          </p>
          {compared.rows
            .filter((each) => !rows.includes(each))
            .map((each) => (
              <input
                key={each.key}
                type="hidden"
                name={`weight:${each.key}`}
                value={typed?.[each.key] ?? each.weight}
              />
            ))}
        </Form>
      )}
      {rows.length > 0 && !isWeighing && <Table compared={compared} rows={rows} isWeighing={false} />}
    </section>
  );
}

function Table(props: {
  compared: Compared;
  rows: readonly Row[];
  isWeighing: boolean;
  typed?: Typed | undefined;
}) {
  const { comparison } = useWords().procurements;
  const { compared, rows, isWeighing, typed } = props;
  return (
    <ScrollBox label={comparison.table}>
      <table className="side-by-side pin">
        <thead>
          <tr>
            <th scope="col">{comparison.item}</th>
            <th scope="col">{comparison.weight}</th>
            {compared.totals.map((each) => (
              <th key={each.candidateId} scope="col">
                {each.name}
                <span className="quiet block">{each.vendor}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.isDifferent ? "different" : undefined}>
              <th scope="row">
                <span className="num">{row.no}</span> {row.text}
                {row.isDifferent && <span className="tag">{comparison.different}</span>}
              </th>
              <td>
                {isWeighing ? <Weight row={row} typed={typed?.[row.key]} /> : comparison.weights[row.weight]}
              </td>
              {row.cells.map((cell, at) => (
                <td key={compared.totals[at]?.candidateId ?? at}>
                  <Said cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Weight({ row, typed }: { row: Row; typed: string | undefined }) {
  const { comparison } = useWords().procurements;
  return (
    <select
      name={`weight:${row.key}`}
      defaultValue={typed ?? row.weight}
      aria-label={comparison.weightOf(row.no || row.text)}
    >
      {weightKinds.map((each) => (
        <option key={each} value={each}>
          {comparison.weights[each]}
        </option>
      ))}
    </select>
  );
}

function Said({ cell }: { cell: Cell }) {
  const { procurements, answers } = useWords();
  const { comparison } = procurements;
  if (cell.kind === "none") return <span className="quiet">{comparison.obstacles[cell.why]}</span>;
  const { answer, remark, cell: place } = cell.answer;
  const needsEye = answer !== "yes" && answer !== "not-applicable";
  return (
    <>
      <b className={needsEye ? "late" : undefined}>{answers[answer]}</b>
      {cell.isToConfirm && <span className="block">{comparison.toConfirm}</span>}
      {remark !== "" && <span className="block">{remark}</span>}
      {cell.carriedFrom !== null && (
        <span className="block quiet">{comparison.carried(cell.carriedFrom)}</span>
      )}
      <span className="block quiet">
        <CellName cell={place} />
      </span>
    </>
  );
}
