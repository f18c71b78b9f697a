import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AudienceTag } from "~/components/audience-tag";
import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { NameList } from "./name-list";
import { readTemplatePage } from "./page.server";
import { placeLabels } from "./place-labels";
import { runTemplateVerb } from "./template-verbs.server";
import { useLivePaper } from "./use-live-paper";
import { WordingForm } from "./wording-form";
import { WordingPreview } from "./wording-preview";

export const meta = pageTitle<typeof loader>(
  (words, data) => data?.template.head.title ?? words.paperTemplates.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const contractId = new URL(request.url).searchParams.get("contract") ?? "";
  return reply(await readTemplatePage(visit, params.id ?? "", contractId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "template:write");
  return runTemplateVerb(visit, params.id ?? "", await readForm(request));
}

export default function PaperTemplateDraft() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const live = useLivePaper(page.draft.id, page.preview);
  const { papers, paperTemplates } = words;
  const { template, draft } = page;
  const fields = { version: draft.version };
  return (
    <div className="stack">
      <PageHead
        title={template.head.title}
        note={<AudienceTag audience={template.audience} />}
        lead={paperTemplates.lead(page.basis.ref)}
        crumbs={[
          { to: "/papers", label: papers.title },
          { to: "/paper-templates", label: paperTemplates.title },
          { label: paperTemplates.crumb },
        ]}
      />
      {draft.state !== "open" && <p className="note">{paperTemplates.closed[draft.state]}</p>}
      {template.head.notice !== "" && <p className="note">{template.head.notice}</p>}
      <ProblemSummary problems={found?.problems} labels={placeLabels(words, template)} />
      <div className="wording-grid">
        <div className="stack">
          <WordingForm
            key={draft.version}
            page={page}
            typed={found?.typed ?? null}
            problems={found?.problems}
            onInput={live.onInput}
          />
          <NameList names={page.names} />
        </div>
        <WordingPreview page={page} live={live} />
      </div>
      {page.mayEdit && (
        <ConfirmPanel
          title={paperTemplates.publish}
          what={paperTemplates.publishWhat}
          fields={{ ...fields, intent: "publish" }}
          button={paperTemplates.publish}
          isPrimary
        >
          <Field
            name="note"
            label={paperTemplates.note}
            hint={paperTemplates.noteHint}
            problems={found?.problems}
          >
            {(control) => <textarea {...control} rows={2} />}
          </Field>
        </ConfirmPanel>
      )}
      {page.mayEdit && (
        <ConfirmPanel
          title={paperTemplates.discard}
          what={paperTemplates.discardWhat}
          fields={{ ...fields, intent: "discard" }}
          button={paperTemplates.discard}
        />
      )}
    </div>
  );
}
