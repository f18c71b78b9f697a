import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { RawIncident } from "~/domain/incident";
import type { Problem } from "~/domain/problem";
import { IncidentFields } from "~/routes/incident-new/incident-fields";
import type { IncidentPage } from "./route";

type Found = { problems: Problem[]; raw: RawIncident; reason: string } | undefined;

/** Corrects an incident or withdraws it; what was typed stays after a refusal. */
export function CorrectionForm({ page, found }: { page: IncidentPage; found: Found }) {
  const { incidents } = useWords().overTime;
  const { newest, choices } = page;
  const typed = found?.raw ?? {
    ...newest,
    endedOn: newest.endedOn ?? "",
    systemId: newest.systemId ?? "",
    contractId: newest.contractId ?? "",
  };
  return (
    <details className="panel confirm" open={found !== undefined}>
      <summary>{incidents.correctTitle}</summary>
      <Form method="post" className="confirm-body stack form" noValidate>
        <p>{incidents.correctWhat}</p>
        <ProblemSummary problems={found?.problems} labels={incidents.fields} />
        <input type="hidden" name="supersedes" value={newest.id} />
        <IncidentFields typed={typed} choices={choices} problems={found?.problems} />
        <Field
          name="reason"
          label={incidents.fields.reason}
          hint={incidents.hints.reason}
          isRequired
          problems={found?.problems}
        >
          {(control) => <input {...control} type="text" defaultValue={found?.reason ?? ""} />}
        </Field>
        <p className="actions">
          <button type="submit" name="intent" value="correct" className="button primary">
            {incidents.correct}
          </button>
          <button type="submit" name="intent" value="withdraw" className="button">
            {incidents.withdraw}
          </button>
        </p>
      </Form>
    </details>
  );
}
