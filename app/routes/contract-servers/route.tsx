import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ContractHeading } from "~/components/contract-tabs";
import { DataTable } from "~/components/data-table";
import { ProblemSummary } from "~/components/problem-summary";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { updateLabels } from "~/components/update-fields";
import { useWords } from "~/components/words";
import { countOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { optionLabel } from "~/messages/labels";
import { pageTitle } from "~/page-title";
import { askedDates, refusePastView } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import { settleServerUpdates } from "~/use-cases/update-bearers.server";
import { readServersPage, type ServersPage } from "./page.server";
import { Servers } from "./server-table";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? `${data.head.title} ${words.contractRecords.tabs.servers}` : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readServersPage(visit, params.id ?? "", askedDates(request.url)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  refusePastView(visit, request.url);
  const { ports, scope } = visit;
  const raw = await readForm(request);
  const saved = await settleServerUpdates(ports, scope, {
    serverId: textOf(raw, "serverId"),
    version: countOf(raw, "version"),
    raw,
  });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw });
  return redirectTo(`/contracts/${params.id ?? ""}/servers`);
}

export default function ContractServersPage() {
  const words = useWords();
  const { contractRecords: text } = words;
  const page: ServersPage = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="stack">
      <PastNotice asked={page.asked} isPast={page.isPast} back={`/contracts/${page.head.id}/servers`} />
      <ContractHeading head={page.head} tab="servers">
        <Link className="button" to="/server-list">
          {text.toDeclaration}
        </Link>
      </ContractHeading>
      <TwoDates asked={page.asked} />
      <ProblemSummary problems={refused?.problems} labels={updateLabels(words)} />
      <section className="panel">
        <h2>{text.terms.systemIds}</h2>
        {page.systems.length === 0 ? (
          <p className="panel-text quiet">{words.contracts.noSystems}</p>
        ) : (
          <DataTable
            caption={text.terms.systemIds}
            columns={[
              { name: "name", label: words.nouns.system.one },
              { name: "product", label: words.columns.system.product },
              { name: "form", label: words.fields.system.form },
              { name: "site", label: words.fields.system.site },
            ]}
            rows={page.systems.map((each) => ({
              id: each.id,
              to: `/systems/${each.id}`,
              cells: {
                name: each.name,
                product: `${each.product} ${each.productVersion}`,
                form: optionLabel(words, "system", "form", each.form),
                site: each.site || words.forms.notGiven,
              },
            }))}
          />
        )}
      </section>
      <Servers page={page} typed={refused?.typed} />
    </div>
  );
}
