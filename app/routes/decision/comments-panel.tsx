import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { LongField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay, formatMoment } from "~/messages/days";
import type { DecisionAnswered, DecisionData } from "./route";

/** やり取り and 経過: what people said, and every decision on the same requirement. */
export function CommentsPanel({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { decisions, assessments } = useWords();
  const text = decisions.comments;
  const failed = answered?.intent === "comment" ? answered : undefined;
  return (
    <section className="panel">
      <h2>
        <span>
          {text.title} <Tag>{assessments.internal}</Tag>
        </span>
      </h2>
      <div className="panel-text stack">
        {page.comments.length === 0 && <p className="quiet">{text.none}</p>}
        <ol className="plain-list">
          {page.comments.map((each) => (
            <li key={each.id}>
              <span className="quiet num">{formatMoment(each.writtenAt)}</span> <b>{each.by}</b>
              <p className="typed-text">{each.text}</p>
            </li>
          ))}
        </ol>
        {page.can.comment && (
          <Form method="post" className="stack" noValidate key={page.comments.length}>
            <input type="hidden" name="intent" value="comment" />
            <LongField
              name="text"
              label={text.label}
              hint={text.hint}
              values={failed?.typed ?? {}}
              problems={failed?.problems}
              rows={2}
            />
            <p>
              <button type="submit" className="button">
                {text.save}
              </button>
            </p>
          </Form>
        )}
        <History page={page} />
      </div>
    </section>
  );
}

function History({ page }: { page: DecisionData }) {
  const { decisions, decisionKinds } = useWords();
  const language = useLanguage();
  return (
    <div>
      <h3>{decisions.history.title}</h3>
      <ol className="decision-history">
        {page.history.map((each) => (
          <li key={each.id}>
            <span className="num">{formatDay(dayInTokyo(each.decidedAt), language)}</span>{" "}
            {each.decidedByName}{" "}
            {each.id === page.decision.id ? (
              <b>
                {decisionKinds[each.kind].word}（{decisions.history.now}）
              </b>
            ) : (
              <Link to={`/decisions/${each.id}`}>{decisionKinds[each.kind].word}</Link>
            )}
            <span className="quiet block">{each.reason}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
