import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AudienceTag } from "~/components/audience-tag";
import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { parseWordingAct } from "~/domain/annex-wording";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import {
  discardTemplateDraft,
  publishTemplate,
  showTemplateDraft,
  writeTemplateDraft,
} from "~/use-cases/edit-annex-template.server";
import { NameList } from "./name-list";
import { readTemplatePage } from "./page.server";
import { placeLabels } from "./place-labels";
import { shownNames, wordingFrom } from "./shown-names";
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
  const { ports, scope, language } = await requireScope(request, context, "template:write");
  const fields = await readForm(request);
  const draftId = params.id ?? "";
  const version = Number(textOf(fields, "version"));
  const words = wordsOf(language);
  const intent = textOf(fields, "intent");
  if (intent === "publish") {
    const { issuer, source } = wordsOf("ja").paperTemplates;
    const input = { draftId, version, note: textOf(fields, "note"), words: { issuer, source } };
    const published = await publishTemplate(ports, scope, input);
    if (!published.ok) return replyProblems(published.problems, nothingTyped);
    return redirectTo("/paper-templates");
  }
  if (intent === "discard") {
    const discarded = await discardTemplateDraft(ports, scope, { draftId, version });
    return discarded.ok ? redirectTo("/paper-templates") : replyProblems(discarded.problems, nothingTyped);
  }
  if (intent !== "write") throw refuse([problem("form-unreadable")]);
  const shown = await showTemplateDraft(ports, scope, { draftId });
  if (!shown.ok) throw refuse(shown.problems);
  const typed = wordingFrom(fields, shownNames(shown.value.template, words));
  const act = parseWordingAct(textOf(fields, "act"));
  const written = await writeTemplateDraft(ports, scope, { draftId, version, fields: typed, act });
  if (!written.ok) return replyProblems(written.problems, { typed: fields });
  const contract = textOf(fields, "contract");
  const query = contract === "" ? "" : `?contract=${encodeURIComponent(contract)}`;
  return redirectTo(`/paper-templates/drafts/${draftId}${query}${act ? `#part-${act.section}` : ""}`);
}

const nothingTyped: { typed: Record<string, string | string[]> | null } = { typed: null };

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
