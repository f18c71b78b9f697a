import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { RequestAnswered, RequestData } from "./route";

/** 期限を変える. */
export function DuePanel({ page, answered }: { page: RequestData; answered: RequestAnswered }) {
  const { requests } = useWords();
  const own = requests.page;
  const problems = answered?.intent === "change-due" ? answered.problems : undefined;
  return (
    <ConfirmPanel
      title={own.changeDue}
      what={own.changeDueWhat}
      fields={{ intent: "change-due", version: page.request.version }}
      button={own.changeDue}
    >
      <Field name="dueOn" label={own.newDue} problems={problems} isRequired>
        {(control) => (
          <input
            {...control}
            type="date"
            min={page.today}
            defaultValue={answered?.typed.dueOn ?? page.request.dueOn}
          />
        )}
      </Field>
    </ConfirmPanel>
  );
}

/** 依頼を取り下げる. */
export function RevokePanel({ answered }: { answered: RequestAnswered }) {
  const { requests } = useWords();
  const own = requests.page;
  const isOurs = answered?.intent === "revoke";
  return (
    <ConfirmPanel title={own.revoke} what={own.revokeWhat} fields={{ intent: "revoke" }} button={own.revoke}>
      <div className={isOurs ? "field wrong" : "field"}>
        <label htmlFor="field-revoke-reason">
          {own.reason}
          <span className="required">{useWords().forms.required}</span>
        </label>
        <textarea
          id="field-revoke-reason"
          name="reason"
          rows={2}
          maxLength={2000}
          defaultValue={isOurs ? answered.typed.reason : ""}
          aria-required
        />
      </div>
    </ConfirmPanel>
  );
}
