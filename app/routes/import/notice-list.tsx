import { useWords } from "~/components/words";
import type { ProblemCode } from "~/domain/problem";
import { problemWords } from "~/messages/labels";
import { targetLabel } from "../import-columns/labels";
import type { ImportPageData } from "./route";

type Notice = ImportPageData["notices"][number];

/** Problems that say nothing but that a cell is empty. */
const ofEmptyCells: readonly ProblemCode[] = ["field-required", "import-default-missing"];

/** 列ごとの知らせ: what many rows have to say about one column, once, with the rows behind it. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const { report } = useWords().imports;
  if (notices.length === 0) return null;
  return (
    <section className="panel anchor" id="notices">
      <h2>{report.notices}</h2>
      <p className="panel-text quiet">{report.noticesWhat}</p>
      <ul className="known import-notices">
        {notices.map((each) => (
          <li key={`${each.first.code} ${each.first.at ?? ""} ${each.first.params.reason ?? ""}`}>
            <NoticeLine notice={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const words = useWords();
  const { report } = words.imports;
  const { first, isSame, count, ranges, rangeCount } = notice;
  const { what, next } = problemWords(words, first);
  const isEmpty = ofEmptyCells.includes(first.code);
  return (
    <>
      {first.at !== undefined && <b>{report.at(targetLabel(words, first.at))}</b>}
      {isEmpty ? report.emptyIn(count) : isSame || count === 1 ? what : report.example(what)}{" "}
      <span className="quiet">{next}</span>
      <details>
        <summary>
          {report.rows} <span className="num">{report.inRows(count)}</span>
        </summary>
        <p className="num">
          {ranges.map(({ from, to }) => (from === to ? `${from}` : report.range(from, to))).join("、")}
          {rangeCount > ranges.length && ` ${report.more(rangeCount - ranges.length)}`}
        </p>
      </details>
    </>
  );
}
