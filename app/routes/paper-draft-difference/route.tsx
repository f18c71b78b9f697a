import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DifferencePage } from "~/components/difference-page";
import { useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { differencesOfDraft } from "~/use-cases/paper-differences.server";

export const meta = pageTitle((words) => words.paperDifferences.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const draftId = params.id ?? "";
  const found = await differencesOfDraft(ports, scope, { draftId });
  if (!found.ok) throw refuse(found.problems);
  return reply({ draftId, ...found.value });
}

/** What the next issue of this draft would change against the last one. */
export default function PaperDraftDifference() {
  const { papers, paperDifferences } = useWords();
  const { draftId, title, audience, before, differences } = useLoaderData<typeof loader>();
  return (
    <DifferencePage
      title={title}
      audience={audience}
      next={paperDifferences.now}
      before={before}
      differences={differences}
      crumbs={[
        { to: "/papers", label: papers.title },
        { to: `/papers/${draftId}`, label: title },
      ]}
    />
  );
}
