import { Form } from "@remix-run/react";
import { useWords } from "~/components/words";
import { type MailState, verdictsOn } from "~/domain/mail";

/** このメールの始末: what a person says of a mail that waits, failed, or of which nobody knows. */
export function SettlePanel({ mail }: { mail: { state: MailState; version: number } }) {
  const own = useWords().requests.outbox;
  const what = mail.state === "failed" || mail.state === "unknown" ? mail.state : "waiting";
  return (
    <section className="panel">
      <h2>{own.settle}</h2>
      <p className="panel-text">{own.settleWhat[what]}</p>
      <Form method="post" className="panel-text">
        <input type="hidden" name="version" value={mail.version} />
        {verdictsOn(mail.state).map((verdict) => (
          <button key={verdict} type="submit" name="intent" value={verdict} className="button small">
            {own.verdicts[verdict]}
          </button>
        ))}
      </Form>
    </section>
  );
}
