import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { DisclosurePage } from "./disclosure-page.server";

/** 取り下げる: with a reason, for good; the record stays readable. */
export function WithdrawPanel(props: {
  page: DisclosurePage;
  problems: readonly Problem[] | undefined;
  reason: string;
}) {
  const { disclosures, formNames } = useWords();
  const { disclosure } = props.page;
  return (
    <ConfirmPanel
      title={disclosures.withdraw}
      what={disclosures.withdrawWhat}
      freezes={[
        { label: disclosures.fact.product, value: `${disclosure.product} ${disclosure.productVersion}` },
        { label: disclosures.fact.form, value: `${formNames[disclosure.form]} ${disclosure.formVersion}` },
        { label: disclosures.fact.issuedOn, value: disclosure.issuedOn },
      ]}
      fields={{ intent: "withdraw" }}
      button={disclosures.withdraw}
    >
      <Field
        name="reason"
        label={disclosures.withdrawReason}
        hint={disclosures.withdrawReasonHint}
        isRequired
        problems={props.problems}
      >
        {(control) => <textarea {...control} rows={2} defaultValue={props.reason} />}
      </Field>
    </ConfirmPanel>
  );
}
