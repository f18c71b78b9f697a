import { Form } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { CopyText } from "~/components/copy-text";
import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { handOverChannels } from "~/domain/request";

type Letter = { to: string; subject: string; body: string };

/** 写して渡す: the whole text with its link, then the note that it was handed over. */
export function HandOverPanel(props: { mail: { version: number }; letter: Letter | null }) {
  const { requests } = useWords();
  const own = requests.outbox;
  const { letter } = props;
  return (
    <section className="panel">
      <h2>{own.copyTitle}</h2>
      <p className="panel-text">{own.copyWhat}</p>
      <Form method="post" className="panel-text">
        <button type="submit" name="intent" value="copy" className="button">
          {own.makeText}
        </button>
      </Form>
      {letter && (
        <div className="panel-text stack" role="status">
          <CopyText label={own.columns.to} text={letter.to} rows={1} />
          <CopyText label={own.subject} text={letter.subject} rows={2} />
          <CopyText label={own.text} text={letter.body} rows={14} />
        </div>
      )}
      <ConfirmPanel
        title={own.handOver}
        what={own.handOverWhat}
        fields={{ intent: "hand-over", version: props.mail.version }}
        button={own.handOver}
        isPrimary={letter !== null}
      >
        <FieldGroup name="channel" label={own.how}>
          <div className="choices">
            {handOverChannels.map((channel, at) => (
              <Choice
                key={channel}
                type="radio"
                name="channel"
                value={channel}
                label={requests.channels[channel]}
                isChecked={at === 0}
              />
            ))}
          </div>
        </FieldGroup>
        <Field name="note" label={own.note}>
          {(control) => <textarea {...control} rows={2} maxLength={2000} />}
        </Field>
      </ConfirmPanel>
    </section>
  );
}
