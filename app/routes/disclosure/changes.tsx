import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import type { AnswerDifference } from "~/domain/disclosure";
import { formatDay } from "~/messages/days";
import type { DisclosurePage } from "./disclosure-page.server";

/** What changed since the disclosure before, row by row; rows that are equal are not shown. */
export function Changes({ page }: { page: DisclosurePage }) {
  const { disclosures, disclosureCompare } = useWords();
  const language = useLanguage();
  const { older, differences } = page;
  const day = older ? formatDay(older.issuedOn, language) : "";
  const count = differences?.length ?? 0;
  return (
    <section className="panel" id="changes">
      <h2>{disclosures.changes}</h2>
      <p className="panel-text">
        {older === null && disclosures.changesFirst}
        {older !== null && (
          <>
            <Link to={`/disclosures/${older.id}`}>
              {count === 0 ? disclosures.changesNone(day) : disclosures.changesSince(day, count)}
            </Link>{" "}
            <Link className="button small" to={`/disclosures/${page.disclosure.id}/compare`}>
              {disclosureCompare.open}
            </Link>
          </>
        )}
      </p>
      {differences && count > 0 && (
        <DataTable
          caption={disclosures.changes}
          columns={[
            { name: "no", label: disclosures.answerColumns.no },
            { name: "question", label: disclosures.answerColumns.question },
            { name: "before", label: disclosures.before },
            { name: "after", label: disclosures.after },
          ]}
          rows={differences.map((each) => ({
            id: `${each.no} ${each.question}`,
            cells: {
              no: <span className="num">{each.no}</span>,
              question: each.question,
              before: <Side side={each.before} />,
              after: <Side side={each.after} />,
            },
          }))}
        />
      )}
    </section>
  );
}

function Side({ side }: { side: AnswerDifference["before"] }) {
  const { answers, disclosures } = useWords();
  if (side === null) return <span className="quiet">{disclosures.noRow}</span>;
  return (
    <>
      <b>{answers[side.answer]}</b>
      {side.remark !== "" && <span className="block quiet">{side.remark}</span>}
    </>
  );
}
