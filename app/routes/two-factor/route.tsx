import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import type { RawTwoFactor } from "~/domain/two-factor";
import { listOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { recordTwoFactor, showTwoFactor } from "~/use-cases/two-factor.server";
import { StateForm } from "./state-form";
import { StateHistory } from "./state-history";

export const meta = pageTitle((words) => words.overTime.twoFactor.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const shown = await showTwoFactor(ports, scope, { systemId: params.systemId ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const place = new URL(request.url).searchParams.get("place") ?? "client";
  const { system, records, today } = shown.value;
  const name = String(system.values.name);
  return reply({ name, systemId: system.id, records, today, place, mayEdit: may(scope, "register:write") });
}

export type TwoFactorPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "register:write");
  const fields = await readForm(request);
  const field = (name: string) => textOf(fields, name);
  const raw: RawTwoFactor = {
    place: field("place"),
    state: field("state"),
    route: field("route"),
    preconditions: listOf(fields, "preconditions"),
    plannedOn: field("plannedOn"),
    obstacle: field("obstacle"),
    costEstimate: field("costEstimate"),
    costActual: field("costActual"),
    source: field("source"),
    effectiveFrom: field("effectiveFrom"),
  };
  const [reason, supersedes] = [field("reason"), field("supersedes") || null];
  const systemId = params.systemId ?? "";
  const recorded = await recordTwoFactor(ports, scope, { systemId, supersedes, reason, raw });
  if (!recorded.ok) return replyProblems(recorded.problems, { raw, reason, supersedes });
  return redirectTo(`/two-factor/${systemId}?place=${raw.place === "server" ? "server" : "client"}`);
}

export default function TwoFactor() {
  const { twoFactor } = useWords().overTime;
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead
        title={page.name}
        note={twoFactor.title}
        lead={twoFactor.lead}
        crumbs={[{ to: "/two-factor", label: twoFactor.title }, { label: page.name }]}
      />
      <StateHistory page={page} />
      {page.mayEdit && <StateForm page={page} found={found} />}
    </div>
  );
}
