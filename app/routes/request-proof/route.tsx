import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EventTable } from "~/components/event-table";
import { Crumbs } from "~/components/page-head";
import { PrintButton } from "~/components/print-button";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { aboutOf } from "~/domain/request";
import { isOwed } from "~/domain/request-state";
import { refuse, reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showRequest } from "~/use-cases/requests.server";
import { ProofFacts } from "./proof-facts";
import { ProofTable } from "./proof-table";

export const meta = pageTitle((words) => words.requests.proof.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.requestId)) throw refuse([problem("not-found")]);
  const shown = await showRequest(ports, scope, { requestId: params.requestId });
  if (!shown.ok) throw refuse(shown.problems);
  const { request: asked, form, events, systems, daysLeft } = shown.value;
  const today = dayInTokyo(ports.now());
  return reply({
    asked,
    form: form && { title: form.title, version: form.version },
    events,
    systems,
    daysLeft,
    today,
  });
}

/** 経緯の書面: one page that explains a missing sheet — who asked whom for what, and everything since. */
export default function RequestProof() {
  const { requests } = useWords();
  const language = useLanguage();
  const { asked, events, daysLeft, today } = useLoaderData<typeof loader>();
  const own = requests.proof;
  const isLate = isOwed(asked.state) && daysLeft < 0;
  return (
    <div className="stack proof">
      <Crumbs
        crumbs={[
          { to: "/requests", label: requests.title },
          { to: `/requests/${asked.id}`, label: aboutOf(asked) || asked.vendor },
          { label: own.title },
        ]}
      />
      <div className="head">
        <div>
          <h1>
            {own.title} <small>{own.printedOn(formatDay(today, language))}</small>
          </h1>
        </div>
        <div className="actions">
          <PrintButton label={own.print} />
        </div>
      </div>
      <ProofFacts />
      <p className="proof-result">
        <b>{own.result}</b>　{own.results[asked.state]}
        {isLate && own.overdue(-daysLeft)}
      </p>
      <ProofTable />
      <section className="panel">
        <h2>{own.all}</h2>
        <EventTable events={events} caption={own.all} />
      </section>
      <p className="quiet">{own.foot}</p>
    </div>
  );
}

export type ProofLoader = typeof loader;
