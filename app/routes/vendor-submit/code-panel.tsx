import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { PanelProps } from "./before-view";

/** Who submits: a code to the contact the hospital named, and the name of whoever enters it. */
export function CodePanel({ before, problems, typed }: PanelProps) {
  const { submit } = useWords().vendorDesk;
  const { contact } = before;
  return (
    <section className="panel desk-panel">
      <h2>{submit.stepCode}</h2>
      {before.isVerified ? (
        <p className="note good">{submit.verified}</p>
      ) : (
        <>
          <p>{submit.codeLead([contact.department, contact.name].filter((each) => each !== "").join(" "))}</p>
          <Form method="post">
            <button
              type="submit"
              name="intent"
              value="send-code"
              className={before.isCodePending ? "button" : "button primary"}
            >
              {before.isCodePending ? submit.sendAgain : submit.sendCode}
            </button>
          </Form>
          {before.isCodePending && (
            <Form method="post" className="stack form">
              <p className="note">{submit.codeSent}</p>
              <Field name="code" label={submit.code} isRequired problems={problems}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    className="short"
                    inputMode="numeric"
                    autoComplete="one-time-code"
                  />
                )}
              </Field>
              <Field name="name" label={submit.name} isRequired problems={problems}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    autoComplete="name"
                    defaultValue={typed?.name || contact.name}
                  />
                )}
              </Field>
              <Field name="department" label={submit.department} problems={problems}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    autoComplete="organization-title"
                    defaultValue={typed?.department || contact.department}
                  />
                )}
              </Field>
              <p>
                <button type="submit" name="intent" value="verify" className="button primary">
                  {submit.verify}
                </button>
              </p>
            </Form>
          )}
        </>
      )}
    </section>
  );
}
