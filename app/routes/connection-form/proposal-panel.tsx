import { Link } from "@remix-run/react";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { type ConnectionProposal, silentFields } from "~/domain/connection-proposal";
import type { BasisLine } from "~/use-cases/connections.server";

/** What the current disclosures say: each answer with its cell, so that a person can judge the proposal. */
export function ProposalPanel({ proposal }: { proposal: ConnectionProposal | null }) {
  const { connections: text } = useWords();
  const silent = silentFields(proposal).map((each) => text.proposedFields[each]);
  return (
    <section className="panel">
      <h2>{text.proposalTitle}</h2>
      {proposal === null ? (
        <p className="panel-text quiet">{text.proposalNone}</p>
      ) : (
        <>
          <p className="panel-text quiet">{text.proposalWhat}</p>
          {proposal.keepsLogs !== null && <p className="panel-text">{text.keepsLogs(proposal.keepsLogs)}</p>}
          <AnswerList caption={text.proposalTitle} answers={proposal.answers} />
          {proposal.answers.some((each) => each.means === "possible") && (
            <p className="panel-text">{text.ableOnly}</p>
          )}
          {proposal.answers.some((each) => each.means === "words") && (
            <p className="panel-text">{text.byWords}</p>
          )}
          {silent.length > 0 && <p className="panel-text">{text.silent(silent.join("、"))}</p>}
        </>
      )}
    </section>
  );
}

/** Answers a person confirmed an entry by. */
export function BasisPanel({ basis }: { basis: readonly BasisLine[] }) {
  const { connections: text } = useWords();
  if (basis.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.basisTitle}</h2>
      <AnswerList caption={text.basisTitle} answers={basis} />
    </section>
  );
}

function AnswerList(props: { caption: string; answers: readonly BasisLine[] }) {
  const words = useWords();
  const { connections: text } = words;
  const fields: Readonly<Record<string, string>> = text.proposedFields;
  const answerWords: Readonly<Record<string, string>> = words.answers;
  const names = ["field", "question", "answer", "remark", "cell"] as const;
  return (
    <ScrollBox label={props.caption}>
      <table className="list">
        <caption className="sr">{props.caption}</caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {text.answerColumns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.answers.map((each) => (
            <tr key={`${each.field} ${each.disclosureId} ${each.cell} ${each.no}`}>
              <th scope="row">{fields[each.field] ?? each.field}</th>
              <td>
                <span className="num">{each.no}</span> {each.question}
              </td>
              <td className="nowrap">{answerWords[each.answer] ?? each.answer}</td>
              <td>{each.remark || words.forms.notGiven}</td>
              <td className="num">
                <Link to={`/disclosures/${each.disclosureId}`}>{each.cell}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
