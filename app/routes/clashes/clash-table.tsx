import { Link } from "@remix-run/react";
import { CellName } from "~/components/cell-name";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import { recordName, recordPath, saidWord } from "./asked";
import type { ClashRow } from "./route";

/** One row a pair: what does not go together, both places, and the lines that join them. */
export function ClashTable(props: { rows: readonly ClashRow[]; systems: Readonly<Record<string, string>> }) {
  const { clashes } = useWords();
  const names = ["kind", "left", "right", "way"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={clashes.title}
        columns={names.map((name) => ({ name, label: clashes.columns[name] }))}
        rows={props.rows.map((row) => ({
          id: idOf(row),
          cells: {
            kind: <Kind row={row} systems={props.systems} />,
            left: <Side side={row.left} />,
            right: <Side side={row.right} />,
            way: <Way row={row} />,
          },
        }))}
      />
    </section>
  );
}

const idOf = ({ kind, left, right }: ClashRow) =>
  [kind, left, right]
    .map((each) =>
      typeof each === "string" ? each : [each.record.id, ...each.items.map((item) => item.key)].join(" "),
    )
    .join(" ");

function Kind({ row, systems }: { row: ClashRow; systems: Readonly<Record<string, string>> }) {
  const { clashes } = useWords();
  const names = row.systemIds.flatMap((id) => systems[id] ?? []);
  return (
    <>
      <span className="block quiet">{names.length > 0 ? names.join("・") : clashes.noSystem}</span>
      {clashes.kinds[row.kind].title}
      <span className="block quiet">{clashes.kinds[row.kind].next}</span>
    </>
  );
}

function Side({ side }: { side: ClashRow["left"] }) {
  const words = useWords();
  const language = useLanguage();
  const { clashes } = words;
  const { record, items } = side;
  return (
    <>
      <Link to={recordPath(side)}>{recordName(words, record)}</Link>
      <span className="block quiet">
        {clashes.revisionOf[record.source](record.revision)} · {formatDay(record.day, language)}
      </span>
      {items.map((item) => (
        <span key={item.key} className="block">
          <b>{saidWord(words, item.value)}</b> <span className="num">{item.no || clashes.unnumbered}</span>{" "}
          {item.text}
          {item.remark !== "" && <span className="block quiet">「{item.remark}」</span>}
          {item.cell !== "" && (
            <span className="block quiet">
              <CellName cell={item.cell} />
            </span>
          )}
          {item.carriedFrom !== undefined && (
            <span className="block quiet">{clashes.carriedFrom(item.carriedFrom)}</span>
          )}
        </span>
      ))}
    </>
  );
}

/** How the two were joined; the first way in full, how many others there are. */
function Way({ row }: { row: ClashRow }) {
  const { clashes, mappingRelations } = useWords();
  const [first = [], ...others] = row.ways;
  const how = row.isWhole ? "whole" : "part";
  return (
    <>
      <span className="tag" title={clashes.howHelp[how]}>
        {clashes.how[how]}
      </span>
      {first.length === 0 && <span className="block">{clashes.sameItem}</span>}
      {first.map(({ mapping, line }) => (
        <span key={`${mapping} ${line.id}`} className="block">
          <Link to={`/catalogues/${encodeURIComponent(mapping)}`}>{clashes.line(line.id)}</Link>{" "}
          {mappingRelations[line.relation]}
          <span className="block quiet">{line.reason}</span>
          {line.confirmedBy !== undefined && (
            <span className="block quiet">{clashes.confirmed(line.confirmedBy, line.confirmedOn ?? "")}</span>
          )}
        </span>
      ))}
      {others.length > 0 && <span className="block quiet">{clashes.moreWays(others.length)}</span>}
    </>
  );
}
