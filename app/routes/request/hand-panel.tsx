import { Form } from "@remix-run/react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { handChannels, handEventKinds } from "~/domain/request";
import type { RequestAnswered, RequestData } from "./route";

/** 手で記録する: phone, post or meeting, with its day, words and paper. */
export function HandPanel({ page, answered }: { page: RequestData; answered: RequestAnswered }) {
  const { requests } = useWords();
  const own = requests.page;
  const typed = answered?.intent === "note" ? answered.typed : {};
  const problems = answered?.intent === "note" ? answered.problems : undefined;
  const kinds = handEventKinds.filter((each) => each !== "refused" || page.can.refuse);
  return (
    <details className="panel confirm" id="hand" open={problems !== undefined}>
      <summary>{own.hand}</summary>
      <Form method="post" encType="multipart/form-data" className="confirm-body form" noValidate>
        <p>{own.handWhat}</p>
        <FieldGroup name="kind" label={own.handKind} problems={problems} isRequired>
          <div className="choices">
            {kinds.map((kind) => (
              <Choice
                key={kind}
                type="radio"
                name="kind"
                value={kind}
                label={own.handKinds[kind]}
                isChecked={(typed.kind ?? "spoken") === kind}
              />
            ))}
          </div>
        </FieldGroup>
        <FieldGroup name="channel" label={own.channel} problems={problems} isRequired>
          <div className="choices">
            {handChannels.map((channel) => (
              <Choice
                key={channel}
                type="radio"
                name="channel"
                value={channel}
                label={requests.channels[channel]}
                isChecked={(typed.channel ?? "phone") === channel}
              />
            ))}
          </div>
        </FieldGroup>
        <HandFields page={page} typed={typed} problems={problems} />
        <p>
          <button type="submit" className="button">
            {own.handSave}
          </button>
        </p>
      </Form>
    </details>
  );
}

function HandFields(props: {
  page: RequestData;
  typed: Readonly<Record<string, string | undefined>>;
  problems: NonNullable<RequestAnswered>["problems"] | undefined;
}) {
  const { requests, forms } = useWords();
  const own = requests.page;
  const { page, typed, problems } = props;
  return (
    <>
      <Field name="happenedOn" label={own.day} hint={forms.dayFormat} problems={problems} isRequired>
        {(control) => (
          <input {...control} type="date" max={page.today} defaultValue={typed.happenedOn ?? page.today} />
        )}
      </Field>
      <Field name="contactId" label={own.handContact} problems={problems}>
        {(control) => (
          <select {...control} defaultValue={typed.contactId ?? ""}>
            <option value="">{own.noContact}</option>
            {page.contacts.map(({ id, name, department }) => (
              <option key={id} value={id}>
                {`${department} ${name}`.trim()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="note" label={own.handNote} problems={problems} isRequired>
        {(control) => <textarea {...control} rows={3} maxLength={4000} defaultValue={typed.note ?? ""} />}
      </Field>
      <Field name="file" label={own.handFile} problems={problems}>
        {(control) => <input {...control} type="file" />}
      </Field>
    </>
  );
}
