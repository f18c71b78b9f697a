import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { AudienceTag } from "~/components/audience-tag";
import { DataTable } from "~/components/data-table";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { openTemplateDraft } from "~/use-cases/edit-annex-template.server";
import { readTemplateList, type TemplateList } from "./page.server";

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

function TemplateTable({ page }: { page: TemplateList }) {
  const { papers, paperTemplates } = useWords();
  const columns = [
    { name: "title", label: paperTemplates.template },
    { name: "readers", label: papers.readers },
    { name: "version", label: paperTemplates.version },
    ...(page.mayEdit ? [{ name: "edit", label: paperTemplates.edit }] : []),
  ];
  const rows = page.templates.map((each) => ({
    id: each.ref,
    cells: {
      title: `${each.defaultPrintedNo}　${each.title}`.trim(),
      readers: <AudienceTag audience={each.audience} />,
      version: (
        <>
          {each.isOwn ? paperTemplates.own(each.version) : paperTemplates.shipped(each.version)}
          {each.newerShipped !== null && (
            <span className="block quiet">{paperTemplates.newerShipped(each.newerShipped)}</span>
          )}
        </>
      ),
      edit: <EditForm basis={each.ref} title={each.title} shippedRef={each.isOwn ? each.shippedRef : null} />,
    },
  }));
  return <DataTable caption={paperTemplates.list} columns={columns} rows={rows} />;
}

function EditForm(props: { basis: string; title: string; shippedRef: string | null }) {
  const { paperTemplates } = useWords();
  return (
    <Form method="post" className="template-acts">
      <input type="hidden" name="intent" value="edit" />
      <button
        type="submit"
        name="basis"
        value={props.basis}
        className="button small"
        aria-label={paperTemplates.editOne(props.title)}
      >
        {paperTemplates.edit}
      </button>
      {props.shippedRef !== null && (
        <button
          type="submit"
          name="basis"
          value={props.shippedRef}
          className="button small"
          aria-label={paperTemplates.actOn(paperTemplates.fromShipped, props.title)}
        >
          {paperTemplates.fromShipped}
        </button>
      )}
    </Form>
  );
}

function VersionTable({ page }: { page: TemplateList }) {
  const { paperTemplates } = useWords();
  const columns = [
    { name: "ref", label: paperTemplates.template },
    { name: "basis", label: paperTemplates.basis },
    { name: "note", label: paperTemplates.note },
    { name: "by", label: paperTemplates.by },
    { name: "at", label: paperTemplates.changedAt, isWhole: true },
  ];
  const rows = page.versions.map((each) => ({
    id: each.id,
    to: `/paper-templates/versions/${each.id}`,
    cells: {
      ref: `${each.title}　${paperTemplates.own(each.version)}`,
      basis: each.basis,
      note: each.note,
      by: each.publishedBy ?? "",
      at: formatMoment(each.publishedAt),
    },
  }));
  return <DataTable caption={paperTemplates.history} columns={columns} rows={rows} />;
}
