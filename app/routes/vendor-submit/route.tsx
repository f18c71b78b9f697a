import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { sendCode, verifyCode } from "~/use-cases/vendor-entry.server";
import { beforeSubmit, submitAnswers } from "~/use-cases/vendor-submit.server";
import { requireDesk, wholeDeskOnly } from "~/vendor-visit.server";
import { useDesk } from "../vendor-desk/desk";
import { DeskPage } from "../vendor-desk/desk-page";
import { CodePanel } from "./code-panel";
import { FreezePanel } from "./freeze-panel";

export const meta = pageTitle((words) => words.vendorDesk.submit.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const desk = await requireDesk(request, context, params.requestId);
  wholeDeskOnly(desk);
  const before = await beforeSubmit(desk.ports, desk.scope);
  if (!before.ok) throw refuse(before.problems);
  return reply(before.value);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const typed = { name: text("name"), department: text("department"), issuedOn: text("issuedOn") };
  if (text("intent") === "submit") {
    const { issuedOn } = typed;
    const submitted = await submitAnswers(ports, scope, { issuedOn, seen: text("seen") });
    return submitted.ok ? redirectTo(`${path}/receipt`) : replyProblems(submitted.problems, { typed });
  }
  const result =
    text("intent") === "send-code"
      ? await sendCode(ports, scope)
      : await verifyCode(ports, scope, { code: text("code"), ...typed });
  return result.ok ? redirectTo(`${path}/submit`) : replyProblems(result.problems, { typed });
}

export default function VendorSubmit() {
  const words = useWords().vendorDesk;
  const before = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { isEditable, request } = useDesk();
  const labels = {
    code: words.submit.code,
    name: words.submit.name,
    department: words.submit.department,
    issuedOn: words.submit.issuedOn,
  };
  return (
    <DeskPage title={words.submit.title}>
      <ProblemSummary problems={found?.problems} labels={labels} />
      {isEditable ? (
        <>
          <CodePanel before={before} problems={found?.problems} typed={found?.typed} />
          <FreezePanel before={before} problems={found?.problems} typed={found?.typed} />
        </>
      ) : (
        <p className="note">{words.head.closed(words.states[request.state])}</p>
      )}
    </DeskPage>
  );
}
