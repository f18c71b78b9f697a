import { Form } from "@remix-run/react";
import { OptionField, TextField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { SettingsAnswered, SettingsPage } from "./route";

/** 代理: who stands in for whom, from when to when. */
export function StandInPanel({ page, answered }: { page: SettingsPage; answered: SettingsAnswered }) {
  const { standIn: text } = useWords().deadlines;
  const language = useLanguage();
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      <div className="panel-text stack">
        <p>{text.what}</p>
        {page.standIns.length === 0 && <p className="quiet">{text.none}</p>}
        <ul className="plain-list">
          {page.standIns.map((each) => (
            <li key={each.id}>
              <span>
                {text.line(
                  each.account,
                  each.substitute,
                  formatDay(each.fromOn, language),
                  formatDay(each.toOn, language),
                )}
              </span>{" "}
              {page.canEdit && (
                <Form method="post" className="inline-form">
                  <input type="hidden" name="id" value={each.id} />
                  <button type="submit" name="intent" value="end-stand-in" className="button small">
                    {text.end}
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {page.canEdit && page.people.length > 1 && <StandInForm page={page} answered={answered} />}
        {page.people.length < 2 && <p className="note">{text.alone}</p>}
      </div>
    </section>
  );
}

function StandInForm({ page, answered }: { page: SettingsPage; answered: SettingsAnswered }) {
  const { standIn: text } = useWords().deadlines;
  const people = page.people.map(({ id, name }) => ({ value: id, label: name }));
  const isOwn = answered?.typed.intent === "stand-in";
  const field = isOwn
    ? { values: answered.typed, problems: answered.problems }
    : { values: {}, problems: undefined };
  return (
    <Form method="post" className="stack form" noValidate key={page.standIns.length}>
      <OptionField {...field} name="accountId" label={text.account} options={people} isList isRequired />
      <OptionField
        {...field}
        name="substituteId"
        label={text.substitute}
        options={people}
        isList
        isRequired
      />
      <div className="pair">
        <TextField {...field} name="fromOn" label={text.fromOn} type="date" isRequired />
        <TextField {...field} name="toOn" label={text.toOn} type="date" isRequired />
      </div>
      <p>
        <button type="submit" name="intent" value="stand-in" className="button">
          {text.save}
        </button>
      </p>
    </Form>
  );
}
