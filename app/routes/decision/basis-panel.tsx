import { VerdictBadge } from "~/components/badges";
import { CellName } from "~/components/cell-name";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { DecisionData } from "./route";

/** What the decision was taken on, and what the newest disclosure says otherwise. */
export function BasisPanel({ page }: { page: DecisionData }) {
  const { decisions } = useWords();
  const { basis } = page;
  const text = decisions.page;
  return (
    <section className="panel">
      <h2>
        <span>
          {text.basis} <VerdictBadge verdict={basis.verdict} />
        </span>
      </h2>
      {basis.answers.length === 0 ? (
        <p className="panel-text quiet">{text.noAnswers}</p>
      ) : (
        <Answers answers={basis.answers} />
      )}
      <Difference page={page} />
    </section>
  );
}

function Answers({ answers }: { answers: DecisionData["basis"]["answers"] }) {
  const words = useWords();
  const text = words.decisions.page;
  const labels: Readonly<Record<string, string>> = words.answers;
  return (
    <ScrollBox label={text.basis}>
      <table className="list">
        <caption className="sr">{text.basis}</caption>
        <thead>
          <tr>
            <th scope="col">{text.answerNo}</th>
            <th scope="col">{text.question}</th>
            <th scope="col">{text.answer}</th>
            <th scope="col">{text.remark}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((each) => (
            <tr key={`${each.no} ${each.cell}`}>
              <th scope="row" className="num">
                {each.no}
              </th>
              <td>
                {each.question}{" "}
                {each.cell !== "" && (
                  <span className="tag">
                    <CellName cell={each.cell} />
                  </span>
                )}
              </td>
              <td className="nowrap">{labels[each.answer] ?? each.answer}</td>
              <td>{each.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Difference({ page }: { page: DecisionData }) {
  const words = useWords();
  const text = words.decisions.page;
  const { difference } = page;
  if (difference === null) return null;
  if (difference.verdict === null && difference.answers.length === 0)
    return <p className="panel-text quiet">{text.noDifference}</p>;
  return (
    <div className="panel-text stack">
      <h3>{text.difference}</h3>
      {difference.verdict && (
        <p>
          {text.verdictWas(
            words.verdicts[difference.verdict.before].word,
            words.verdicts[difference.verdict.after].word,
          )}
        </p>
      )}
      <ul className="plain-list">
        {difference.answers.map((each) => (
          <li key={`${each.no} ${each.question}`}>
            <b className="num">{each.no}</b> {each.question}
            <span className="block">
              {text.before}：<Said said={each.before} />
            </span>
            <span className="block">
              {text.after}：
              <b>
                <Said said={each.after} />
              </b>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Said({ said }: { said: { answer: string; remark: string } | null }) {
  const words = useWords();
  const labels: Readonly<Record<string, string>> = words.answers;
  if (said === null) return <>{words.decisions.page.absent}</>;
  return (
    <>
      {labels[said.answer] ?? said.answer}
      {said.remark !== "" && `「${said.remark}」`}
    </>
  );
}
