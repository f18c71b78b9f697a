import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { ChooseStep } from "./choose-step";
import { DetailsStep } from "./details-step";
import { actOnNewRequest, readNewRequest } from "./page.server";
import { PreviewStep } from "./preview-step";

export const meta = pageTitle((words) => words.requests.new.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "request:write");
  return reply(await readNewRequest(visit, request.url));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnNewRequest(await requireScope(request, context, "request:write"), request);
}

export type NewRequestData = ReturnType<typeof useLoaderData<typeof loader>>;
export type Details = NonNullable<NewRequestData["details"]>;

/** Whom and what about → the request → what will be sent. Nothing is written before the last button. */
export default function NewRequest() {
  const { requests } = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const details = answered?.details ?? page.details;
  const step = answered?.preview ? 3 : details ? 2 : 1;
  const titles = { 1: requests.new.choose, 2: requests.new.details, 3: requests.new.confirm } as const;
  return (
    <div className="stack">
      <PageHead
        title={titles[step]}
        note={requests.new.step(step)}
        crumbs={[{ to: "/requests", label: requests.title }, { label: requests.new.title }]}
      />
      {answered?.preview && <PreviewStep answered={answered} preview={answered.preview} sends={page.sends} />}
      {!answered?.preview && details && (
        <DetailsStep
          kind={answered?.kind ?? page.kind}
          details={details}
          typed={answered?.typed}
          problems={answered?.problems}
        />
      )}
      {!details && <ChooseStep page={page} />}
    </div>
  );
}
