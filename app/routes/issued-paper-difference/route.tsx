import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DifferencePage } from "~/components/difference-page";
import { useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { differencesOfPaper } from "~/use-cases/paper-differences.server";

export const meta = pageTitle((words) => words.paperDifferences.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const found = await differencesOfPaper(ports, scope, { paperId: params.paperId ?? "" });
  if (!found.ok) throw refuse(found.problems);
  return reply(found.value);
}

/** What this issue changed against the one it superseded. */
export default function IssuedPaperDifference() {
  const { papers } = useWords();
  const { paper, before, differences } = useLoaderData<typeof loader>();
  const title = `${paper.printedNo}　${paper.title}`.trim();
  return (
    <DifferencePage
      title={title}
      audience={paper.audience}
      next={papers.issueNo(paper.issueNo)}
      before={before}
      differences={differences}
      crumbs={[
        { to: "/papers?show=issued", label: papers.issued },
        { to: `/issued/${paper.id}`, label: title },
      ]}
    />
  );
}
