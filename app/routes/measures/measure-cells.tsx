import { Link } from "@remix-run/react";
import { PartyBadge } from "~/components/badges";
import { useLanguage, useWords } from "~/components/words";
import type { MeasureCell } from "~/domain/measure-board";
import { formatDay } from "~/messages/days";

/** What the vendor answered to the questions that lead to the measure. */
export function DisclosedCell({ cell }: { cell: MeasureCell }) {
  const { measures, answers } = useWords();
  if (cell.answers.length === 0) return <span className="quiet">{measures.noAnswer}</span>;
  return (
    <>
      {cell.answers.map((each) => (
        <Link
          key={`${each.disclosureId} ${each.no} ${each.cell}`}
          className="block"
          to={`/disclosures/${each.disclosureId}`}
          title={each.question}
        >
          {measures.answerOf(each.no, answers[each.answer])}
        </Link>
      ))}
    </>
  );
}

/** Who bears it by the agreed rows, and the servers' own list where it is about updates. */
export function BearerCell({ cell }: { cell: MeasureCell }) {
  const { measures } = useWords();
  const { bearers, servers } = cell;
  const hasServers = servers !== null && servers.vendor + servers.hospital + servers.unclear > 0;
  return (
    <>
      {bearers.length === 0 && <span className="quiet">{measures.noBearer}</span>}
      {bearers.map((each) => (
        <span key={`${each.roleSheetId} ${each.label}`} className="block">
          {each.thirdPartyName === "" ? (
            <PartyBadge party={each.party} />
          ) : (
            <PartyBadge party={each.party} label={each.thirdPartyName} />
          )}{" "}
          <Link to={`/role-sheets/${each.roleSheetId}`}>{measures.bearerOf(each.contract)}</Link>
        </span>
      ))}
      {hasServers && servers !== null && (
        <span className="block quiet">
          {measures.servers(servers.vendor, servers.hospital, servers.unclear)}
        </span>
      )}
    </>
  );
}

/** When it was last done, and what shows it. */
export function LastCell({ cell }: { cell: MeasureCell }) {
  const { measures } = useWords();
  const language = useLanguage();
  const agreed = cell.bearers.map((each) => each.evidence).filter(Boolean);
  return (
    <>
      {cell.last === null ? (
        <span className="quiet">{measures.never}</span>
      ) : (
        <>
          <span className="block">
            {measures.lastOf(formatDay(cell.last.doneOn, language), cell.last.what)}
          </span>
          <span className="block quiet">{measures.evidenceOf(cell.last.evidence)}</span>
        </>
      )}
      {agreed.length > 0 && <span className="block quiet">{measures.evidenceOf(agreed.join("、"))}</span>}
    </>
  );
}
