import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { Tag } from "~/components/badges";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { typedIncident } from "~/routes/incident-new/typed";
import { requireScope } from "~/scope.server";
import { correctIncident, showIncident } from "~/use-cases/incidents.server";
import { CorrectionForm } from "./correction-form";
import { Entries } from "./entries";
import { IncidentFactsView } from "./incident-facts";

export const meta = pageTitle<typeof loader>((_words, data) => data?.newest.title ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const shown = await showIncident(ports, scope, { incidentId: params.id ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const [systems, contracts] = await Promise.all([
    choicesOf(ports.db, scope, "system"),
    choicesOf(ports.db, scope, "contract"),
  ]);
  const mayEdit = may(scope, "incident:write") && !shown.value.newest.isWithdrawn;
  return reply({ ...shown.value, choices: { systems, contracts }, mayEdit });
}

export type IncidentPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "incident:write");
  const fields = await readForm(request);
  const field = (name: string) => textOf(fields, name);
  const raw = typedIncident(field);
  const [incidentId, reason] = [params.id ?? "", field("reason")];
  const isWithdrawn = field("intent") === "withdraw";
  const supersedes = field("supersedes");
  const corrected = await correctIncident(ports, scope, { incidentId, supersedes, reason, isWithdrawn, raw });
  if (!corrected.ok) return replyProblems(corrected.problems, { raw, reason });
  return redirectTo(`/incidents/${corrected.value.incidentId}`);
}

export default function Incident() {
  const { overTime } = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { newest } = page;
  const { incidents, tabs } = overTime;
  return (
    <div className="stack">
      <PageHead
        title={newest.title}
        note={newest.isWithdrawn ? <Tag>{incidents.withdrawn}</Tag> : incidents.kinds[newest.kind]}
        crumbs={[{ to: "/incidents", label: tabs.incidents }, { label: newest.title }]}
      >
        <Link className="button" to={`/in-charge?day=${newest.happenedOn}`}>
          {incidents.whoThen}
        </Link>
      </PageHead>
      <IncidentFactsView page={page} />
      <Entries page={page} />
      {page.mayEdit && <CorrectionForm page={page} found={found} />}
    </div>
  );
}
