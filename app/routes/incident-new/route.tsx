import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import type { RawIncident } from "~/domain/incident";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { recordIncident } from "~/use-cases/incidents.server";
import { IncidentFields } from "./incident-fields";
import { typedIncident } from "./typed";

export const meta = pageTitle((words) => words.overTime.incidents.add);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "incident:write");
  const [systems, contracts] = await Promise.all([
    choicesOf(ports.db, scope, "system"),
    choicesOf(ports.db, scope, "contract"),
  ]);
  const asked = new URL(request.url).searchParams;
  const [systemId, contractId] = [asked.get("system") ?? "", asked.get("contract") ?? ""];
  return reply({ choices: { systems, contracts }, systemId, contractId, today: dayInTokyo(ports.now()) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "incident:write");
  const fields = await readForm(request);
  const raw = typedIncident((name) => textOf(fields, name));
  const recorded = await recordIncident(ports, scope, { raw });
  if (!recorded.ok) return replyProblems(recorded.problems, { raw });
  return redirectTo(`/incidents/${recorded.value.incidentId}`);
}

export default function NewIncident() {
  const { overTime } = useWords();
  const { choices, systemId, contractId, today } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { incidents } = overTime;
  const blank: RawIncident = {
    kind: "outage",
    title: "",
    happenedOn: today,
    endedOn: "",
    systemId,
    contractId,
    note: "",
  };
  return (
    <>
      <PageHead
        title={incidents.add}
        lead={incidents.lead}
        crumbs={[{ to: "/incidents", label: overTime.tabs.incidents }, { label: incidents.add }]}
      />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary problems={found?.problems} labels={incidents.fields} />
        <IncidentFields typed={found?.raw ?? blank} choices={choices} problems={found?.problems} />
        <button type="submit" className="button primary">
          {incidents.save}
        </button>
      </Form>
    </>
  );
}
