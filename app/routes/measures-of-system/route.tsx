import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import type { RawMeasure } from "~/domain/measure-board";
import { type Problem, problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { recordMeasure, showMeasures, takeBackMeasure } from "~/use-cases/measures.server";
import { MeasureForm } from "./measure-form";
import { MeasureList } from "./measure-list";
import { MeasureRecords } from "./measure-records";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.measures.one.title(data.name) : words.selfChecks.tabs.measures,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.systemId)) throw refuse([problem("not-found")]);
  const shown = await showMeasures(ports, scope, { systemId: params.systemId });
  if (!shown.ok) throw refuse(shown.problems);
  const asked = new URL(request.url).searchParams;
  const chosen = { measure: asked.get("measure") ?? "", done: asked.get("done") };
  const systemId = params.systemId;
  return reply({ ...shown.value, ...chosen, systemId, canEdit: may(scope, "self-check:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "self-check:write");
  const systemId = params.systemId ?? "";
  const fields = await readForm(request);
  const isTakeBack = textOf(fields, "intent") === "take-back";
  const raw: RawMeasure = {
    measureKey: textOf(fields, "measureKey"),
    doneOn: textOf(fields, "doneOn"),
    what: textOf(fields, "what"),
    evidence: textOf(fields, "evidence"),
  };
  const back = { recordId: textOf(fields, "recordId"), reason: textOf(fields, "reason") };
  const saved = isTakeBack
    ? await takeBackMeasure(ports, scope, back)
    : await recordMeasure(ports, scope, { systemId, raw });
  if (saved.ok) return redirectTo(`/measures/${systemId}?done=${isTakeBack ? "taken-back" : "saved"}`);
  if (saved.problems.some((each) => each.code === "not-found")) throw refuse(saved.problems);
  return replyProblems(saved.problems, { raw: isTakeBack ? null : raw, back });
}

export type MeasuresOfSystem = ReturnType<typeof useLoaderData<typeof loader>>;
export type MeasureFound =
  | { problems: Problem[]; raw: RawMeasure | null; back: { recordId: string; reason: string } }
  | undefined;

export default function MeasuresOfSystemPage() {
  const page = useLoaderData<typeof loader>();
  const found: MeasureFound = useActionData<typeof action>();
  const { measures, selfChecks } = useWords();
  return (
    <div className="stack">
      <PageHead
        title={measures.one.title(page.name)}
        lead={measures.one.lead}
        crumbs={[{ to: "/measures", label: selfChecks.tabs.measures }, { label: page.name }]}
      />
      {page.done !== null && found === undefined && (
        <p className="note good" role="status">
          {page.done === "saved" ? measures.one.saved : measures.one.takenBack}
        </p>
      )}
      {page.canEdit && <MeasureForm page={page} found={found} />}
      <MeasureRecords page={page} found={found} />
      <MeasureList page={page} />
    </div>
  );
}
