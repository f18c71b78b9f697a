import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readFormWithFile } from "~/form-with-file.server";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { MAX_DECISION_FILE_BYTES } from "~/use-cases/decision-file.server";
import { showDecision } from "~/use-cases/show-decision.server";
import { carryOut, labelsOf } from "./actions.server";
import { ApprovalPanel } from "./approval-panel";
import { BasisPanel } from "./basis-panel";
import { ClosePanel } from "./close-panel";
import { CommentsPanel } from "./comments-panel";
import { DecisionHead } from "./decision-head";
import { LinkPanel } from "./link-panel";
import { PromisePanel } from "./promise-panel";
import { TextPanel } from "./text-panel";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.decisions.page.title(data.basis.clause) : words.decisions.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showDecision(ports, scope, { decisionId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const isHolding = shown.value.supersededBy === null;
  const can = {
    edit: may(scope, "decision:decide") && isHolding,
    comment: may(scope, "decision:comment"),
    approve: may(scope, "decision:approve") && shown.value.decision.decidedBy !== scope.accountId,
  };
  return reply({ ...shown.value, can });
}

export type DecisionData = ReturnType<typeof useLoaderData<typeof loader>>;
export type DecisionAnswered = ReturnType<typeof useActionData<typeof action>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "decision:comment");
  const decisionId = params.id;
  if (!isId(decisionId)) throw refuse([problem("not-found")]);
  const sent = await readFormWithFile(request, "file", MAX_DECISION_FILE_BYTES);
  const labels = labelsOf(language);
  if (!sent.ok) return replyProblems(sent.problems, { typed: {}, intent: "", labels });
  const { fields, file } = sent.value;
  const saved = await carryOut(ports, scope, { decisionId, fields, file });
  if (saved.ok) return redirectTo(`/decisions/${decisionId}?done=${fields.intent}#done`);
  // why: what is not there (or not ours) is a missing page; everything else leaves the form as it was typed.
  if (saved.problems.some((each) => each.code === "not-found")) throw refuse(saved.problems);
  return replyProblems(saved.problems, { typed: fields, intent: fields.intent ?? "", labels });
}

export default function DecisionRoute() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { done } = useWords().decisions;
  const [params] = useSearchParams();
  const messages: Readonly<Record<string, string>> = done;
  const told = params.get("done") ?? "";
  const message = Object.hasOwn(messages, told) ? messages[told] : undefined;
  return (
    <div className="stack">
      <DecisionHead page={page} />
      {message && (
        <p className="note good" role="status" id="done">
          {message}
        </p>
      )}
      <ProblemSummary problems={answered?.problems} labels={answered?.labels ?? {}} />
      <BasisPanel page={page} />
      {page.decision.kind === "vendor-fix" && <PromisePanel page={page} answered={answered} />}
      {page.linkKinds.length > 0 && <LinkPanel page={page} answered={answered} />}
      {page.decision.kind === "accept-risk" && <ApprovalPanel page={page} answered={answered} />}
      <ClosePanel page={page} answered={answered} />
      <TextPanel page={page} answered={answered} />
      <CommentsPanel page={page} answered={answered} />
    </div>
  );
}
