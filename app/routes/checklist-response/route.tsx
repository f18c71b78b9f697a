import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { showChecklistResponse } from "~/use-cases/show-checklist.server";
import { rowAsked } from "../disclosure/disclosure-page.server";
import { ResponseAnswers } from "./response-answers";
import { ResponseFacts } from "./response-facts";

export const meta = pageTitle<typeof loader>((words, data) => data?.response.title ?? words.checklists.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showChecklistResponse(ports, scope, { responseId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const asked = new URL(request.url).searchParams;
  const at = rowAsked(shown.value.answers, asked.get("at") ?? "")?.ordinal ?? null;
  const isJustSaved = asked.get("saved") === "1";
  return reply({ ...shown.value, at, isJustSaved, canEdit: may(scope, "disclosure:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "disclosure:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const reason = textOf(await readForm(request), "reason");
  const withdrawn = await withdrawChecklistResponse(ports, scope, { responseId: params.id, reason });
  if (withdrawn.ok) return redirectTo(`/checklist-responses/${params.id}`);
  if (withdrawn.problems.some((each) => each.code === "not-found")) throw refuse(withdrawn.problems);
  return replyProblems(withdrawn.problems, { reason });
}

export default function ChecklistResponse() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { checklists, disclosures, writeBack } = useWords();
  const { response, canEdit } = page;
  return (
    <div className="stack">
      <div>
        <PageHead
          title={response.title}
          note={checklists.roundOf(response.round)}
          lead={response.vendor ?? checklists.respondents.hospital}
          crumbs={[
            { to: "/disclosures", label: disclosures.title },
            { to: "/checklist-responses", label: checklists.title },
            { label: response.title },
          ]}
        >
          {response.originalFileId && (
            <a className="button" href={`/files/${response.originalFileId}`}>
              {disclosures.download}
            </a>
          )}
          <Link className="button" to={`/checklist-responses/${response.id}/write-back`}>
            {writeBack.button}
          </Link>
        </PageHead>
        <ProblemSummary problems={found?.problems} labels={{ reason: disclosures.withdrawReason }} />
      </div>
      {page.isJustSaved && (
        <p className="note good" role="status">
          {checklists.saved}
        </p>
      )}
      {response.withdrawnReason !== null && (
        <p className="note stop">
          <b>{checklists.withdrawn}</b> {disclosures.reason}：{response.withdrawnReason}
        </p>
      )}
      <ResponseFacts page={page} />
      <ResponseAnswers page={page} />
      {canEdit && response.withdrawnReason === null && (
        <ConfirmPanel
          title={disclosures.withdraw}
          what={checklists.withdrawWhat}
          fields={{}}
          button={disclosures.withdraw}
        >
          <Field name="reason" label={disclosures.withdrawReason} isRequired problems={found?.problems}>
            {(control) => <input {...control} type="text" defaultValue={found?.reason ?? ""} />}
          </Field>
        </ConfirmPanel>
      )}
    </div>
  );
}
