import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { refuse, reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { findCandidates, showProcurement } from "~/use-cases/procurements.server";
import { actOnProcurement } from "./actions.server";
import { AddCandidates } from "./add-candidates";
import { CandidatePanel } from "./candidate-panel";
import { ChoicePanel } from "./choice-panel";

export const meta = pageTitle<typeof loader>(
  (words, data) => data?.procurement.title ?? words.procurements.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const search = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  const shown = await showProcurement(ports, scope, { procurementId: params.id });
  const found = await findCandidates(ports, scope, { procurementId: params.id, search });
  if (!shown.ok) throw refuse(shown.problems);
  const versions = found.ok ? found.value : [];
  return reply({ ...shown.value, versions, search, mayEdit: may(scope, "procurement:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return actOnProcurement(await requireScope(request, context, "procurement:write"), params.id, request);
}

export type ProcurementPage = ReturnType<typeof useLoaderData<typeof loader>>;
export type Answered = ReturnType<typeof useActionData<typeof action>>;

export default function Procurement() {
  const { procurements: text, forms } = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { procurement, candidates, mayEdit } = page;
  const standing = candidates.filter((each) => each.droppedReason === "");
  const ask = new URLSearchParams(standing.map((each) => ["productVersion", each.productVersionId]));
  return (
    <div className="stack">
      <PageHead
        title={procurement.title}
        crumbs={[{ to: "/procurements", label: text.title }, { label: procurement.title }]}
      >
        {mayEdit && (
          <Link className="button" to={`/procurements/${procurement.id}/edit`}>
            {text.edit}
          </Link>
        )}
        {mayEdit && standing.length > 0 && (
          <Link className="button" to={`/requests/new?${ask}`}>
            {text.askAll(standing.length)}
          </Link>
        )}
        {standing.length > 1 && (
          <Link className="button primary" to={`/procurements/${procurement.id}/compare`}>
            {text.compare}
          </Link>
        )}
      </PageHead>
      <ProblemSummary
        problems={answered?.problems}
        labels={{ reason: text.reason, candidateId: text.chosenCandidate, productVersionIds: text.find }}
      />
      <section className="panel">
        <h2>{text.facts}</h2>
        <Facts
          facts={[
            {
              label: text.fields.wantedBy,
              value:
                procurement.wantedBy === null ? forms.notGiven : formatDay(procurement.wantedBy, language),
            },
            { label: text.fields.purpose, value: procurement.purpose || forms.notGiven, isWide: true },
          ]}
        />
      </section>
      <CandidatePanel page={page} answered={answered} />
      {standing.length === 1 && <p className="note">{text.compareNeeds}</p>}
      {mayEdit && <AddCandidates page={page} answered={answered} />}
      <ChoicePanel page={page} answered={answered} />
      {mayEdit && procurement.archivedAt === null && (
        <ConfirmPanel
          title={text.archive}
          what={text.archiveWhat}
          fields={{ intent: "archive", version: procurement.version }}
          button={text.archive}
        />
      )}
    </div>
  );
}
