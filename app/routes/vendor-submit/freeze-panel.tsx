import { Form, Link, useNavigation } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { confirmationWords } from "../vendor-desk/confirmation-words";
import { useDesk } from "../vendor-desk/desk";
import { useSaver } from "../vendor-desk/desk-saver";
import type { Before, PanelProps } from "./before-view";

/** What will be frozen, what is still open, and the one button that freezes. */
export function FreezePanel({ before, problems, typed }: PanelProps) {
  const words = useWords().vendorDesk;
  const { submit, saving } = words;
  const { form } = useDesk();
  const saver = useSaver();
  const isBusy = useNavigation().state !== "idle";
  const isReady = before.isVerified && before.unconfirmed.length === 0 && !isBusy && !saver.hasUnsaved();
  const confirmation = confirmationWords(words, form.kind);
  const counts = confirmation ? confirmation.counts(before.counts) : submit.countsOf(before.counts);
  return (
    <section className="panel desk-panel">
      <h2>{submit.stepSend}</h2>
      <p>{submit.freezes}</p>
      <Facts
        facts={[
          { label: submit.form, value: form.title, isWide: true },
          { label: submit.counts, value: <span className="num">{counts}</span>, isWide: true },
          { label: submit.files, value: <span className="num">{submit.fileCount(before.files)}</span> },
        ]}
      />
      <Open title={submit.unconfirmed(before.unconfirmed.length)} items={before.unconfirmed} isStop />
      <Open title={submit.open(before.open.length)} items={before.open} />
      <Open title={submit.plans(before.plansWithoutWords.length)} items={before.plansWithoutWords} />
      {saver.hasUnsaved() && <p className="note warn">{saving.offline}</p>}
      <Form method="post" className="stack form">
        <input type="hidden" name="seen" value={before.seen} />
        <Field name="issuedOn" label={submit.issuedOn} hint={submit.issuedHint} problems={problems}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="day"
              max={before.today}
              defaultValue={typed?.issuedOn || before.today}
            />
          )}
        </Field>
        {!before.isVerified && <p className="quiet">{submit.needsCode}</p>}
        <p>
          <button
            type="submit"
            name="intent"
            value="submit"
            className="button primary big"
            disabled={!isReady}
          >
            {submit.send}
          </button>
        </p>
      </Form>
    </section>
  );
}

function Open(props: { title: string; items: Before["open"]; isStop?: boolean }) {
  const { path } = useDesk();
  if (props.items.length === 0) return null;
  return (
    <details className={props.isStop ? "note stop" : "note warn"} open={props.isStop ?? false}>
      <summary>{props.title}</summary>
      <ul className="plain-list">
        {props.items.map((each) => (
          <li key={each.key}>
            <Link to={`${path}?section=${each.at}`}>
              {each.no}　{each.question}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
