import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { LongField, TextField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { openProcurement, reviseProcurement, showProcurement } from "~/use-cases/procurements.server";

export const meta = pageTitle<typeof loader>((words, data) =>
  data?.id ? words.procurements.edit : words.procurements.add,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "procurement:write");
  if (params.id === undefined)
    return reply({ id: null, version: 0, values: { title: "", purpose: "", wantedBy: "" } });
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showProcurement(ports, scope, { procurementId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const { id, version, title, purpose, wantedBy } = shown.value.procurement;
  return reply({ id, version, values: { title, purpose, wantedBy: wantedBy ?? "" } });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "procurement:write");
  const fields = await readForm(request);
  const raw = {
    title: textOf(fields, "title"),
    purpose: textOf(fields, "purpose"),
    wantedBy: textOf(fields, "wantedBy"),
  };
  if (params.id === undefined) {
    const opened = await openProcurement(ports, scope, { raw });
    if (!opened.ok) return replyProblems(opened.problems, { raw });
    return redirectTo(`/procurements/${opened.value.procurementId}`);
  }
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const version = countOf(fields, "version");
  const saved = await reviseProcurement(ports, scope, { procurementId: params.id, version, raw });
  if (!saved.ok && saved.problems.some((each) => each.code === "not-found")) throw refuse(saved.problems);
  if (!saved.ok) return replyProblems(saved.problems, { raw });
  return redirectTo(`/procurements/${params.id}`);
}

export default function ProcurementForm() {
  const { procurements: text } = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const values = found?.raw ?? page.values;
  const title = page.id === null ? text.add : text.edit;
  const shared = { values, problems: found?.problems };
  return (
    <>
      <PageHead
        title={title}
        lead={text.lead}
        crumbs={[
          { to: "/procurements", label: text.title },
          ...(page.id === null ? [] : [{ to: `/procurements/${page.id}`, label: page.values.title }]),
          { label: title },
        ]}
      />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary problems={found?.problems} labels={text.fields} />
        <TextField {...shared} name="title" label={text.fields.title} hint={text.hints.title} isRequired />
        <LongField {...shared} name="purpose" label={text.fields.purpose} hint={text.hints.purpose} />
        <TextField {...shared} name="wantedBy" label={text.fields.wantedBy} type="date" />
        <input type="hidden" name="version" value={page.version} />
        <p>
          <button type="submit" className="button primary">
            {text.save}
          </button>
        </p>
      </Form>
    </>
  );
}
