import { Link } from "@remix-run/react";
import { ScrollBox } from "~/components/scroll-box";
import { useLanguage, useWords } from "~/components/words";
import { type HistoryMark, historyLanes } from "~/domain/contract-history";
import { formatDay } from "~/messages/days";
import { markWords } from "./history-chart";
import type { ContractPage } from "./page.server";

/** The same facts as the 年表, as a table one can read aloud, copy and open from. */
export function HistoryTable({ page }: { page: ContractPage }) {
  const words = useWords();
  const { contracts } = words;
  const rows = historyLanes.flatMap((lane) =>
    page.marks.filter((each) => each.lane === lane).sort((a, b) => (a.from < b.from ? -1 : 1)),
  );
  return (
    <details className="panel-text">
      <summary>{contracts.inTable}</summary>
      <ScrollBox label={contracts.inTable}>
        <table className="list wide">
          <caption className="sr">{contracts.inTable}</caption>
          <thead>
            <tr>
              {(["lane", "name", "from", "to", "known"] as const).map((name) => (
                <th key={name} scope="col">
                  {contracts.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((mark) => (
              <Row key={`${mark.id} ${mark.isLater}`} mark={mark} contractId={page.contract.id} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

function Row({ mark, contractId }: { mark: HistoryMark; contractId: string }) {
  const words = useWords();
  const language = useLanguage();
  const { contracts } = words;
  const to = linkOf(mark, contractId);
  const name = markWords(words, mark, false);
  return (
    <tr className={mark.isLater ? "is-later" : undefined}>
      <td className="nowrap">{contracts.lanes[mark.lane]}</td>
      <th scope="row">{to ? <Link to={to}>{name}</Link> : name}</th>
      <td className="num">{formatDay(mark.from, language)}</td>
      <td className="num">
        {mark.to === undefined
          ? words.forms.notGiven
          : mark.to
            ? formatDay(mark.to, language)
            : contracts.open}
      </td>
      <td>{mark.isLater ? contracts.later : contracts.known}</td>
    </tr>
  );
}

function linkOf(mark: HistoryMark, contractId: string): string | null {
  switch (mark.lane) {
    case "period":
      return null;
    case "role-sheet":
      return mark.recordId ? `/role-sheets/${mark.recordId}?revision=${mark.id}` : `/contracts/${contractId}`;
    case "disclosure":
      return `/disclosures/${mark.id}`;
    case "paper":
      return `/issued/${mark.id}`;
  }
}
