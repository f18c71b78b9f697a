import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { failed, problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { makeFeed, revokeFeed, showFeed } from "~/use-cases/calendar.server";
import { listOwners } from "~/use-cases/decision-list.server";
import { listStandIns, setStandIn, takeBackStandIn } from "~/use-cases/stand-ins.server";
import { FeedPanel } from "./feed-panel";
import { StandInPanel } from "./stand-in-panel";

export const meta = pageTitle((words) => words.deadlines.settingsTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const [people, standIns, feed] = await Promise.all([
    listOwners(ports, scope),
    listStandIns(ports, scope),
    showFeed(ports, scope),
  ]);
  return reply({ people, standIns, feed, canEdit: may(scope, "register:write") });
}

export type SettingsPage = ReturnType<typeof useLoaderData<typeof loader>>;
export type SettingsAnswered = ReturnType<typeof useActionData<typeof action>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const fields = await readForm(request);
  const of = (name: string) => textOf(fields, name).trim();
  const intent = of("intent");
  if (intent === "make-feed") {
    const made = await makeFeed(ports, scope);
    if (!made.ok) return replyProblems(made.problems, { typed: fields, address: "" });
    const origin = ports.baseUrl ?? new URL(request.url).origin;
    // why no redirect: the address is shown this once and stands nowhere, not even in the browser's history.
    return reply({ problems: [], typed: {}, address: `${origin}/calendar/${made.value.token}.ics` });
  }
  const standIn = { accountId: of("accountId"), substituteId: of("substituteId") };
  const done =
    intent === "revoke-feed"
      ? await revokeFeed(ports, scope)
      : intent === "stand-in"
        ? await setStandIn(ports, scope, { ...standIn, fromOn: of("fromOn"), toOn: of("toOn") })
        : intent === "end-stand-in"
          ? await takeBackStandIn(ports, scope, { id: of("id") })
          : failed(problem("form-unreadable"));
  if (!done.ok) return replyProblems(done.problems, { typed: fields, address: "" });
  return redirectTo("/deadlines/settings");
}

export default function DeadlineSettings() {
  const { deadlines } = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { standIn } = deadlines;
  const labels = {
    accountId: standIn.account,
    substituteId: standIn.substitute,
    fromOn: standIn.fromOn,
    toOn: standIn.toOn,
  };
  return (
    <div className="stack">
      <PageHead
        title={deadlines.settingsTitle}
        lead={deadlines.settingsLead}
        crumbs={[{ to: "/deadlines", label: deadlines.title }, { label: deadlines.settingsTitle }]}
      />
      <ProblemSummary problems={answered?.problems} labels={labels} />
      <FeedPanel page={page} address={answered?.address ?? ""} />
      <StandInPanel page={page} answered={answered} />
    </div>
  );
}
