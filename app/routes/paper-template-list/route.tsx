import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { openTemplateDraft } from "~/use-cases/edit-annex-template.server";
import { readTemplateList } from "./page.server";
import { TemplateTable, VersionTable } from "./template-tables";

export const meta = pageTitle((words) => words.paperTemplates.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readTemplateList(visit));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "template:write");
  const fields = await readForm(request);
  if (textOf(fields, "intent") !== "edit") throw refuse([problem("form-unreadable")]);
  const opened = await openTemplateDraft(ports, scope, { basis: textOf(fields, "basis") });
  if (!opened.ok) return replyProblems(opened.problems, {});
  return redirectTo(`/paper-templates/drafts/${opened.value.draftId}`);
}

export default function PaperTemplateList() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { papers, paperTemplates } = words;
  return (
    <div className="stack">
      <PageHead
        title={paperTemplates.title}
        lead={paperTemplates.purpose}
        crumbs={[{ to: "/papers", label: papers.title }, { label: paperTemplates.title }]}
      />
      <ProblemSummary problems={found?.problems} labels={{ basis: paperTemplates.template }} />
      {page.drafts.length > 0 && (
        <section className="panel">
          <h2>{paperTemplates.open}</h2>
          <ul className="panel-text">
            {page.drafts.map((each) => (
              <li key={each.id}>
                <Link to={`/paper-templates/drafts/${each.id}`}>
                  {paperTemplates.openOne(each.title, each.createdBy ?? "", formatMoment(each.createdAt))}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel">
        <TemplateTable page={page} />
      </section>
      <section className="panel">
        <h2>{paperTemplates.history}</h2>
        {page.versions.length === 0 ? (
          <p className="quiet">{paperTemplates.noHistory}</p>
        ) : (
          <VersionTable page={page} />
        )}
      </section>
    </div>
  );
}
