import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { WrittenRows } from "~/components/written-rows";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { writeOwnChecklist } from "~/use-cases/write-checklist.server";
import { writtenPage } from "~/written-file.server";

export const meta = pageTitle((words) => words.writeBack.own.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const file = await writeOwnChecklist(ports, scope, { checklistId: params.id });
  if (!file.ok && file.problems.some((each) => each.code === "not-found")) throw refuse(file.problems);
  return reply({ id: params.id, isDraft: file.ok && file.value.isDraft, ...writtenPage(file) });
}

export default function SelfCheckOfficial() {
  const page = useLoaderData<typeof loader>();
  const { writeBack, selfChecks, selection } = useWords();
  const place = `/self-checks/${page.id}`;
  return (
    <div className="stack">
      <PageHead
        title={writeBack.own.title}
        lead={writeBack.own.lead}
        crumbs={[
          { to: "/self-checks", label: selfChecks.title },
          { to: place, label: selfChecks.tabs.checklists },
          { label: writeBack.own.title },
        ]}
      >
        {page.total > 0 && (
          <a className="button primary" href={`${place}/official/file`}>
            {writeBack.download(page.total)}
          </a>
        )}
      </PageHead>
      {page.isDraft && <p className="note">{writeBack.own.draft}</p>}
      {page.isRefused && (
        <p>
          <Link className="button" to="/catalogues/load">
            {selection.loadForm}
          </Link>
        </p>
      )}
      <WrittenRows page={page} what={writeBack.own.what} none={writeBack.noneOfficial} />
    </div>
  );
}
