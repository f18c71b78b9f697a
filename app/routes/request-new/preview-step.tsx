import { Form } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { type FormRequestKind, recurrences } from "~/domain/request";
import { formatDay } from "~/messages/days";
import type { Preview } from "~/use-cases/request-choices.server";
import type { TypedAsking } from "./asking-form.server";

type Typed = { kind: FormRequestKind; chosen: readonly string[]; typed: TypedAsking };

/** 送る内容の確認: every letter in its words; the form's values travel along as hidden fields. */
export function PreviewStep(props: { answered: Typed; preview: Preview; sends: boolean }) {
  const { requests } = useWords();
  const language = useLanguage();
  const own = requests.new;
  const { preview, answered } = props;
  const { typed } = answered;
  const recurrence = recurrences.find((each) => each === typed.recurrence) ?? "once";
  const days = preview.reminders.map((each) => each.on).join("、");
  return (
    <Form method="post" action="/requests/new" className="stack">
      <p className="note">{own.confirmLead}</p>
      <Facts
        facts={[
          { label: requests.kindLabel, value: requests.kinds[answered.kind].word },
          {
            label: own.form,
            value: own.formAsked(preview.form.title, preview.form.version, preview.form.items),
          },
          { label: own.dueOn, value: formatDay(typed.dueOn, language) },
          { label: own.recurrence, value: own.recurrences[recurrence] },
          { label: own.reminders, value: days === "" ? own.noReminders : days, isWide: true },
        ]}
      />
      <Letters letters={preview.letters} />
      <HiddenFields answered={answered} />
      <p className="note">{props.sends ? own.sendsNow : own.waitsForPerson}</p>
      <p className="form-foot">
        <button type="submit" name="intent" value="edit" className="button">
          {own.edit}
        </button>{" "}
        <button type="submit" name="intent" value="ask" className="button primary">
          {own.ask(preview.letters.length)}
        </button>
      </p>
    </Form>
  );
}

function Letters({ letters }: { letters: Preview["letters"] }) {
  const own = useWords().requests.new;
  return (
    <section className="panel">
      <h2>{own.letters(letters.length)}</h2>
      <p className="panel-text quiet">{own.linkNote}</p>
      {letters.map((letter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: letters have no id before they are written
        <details key={at} className="letter" open={at === 0}>
          <summary>
            {letter.vendor} <span className="quiet">{`${letter.contact} ${letter.address}`}</span>
          </summary>
          <p className="letter-subject">
            <b>{letter.subject}</b>
          </p>
          <pre className="letter-body">{letter.body}</pre>
        </details>
      ))}
    </section>
  );
}

function HiddenFields({ answered }: { answered: Typed }) {
  const { contacts, systems, ...plain } = answered.typed;
  const fields: [string, string][] = [
    ["kind", answered.kind],
    ...Object.entries(plain),
    ...answered.chosen.map((id): [string, string] => ["target", id]),
    ...Object.entries(contacts).map(([id, value]): [string, string] => [`contact-${id}`, value]),
    ...Object.entries(systems).flatMap(([id, values]) =>
      values.map((value): [string, string] => [`system-${id}`, value]),
    ),
  ];
  return fields.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
