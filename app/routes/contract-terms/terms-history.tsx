import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { ScrollBox } from "~/components/scroll-box";
import { useLanguage, useWords } from "~/components/words";
import { BEGINNING } from "~/domain/contract-terms";
import { formatDay, formatMoment } from "~/messages/days";
import type { TermsPage } from "./page.server";
import { termText } from "./terms-words";

type Line = TermsPage["lines"][number];

/** 改定の記録: first terms, amendments, renewals and corrections; what was corrected stays and says so. */
export function TermsHistory({ page }: { page: TermsPage }) {
  const { contractRecords: text } = useWords();
  const names = ["from", "what", "changes", "recorded"] as const;
  return (
    <section className="panel">
      <h2>
        {text.historyTitle} <small>{text.historyWhat}</small>
      </h2>
      <ScrollBox label={text.historyTitle}>
        <table className="list wide">
          <caption className="sr">{text.historyTitle}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {text.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.lines.map((line) => (
              <Row key={line.id} line={line} page={page} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Row({ line, page }: { line: Line; page: TermsPage }) {
  const { contractRecords: text } = useWords();
  const language = useLanguage();
  const from =
    line.effectiveFrom === BEGINNING ? text.fromBeginning : formatDay(line.effectiveFrom, language);
  return (
    <tr className={line.isSuperseded ? "is-later" : undefined}>
      <th scope="row" className="num">
        {from} <States line={line} />
      </th>
      <td>
        <Source line={line} />
        {page.head.mayEdit && !line.isSuperseded && (
          <Link className="quiet block" to={`/contracts/${page.head.id}/edit?revision=${line.id}`}>
            {text.correct}
          </Link>
        )}
      </td>
      <td>
        <Changes line={line} names={page.names} />
      </td>
      <td className="num">
        {text.recordedBy(formatMoment(line.recordedAt), line.recordedBy ?? text.unknownPerson)}
      </td>
    </tr>
  );
}

function States({ line }: { line: Line }) {
  const { contractRecords: text } = useWords();
  return (
    <span className="block">
      {line.isHeld && <Tag>{text.heldNow}</Tag>}
      {line.isComing && <Tag>{text.coming}</Tag>}
      {line.isSuperseded && <Tag>{text.superseded}</Tag>}
    </span>
  );
}

function Source({ line }: { line: Line }) {
  const { contractRecords: text } = useWords();
  const language = useLanguage();
  const { source } = line;
  const name = text.source(source.number, source.title);
  return (
    <>
      {text.origins[line.origin]} {line.isCorrection && <Tag>{text.correction}</Tag>}
      {name !== "" && (
        <span className="block">
          {source.documentId ? <a href={`/contract-documents/${source.documentId}`}>{name}</a> : name}
        </span>
      )}
      {source.signedOn && (
        <span className="block quiet">{text.signed(formatDay(source.signedOn, language))}</span>
      )}
      {line.reason !== "" && <span className="block">{line.reason}</span>}
    </>
  );
}

function Changes({ line, names }: { line: Line; names: TermsPage["names"] }) {
  const words = useWords();
  const language = useLanguage();
  const { contractRecords: text } = words;
  const { before } = line;
  if (before === null) return null;
  if (line.changed.length === 0) return <span className="quiet">{text.nothingChanged}</span>;
  return (
    <ul className="plain-list">
      {line.changed.map((field) => (
        <li key={field}>
          {text.terms[field]}：
          {text.was(
            termText(words, language, names, before, field),
            termText(words, language, names, line.terms, field),
          )}
        </li>
      ))}
    </ul>
  );
}
