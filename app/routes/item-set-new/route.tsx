import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { catalogueRef } from "~/domain/provenance";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { cataloguesWithItems, defineItemSet, resolveItemSet } from "~/use-cases/item-sets.server";
import { SetForm } from "./set-form";
import { checkedSet, setFrom } from "./set-input.server";

export const meta = pageTitle((words) => words.catalogueDrafts.sets.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "catalogue:write");
  const forms = cataloguesWithItems(await cataloguesOf(ports, scope));
  const of = new URL(request.url).searchParams.get("of") ?? "";
  const choices = forms.map(({ head }) => ({
    ref: catalogueRef(head),
    name: `${head.title}（${head.version}）`,
  }));
  return reply({ of, choices });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "catalogue:write");
  const fields = await readForm(request);
  const input = setFrom(fields);
  const resolved = await resolveItemSet(ports, scope, input);
  if (!resolved.ok) return replyProblems(resolved.problems, { input, checked: null });
  const checked = checkedSet(resolved.value);
  if (textOf(fields, "intent") !== "publish") return reply({ problems: [], input, checked });
  const made = await defineItemSet(ports, scope, input);
  if (!made.ok) return replyProblems(made.problems, { input, checked });
  return redirectTo(`/catalogues/${encodeURIComponent(made.value.ref)}?published=1`);
}

export default function NewItemSet() {
  const { of, choices } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { catalogueDrafts, catalogues } = useWords();
  const { sets, review } = catalogueDrafts;
  const labels = { pasted: sets.pasted, of: sets.of, title: sets.name, id: review.id, version: sets.version };
  return (
    <div className="stack">
      <PageHead
        title={sets.title}
        lead={sets.lead}
        crumbs={[{ to: "/catalogues", label: catalogues.title }, { label: sets.title }]}
      />
      <ProblemSummary problems={found?.problems} labels={labels} />
      {choices.length === 0 ? (
        <EmptyState
          sentence={sets.noItems}
          action={{ to: "/catalogues/load", label: catalogueDrafts.load.button }}
        />
      ) : (
        <SetForm of={of} choices={choices} found={found} />
      )}
    </div>
  );
}
