import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { MailSettingsAnswered, MailSettingsData } from "./route";

/** お知らせと催促: address of the digest, and the days a new request is offered. */
export function GeneralPanel(props: { page: MailSettingsData; answered: MailSettingsAnswered }) {
  const words = useWords();
  const own = words.requests.mails;
  const { page } = props;
  const answered = props.answered?.intent === "general" ? props.answered : undefined;
  return (
    <section className="panel">
      <h2>{own.general}</h2>
      <Form method="post" className="stack form panel-text" noValidate>
        <input type="hidden" name="version" value={page.version} />
        <Field name="digestTo" label={own.digestTo} hint={own.digestHint} problems={answered?.problems}>
          {(control) => (
            <input
              {...control}
              type="email"
              readOnly={!page.isAdmin}
              defaultValue={answered?.general.digestTo ?? page.digestTo}
            />
          )}
        </Field>
        <Field
          name="reminderDays"
          label={own.reminderDays}
          hint={words.requests.new.reminderHint}
          problems={answered?.problems}
        >
          {(control) => (
            <input
              {...control}
              readOnly={!page.isAdmin}
              defaultValue={answered?.general.reminderDays ?? page.reminderDays.join(" ")}
            />
          )}
        </Field>
        {page.isAdmin && (
          <p>
            <button type="submit" name="intent" value="general" className="button primary">
              {words.actions.save}
            </button>
          </p>
        )}
      </Form>
    </section>
  );
}
