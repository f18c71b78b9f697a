import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { LongField, OptionField, TextField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { DecisionAnswered, DecisionData } from "./route";

/** 約束: what the vendor said, and asking it to confirm by link. */
export function PromisePanel({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { decisions } = useWords();
  const { promise } = page;
  const text = decisions.promise;
  const request = promise.asked.at(-1);
  const mayAsk = page.can.edit && page.decision.closedOn === null && promise.state !== "asked";
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      <div className="panel-text stack">
        <p>
          <b>{decisions.promiseStates[promise.state]}</b>{" "}
          {request && <Link to={`/requests/${request.requestId}`}>{text.request}</Link>}
        </p>
        <Answers page={page} />
        {mayAsk && page.contacts.length === 0 && (
          <p className="note">
            {text.noContact} <Link to="/contacts/new">{text.toContacts}</Link>
          </p>
        )}
        {mayAsk && page.contacts.length > 0 && <AskForm page={page} answered={answered} />}
      </div>
    </section>
  );
}

function Answers({ page }: { page: DecisionData }) {
  const { promise: text } = useWords().decisions;
  const language = useLanguage();
  if (page.promise.answered.length === 0) return null;
  return (
    <ul className="plain-list">
      {page.promise.answered.map((each) => (
        <li key={each.recordedSeq}>
          {text.answered(
            formatDay(dayInTokyo(each.answeredAt), language),
            `${each.contactDepartment} ${each.contact}`.trim(),
          )}{" "}
          <b>{each.isPromised ? text.yes : text.no}</b>
          {each.remark !== "" && `「${each.remark}」`}
        </li>
      ))}
    </ul>
  );
}

function AskForm({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { promise: text } = useWords().decisions;
  const failed = answered?.intent === "promise" ? answered : undefined;
  const product = page.disclosure ? `${page.disclosure.product} ${page.disclosure.productVersion}` : "";
  const first = { title: text.titleFirst(product), contactId: page.contacts[0]?.id ?? "" };
  const values = failed?.typed ?? first;
  const problems = failed?.problems;
  const field = { values, problems };
  const contacts = page.contacts.map(({ id, department, name, mail }) => ({
    value: id,
    label: `${department} ${name} ${mail}`.trim(),
  }));
  return (
    <details className="confirm" open={failed !== undefined}>
      <summary>{text.ask}</summary>
      <Form method="post" className="stack confirm-body" noValidate>
        <p>{text.what}</p>
        <p>{text.askWhat}</p>
        <ul className="plain-list">
          {[page.decision, ...page.otherPromises].map((each) => (
            <li key={each.id}>
              {each.measure} {each.dueOn && <Tag>{each.dueOn}</Tag>}
            </li>
          ))}
        </ul>
        <input type="hidden" name="intent" value="promise" />
        <input
          type="hidden"
          name="decisionIds"
          value={[page.decision, ...page.otherPromises].map((each) => each.id).join(" ")}
        />
        <OptionField {...field} name="contactId" label={text.contact} options={contacts} isList isRequired />
        <TextField {...field} name="title" label={text.titleField} isRequired />
        <LongField {...field} name="message" label={text.message} />
        <TextField {...field} name="dueOn" label={text.dueOn} hint={text.dueHint} type="date" isRequired />
        <p>
          <button type="submit" className="button primary">
            {text.send}
          </button>
        </p>
      </Form>
    </details>
  );
}
