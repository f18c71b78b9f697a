import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { requestColumns, requestRow } from "~/components/request-row";
import { useLanguage, useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { requestStates } from "~/domain/request";
import { may } from "~/domain/rights";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showRound, stopAskingAgain } from "~/use-cases/requests.server";

export const meta = pageTitle<typeof loader>(
  (words, data) => data?.round.title ?? words.requests.round.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.roundId)) throw refuse([problem("not-found")]);
  const shown = await showRound(ports, scope, { roundId: params.roundId });
  if (!shown.ok) throw refuse(shown.problems);
  return reply({ ...shown.value, mayEdit: may(scope, "request:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "request:write");
  const roundId = params.roundId ?? "";
  const stopped = await stopAskingAgain(ports, scope, { roundId });
  if (!stopped.ok) return replyProblems(stopped.problems, {});
  return redirectTo(`/requests/rounds/${roundId}`);
}

export default function Round() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { requests } = words;
  const own = requests.round;
  const columns = requestColumns(words, ["kind", "createdAt"]);
  return (
    <div className="stack">
      <PageHead
        title={page.round.title}
        note={requests.kinds[page.round.kind].word}
        lead={own.lead(page.requests.length)}
        crumbs={[{ to: "/requests", label: requests.title }, { label: page.round.title }]}
      />
      <ProblemSummary problems={answered?.problems} />
      <RoundFacts />
      <div className="panel">
        <DataTable
          caption={page.round.title}
          columns={columns}
          rows={page.requests.map((row) => requestRow(words, row))}
        />
      </div>
      {page.mayEdit && page.round.nextOn !== null && (
        <ConfirmPanel title={own.stop} what={own.stopWhat} fields={{ intent: "stop" }} button={own.stop} />
      )}
    </div>
  );
}

function RoundFacts() {
  const { requests } = useWords();
  const language = useLanguage();
  const { round, requests: rows } = useLoaderData<typeof loader>();
  const own = requests.round;
  const next = round.nextOn ? own.nextOn(formatDay(round.nextOn, language)) : own.ended;
  const counts = requestStates
    .map((state) => [state, rows.filter((each) => each.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${requests.states[state]} ${count}`);
  return (
    <Facts
      facts={[
        { label: own.states, value: counts.join("・") },
        { label: own.recurrence, value: round.recurrence === "yearly" ? next : own.onceOnly },
        { label: requests.columns.dueOn, value: formatDay(round.dueOn, language) },
        ...(round.message === "" ? [] : [{ label: own.message, value: round.message, isWide: true }]),
      ]}
    />
  );
}
