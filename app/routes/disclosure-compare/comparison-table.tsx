import { Link } from "@remix-run/react";
import { CellName } from "~/components/cell-name";
import { ChangedText } from "~/components/changed-text";
import { DataTable } from "~/components/data-table";
import { Pager } from "~/components/list-bar";
import { useWords } from "~/components/words";
import { answerChanges } from "~/domain/disclosure-comparison";
import { type ListState, listSearch, withFilter } from "~/domain/list-query";
import type { ComparedPair } from "./route";

type Row = ComparedPair["rows"][number];

/** Every row of the two disclosures that the address asks for, the newer one's order. */
export function ComparisonTable({ pair, state }: { pair: ComparedPair; state: ListState }) {
  const { disclosureCompare: text } = useWords();
  const names = ["no", "question", "change", "older", "newer"] as const;
  return (
    <section className="panel">
      <h2>
        {text.table} <small>{text.found(pair.changed, pair.total)}</small>
      </h2>
      <Filters pair={pair} state={state} />
      {pair.rows.length === 0 ? (
        <p className="panel-text quiet">{text.nothing}</p>
      ) : (
        <DataTable
          caption={text.table}
          columns={names.map((name) => ({ name, label: text.columns[name] }))}
          rows={pair.rows.map((row) => ({
            id: [...row.newer, ...row.older].map((each) => `${each.cell} ${each.ref}`).join(" "),
            cells: cellsOf(row),
          }))}
        />
      )}
      <Pager state={state} total={pair.found} />
    </section>
  );
}

function Filters({ pair, state }: { pair: ComparedPair; state: ListState }) {
  const { disclosureCompare: text } = useWords();
  const chosen = state.filters.show ?? "";
  const chips: { value: string; label: string; count: number }[] = [
    { value: "", label: text.allChanges, count: pair.changed },
    ...answerChanges
      .filter((each) => pair.counts[each] > 0 && each !== "none")
      .map((value) => ({ value, label: text.changes[value], count: pair.counts[value] })),
    { value: "all", label: text.allRows, count: pair.total },
  ];
  return (
    <nav className="filters panel-text" aria-label={text.filter}>
      {chips.map(({ value, label, count }) => (
        <Link
          key={value}
          className="filter"
          to={listSearch(state, withFilter(state, "show", value))}
          preventScrollReset
          aria-current={value === chosen ? "true" : undefined}
        >
          {label} {count}
        </Link>
      ))}
    </nav>
  );
}

function cellsOf(row: Row) {
  const [was, is] = [row.older[0], row.newer[0]];
  const head = is ?? was;
  return {
    no: (
      <span className="num">
        {[...new Set([...row.older, ...row.newer].map((each) => each.no))].join(" → ")}
      </span>
    ),
    question: (
      <>
        {head?.question}
        {row.isReworded && was && is && <span className="block quiet">{was.question}</span>}
      </>
    ),
    change: <Change row={row} />,
    older: <Side row={row} side="older" />,
    newer: <Side row={row} side="newer" />,
  };
}

function Change({ row }: { row: Row }) {
  const { disclosureCompare: text } = useWords();
  return (
    <>
      <span className="tag">{text.changes[row.change]}</span>
      {row.isReworded && (
        <span className="tag" title={text.rewordedHelp}>
          {text.reworded}
        </span>
      )}
      {row.obstacle && <span className="block quiet">{text.obstacles[row.obstacle]}</span>}
    </>
  );
}

function Side({ row, side }: { row: Row; side: "older" | "newer" }) {
  const { answers, disclosures } = useWords();
  const own = row[side];
  const pieces = side === "older" ? row.remark?.old : row.remark?.next;
  if (own.length === 0) return <span className="quiet">{disclosures.noRow}</span>;
  return own.map((each) => (
    <span key={`${each.ref} ${each.cell}`} className="block">
      <b>{answers[each.answer]}</b> {own.length > 1 && <span className="num">{each.no}</span>}
      {each.remark !== "" && (
        <span className="block">
          {pieces ? <ChangedText pieces={pieces} kind={side === "older" ? "del" : "ins"} /> : each.remark}
        </span>
      )}
      <span className="block quiet">
        <CellName cell={each.cell} />
      </span>
    </span>
  ));
}
