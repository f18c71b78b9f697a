import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { ChainCheck } from "~/domain/audit-chain";
import type { AuditAnswered, AuditPage } from "./route";

/** 書き換えの検査: the check of the chain, and where its head is sent. */
export function ChainPanel({ page, answered }: { page: AuditPage; answered: AuditAnswered }) {
  const own = useWords().auditLog;
  return (
    <section className="panel" id="chain">
      <h2>{own.chain}</h2>
      <div className="panel-text stack">
        <p>{own.chainWhat}</p>
        {answered?.check && <Outcome check={answered.check} />}
        <Form method="post">
          <button type="submit" name="intent" value="check" className="button">
            {own.check}
          </button>
        </Form>
        <Form method="post" className="stack form" noValidate key={page.headTo.version}>
          <input type="hidden" name="version" value={page.headTo.version} />
          <Field name="auditHeadTo" label={own.headTo} hint={own.headToHint} problems={answered?.problems}>
            {(control) => (
              <input
                {...control}
                type="email"
                defaultValue={answered?.problems.length ? answered.auditHeadTo : page.headTo.address}
              />
            )}
          </Field>
          <p>
            <button type="submit" name="intent" value="head-to" className="button">
              {own.save}
            </button>
          </p>
        </Form>
      </div>
    </section>
  );
}

function Outcome({ check }: { check: ChainCheck }) {
  const own = useWords().auditLog;
  if (check.isWhole) {
    return (
      <div className="note good" role="status">
        <p>{own.whole(check.entries)}</p>
        {check.head && (
          <p>
            {own.head(check.head.seq)} <code className="break-all">{check.head.hash}</code>
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="note stop" role="alert">
      <p>
        <b>{own.broken}</b>
      </p>
      <ul>
        {check.breaks.map((each) => (
          <li key={`${each.kind} ${each.seq}`}>{own.breaks[each.kind](each.seq, each.to)}</li>
        ))}
      </ul>
      <p>{own.brokenNext}</p>
    </div>
  );
}
