import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { WriteTargets, writeTargetFrom } from "~/components/write-targets";
import { WrittenRows } from "~/components/written-rows";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showChecklistResponse } from "~/use-cases/show-checklist.server";
import { writtenPage } from "~/written-file.server";
import { writtenChecklist } from "./targets.server";

export const meta = pageTitle((words) => words.writeBack.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showChecklistResponse(ports, scope, { responseId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const { id, title, round, vendor } = shown.value.response;
  const target = writeTargetFrom(new URL(request.url).searchParams);
  const file = await writtenChecklist(ports, scope, id, target);
  return reply({ id, title, round, vendor, target, ...writtenPage(file) });
}

export default function ChecklistWriteBack() {
  const page = useLoaderData<typeof loader>();
  const { writeBack, disclosures, checklists } = useWords();
  const place = `/checklist-responses/${page.id}`;
  return (
    <div className="stack">
      <PageHead
        title={writeBack.title}
        note={[page.vendor ?? checklists.respondents.hospital, checklists.roundOf(page.round)].join("　")}
        lead={writeBack.lead}
        crumbs={[
          { to: "/disclosures", label: disclosures.title },
          { to: "/checklist-responses", label: checklists.title },
          { to: place, label: page.title },
          { label: writeBack.title },
        ]}
      >
        {page.total > 0 && (
          <a className="button primary" href={`${place}/write-back/file?to=${page.target}`}>
            {writeBack.download(page.total)}
          </a>
        )}
      </PageHead>
      <WriteTargets target={page.target} />
      <WrittenRows
        page={page}
        what={writeBack.checklistWhat[page.target]}
        none={page.target === "vendor" ? writeBack.none : writeBack.noneOfficial}
      />
    </div>
  );
}
