import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { actOnRequest } from "./actions.server";
import { AnswersPanel } from "./answers-panel";
import { CoursePanel } from "./course-panel";
import { HandPanel } from "./hand-panel";
import { LinksPanel } from "./links-panel";
import { readRequestPage } from "./page.server";
import { RequestHead } from "./request-head";
import { ReviewPanel } from "./review-panel";
import { DuePanel, RevokePanel } from "./state-panels";
import { Thread } from "./thread";

export const meta = pageTitle<typeof loader>((words, data) => data?.about || words.requests.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  if (!isId(params.requestId)) throw refuse([problem("not-found")]);
  return reply(await readRequestPage(visit, params.requestId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "request:review");
  return actOnRequest(visit, request, params.requestId ?? "");
}

export type RequestData = ReturnType<typeof useLoaderData<typeof loader>>;
export type RequestAnswered = ReturnType<typeof useActionData<typeof action>>;

export default function RequestRoute() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = words.requests.page;
  const labels = {
    reason: own.reason,
    dueOn: own.newDue,
    note: own.handNote,
    happenedOn: own.day,
    file: own.handFile,
  };
  return (
    <div className="stack">
      <RequestHead page={page} />
      <ProblemSummary problems={answered?.problems} labels={labels} />
      <ReviewPanel page={page} answered={answered} />
      <AnswersPanel page={page} />
      <section className="panel">
        <h2>{own.wholeThread}</h2>
        <Thread itemKey="" lines={page.thread} mayWrite={page.can.review} />
      </section>
      <CoursePanel page={page} />
      {page.can.edit && <HandPanel page={page} answered={answered} />}
      <LinksPanel page={page} answered={answered} />
      {page.can.edit && page.can.revoke && <DuePanel page={page} answered={answered} />}
      {page.can.edit && page.can.revoke && <RevokePanel answered={answered} />}
    </div>
  );
}
