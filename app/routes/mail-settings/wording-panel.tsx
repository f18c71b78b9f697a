import { Form } from "@remix-run/react";
import { useState } from "react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { completeMail, fillMail, mailPlaceholders, neededPlaceholders } from "~/domain/mail-wording";
import type { MailSettingsAnswered, MailSettingsData } from "./route";

type Wording = MailSettingsData["wordings"][number];
type PanelProps = { wording: Wording; page: MailSettingsData; answered: MailSettingsAnswered };

/** One mail's wording with a sample beside it that follows what is typed. */
export function WordingPanel({ wording, page, answered }: PanelProps) {
  const { requests } = useWords();
  const own = requests.mails;
  const isOurs = answered?.intent === "word" && answered.kind === wording.kind;
  const typed = isOurs ? answered.typed : wording;
  const [text, setText] = useState({ subject: typed.subject, body: typed.body });
  const name = requests.outbox.mailKinds[wording.kind];
  return (
    <details className="panel confirm wording" id={`wording-${wording.kind}`} open={isOurs}>
      <summary>
        {name.word} <Tag>{wording.version > 0 ? own.own : own.shipped}</Tag>{" "}
        <span className="quiet">{name.when}</span>
      </summary>
      <div className="confirm-body two-columns">
        <WordingForm wording={wording} isAdmin={page.isAdmin} text={text} onChange={setText} />
        <Sample kind={wording.kind} text={text} hospital={page.hospital} />
      </div>
    </details>
  );
}

type Text = { subject: string; body: string };

function WordingForm(props: {
  wording: Wording;
  isAdmin: boolean;
  text: Text;
  onChange: (text: Text) => void;
}) {
  const own = useWords().requests.mails;
  const { wording, text, isAdmin } = props;
  const id = `wording-${wording.kind}`;
  return (
    <Form method="post" className="stack form" noValidate key={wording.version}>
      <input type="hidden" name="kind" value={wording.kind} />
      <input type="hidden" name="version" value={wording.version} />
      <div className="field">
        <label htmlFor={`${id}-subject`}>{own.subject}</label>
        <input
          id={`${id}-subject`}
          name="subject"
          value={text.subject}
          readOnly={!isAdmin}
          onChange={(event) => props.onChange({ ...text, subject: event.currentTarget.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-body`}>{own.body}</label>
        <textarea
          id={`${id}-body`}
          name="body"
          rows={14}
          value={text.body}
          readOnly={!isAdmin}
          onChange={(event) => props.onChange({ ...text, body: event.currentTarget.value })}
        />
      </div>
      <Placeholders kind={wording.kind} />
      {isAdmin && (
        <p className="actions">
          <button type="submit" name="intent" value="word" className="button">
            {own.save}
          </button>
          {wording.version > 0 && (
            <button type="submit" name="intent" value="reset" className="button text" title={own.resetWhat}>
              {own.reset}
            </button>
          )}
        </p>
      )}
    </Form>
  );
}

function Placeholders({ kind }: { kind: Wording["kind"] }) {
  const own = useWords().requests.mails;
  const braces = (names: readonly string[]) => names.map((each) => `{${each}}`).join(" ");
  return (
    <p className="quiet">
      {own.placeholders}：<code>{braces(mailPlaceholders[kind])}</code>
      <br />
      {own.needed}：<code>{braces(neededPlaceholders[kind])}</code>
    </p>
  );
}

/** The wording filled as a mail is, with invented values. */
function Sample({ kind, text, hospital }: { kind: Wording["kind"]; text: Text; hospital: string }) {
  const { requests } = useWords();
  const own = requests.mails;
  const { link, code, ...values } = own.sample;
  const day = "2026年12月11日（金）";
  const when = requests.left(3);
  const filled = fillMail(kind, text, {
    ...values,
    hospital,
    due: day,
    day,
    when,
    address: link,
    hash: values.sha256,
  });
  return (
    <section className="sample" aria-label={own.preview}>
      <h3>{own.preview}</h3>
      <p className="quiet">{own.previewWhat}</p>
      <p className="letter-subject">
        <b>{filled.subject}</b>
      </p>
      <pre className="letter-body">{completeMail(filled.body, { link, code })}</pre>
    </section>
  );
}
