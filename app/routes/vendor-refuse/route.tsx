import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { refuseRequest } from "~/use-cases/vendor-submit.server";
import { requireDesk, wholeDeskOnly } from "~/vendor-visit.server";
import { DeskPage } from "../vendor-desk/desk-page";

export const meta = pageTitle((words) => words.vendorDesk.refuse.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  wholeDeskOnly(await requireDesk(request, context, params.requestId));
  return reply({});
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  const reason = textOf(await readForm(request), "reason");
  const refused = await refuseRequest(ports, scope, { reason });
  return refused.ok ? redirectTo(path) : replyProblems(refused.problems, { reason });
}

export default function VendorRefuse() {
  const { refuse } = useWords().vendorDesk;
  const found = useActionData<typeof action>();
  return (
    <DeskPage title={refuse.title} lead={refuse.lead}>
      <ProblemSummary problems={found?.problems} labels={{ reason: refuse.reason }} />
      <Form method="post" className="stack form">
        <Field name="reason" label={refuse.reason} isRequired problems={found?.problems}>
          {(control) => (
            <textarea {...control} rows={4} maxLength={2000} defaultValue={found?.reason ?? ""} />
          )}
        </Field>
        <p>
          <button type="submit" className="button primary">
            {refuse.send}
          </button>
        </p>
      </Form>
    </DeskPage>
  );
}
