import { Link } from "@remix-run/react";
import type { Citation, CitedKind } from "~/domain/check-facts";
import { type Evidence, type EvidenceStatement, isOfHouse } from "~/domain/evidence";
import { formatDay } from "~/messages/days";
import { evidenceText } from "~/messages/evidence-words";
import { useLanguage, useWords } from "./words";

const folders: Record<Exclude<CitedKind, "house-answer">, string> = {
  system: "systems",
  server: "servers",
  connection: "connections",
  disclosure: "disclosures",
  contract: "contracts",
  vendor: "vendors",
  "two-factor": "two-factor",
  "role-sheet": "role-sheets",
  "checklist-response": "checklist-responses",
  "measure-record": "measures",
};

/** Where a cited record is shown. */
function citationPath({ kind, id }: Citation): string {
  return kind === "house-answer" ? "/surveys" : `/${folders[kind]}/${id}`;
}

/** What the records suggest and why: each sentence with the records behind it and what is missing. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { selfChecks } = useWords();
  return (
    <div className="evidence">
      <p>
        <span className={`lean ${evidence.lean}`}>{selfChecks.leans[evidence.lean]}</span>
      </p>
      {evidence.statements.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change their order
        <StatementView key={at} statement={each} />
      ))}
    </div>
  );
}

/** One sentence with its records, folded away. */
export function StatementView({ statement }: { statement: EvidenceStatement }) {
  const words = useWords();
  const { selfChecks } = words;
  const { code, count, cites, missing } = statement;
  return (
    <div>
      <p>{evidenceText(words, statement)}</p>
      {missing.length > 0 && !isOfHouse(code) && (
        <p className="quiet">{selfChecks.missing(missing.join("、"))}</p>
      )}
      {cites.length > 0 && (
        <details className="cited">
          <summary>{selfChecks.cited}</summary>
          <CitationList cites={cites} count={count} />
        </details>
      )}
    </div>
  );
}

/** Links to records, with how many more there are than could be listed. */
export function CitationList({ cites, count }: { cites: readonly Citation[]; count: number }) {
  const { selfChecks } = useWords();
  const language = useLanguage();
  return (
    <ul>
      {cites.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one record can be cited twice, and the order stays
        <li key={at}>
          <Link to={citationPath(each)}>{each.label}</Link>
          {each.on !== null && <span className="quiet num">　{formatDay(each.on, language)}</span>}
        </li>
      ))}
      {count > cites.length && <li className="quiet">{selfChecks.more(count - cites.length)}</li>}
    </ul>
  );
}
