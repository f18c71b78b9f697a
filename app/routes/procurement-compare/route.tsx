import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { PrintButton } from "~/components/print-button";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { compareCandidates, setWeights } from "~/use-cases/procurement-comparison.server";
import { askedComparison, comparisonSearch } from "./asked";
import { Choices } from "./choices";
import { SideTable } from "./side-table";
import { Totals } from "./totals";

export const meta = pageTitle((words) => words.procurements.comparison.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const mayEdit = may(scope, "procurement:write");
  const asked = askedComparison(request.url, mayEdit);
  const found = await compareCandidates(ports, scope, { procurementId: params.id, form: asked.form });
  if (!found.ok) throw refuse(found.problems);
  return reply({ ...found.value, asked, mayEdit });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "procurement:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const fields = await readForm(request);
  const raw = Object.fromEntries(
    Object.keys(fields)
      .filter((name) => name.startsWith("weight:"))
      .map((name) => [name.slice("weight:".length), textOf(fields, name)]),
  );
  const [form, version] = [textOf(fields, "form"), countOf(fields, "version")];
  const saved = await setWeights(ports, scope, { procurementId: params.id, version, form, raw });
  if (!saved.ok && saved.problems.some((each) => each.code === "not-found")) throw refuse(saved.problems);
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw });
  return redirectTo(`/procurements/${params.id}/compare?${new URLSearchParams({ form })}`);
}

export type SidePage = ReturnType<typeof useLoaderData<typeof loader>>;
export type Compared = NonNullable<SidePage["compared"]>;

export default function CompareCandidates() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { procurements: text } = words;
  const { comparison } = text;
  const { procurement, compared, asked } = page;
  const base = `/procurements/${procurement.id}`;
  const file = (as: string) => `${base}/compare/export${comparisonSearch(asked, {})}&as=${as}`;
  return (
    <div className={`stack landscape-${asked.paper}`}>
      <PageHead
        title={comparison.title}
        note={procurement.title}
        lead={comparison.lead}
        crumbs={[
          { to: "/procurements", label: text.title },
          { to: base, label: procurement.title },
          { label: comparison.title },
        ]}
      >
        {compared && (
          <>
            <span className="export">
              <span className="quiet">{words.lists.export}</span>
              <a href={file("xlsx")}>{words.lists.exportXlsx}</a>
              <a href={file("csv")}>{words.lists.exportCsv}</a>
            </span>
            <PrintButton label={comparison.print} />
          </>
        )}
      </PageHead>
      <p className="quiet">{comparison.help}</p>
      <ProblemSummary problems={found?.problems} labels={{}} />
      {compared ? (
        <>
          <Choices page={page} />
          <Totals compared={compared} />
          <SideTable page={page} compared={compared} typed={found?.typed} />
        </>
      ) : (
        <EmptyState sentence={comparison.none} action={{ to: base, label: procurement.title }} />
      )}
    </div>
  );
}
