import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { NewPassword } from "~/components/new-password";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { minPassword } from "~/domain/sign-in";
import { readForm, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { goOn, requireStep, signInFrom, stepToken } from "~/sessions.server";
import { setOwnPassword } from "~/use-cases/sign-in.server";

export const meta = pageTitle((words) => words.signIn.passwordTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { step } = await requireStep(request, context, "own-password");
  return reply({ min: minPassword(step.memo !== "none") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const token = await stepToken(request, context);
  const password = textOf(fields, "password");
  const set = await setOwnPassword(context.own, { token, password, ...signInFrom(request, context) });
  if (!set.ok) return replyProblems(set.problems, {});
  return goOn(context, set.value, textOf(fields, "next"));
}

export default function OwnPassword() {
  const { signIn } = useWords();
  const [params] = useSearchParams();
  const { min } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <div className="stack sign-in">
      <div>
        <h1>{signIn.passwordTitle}</h1>
        <p className="quiet">{signIn.passwordLead}</p>
      </div>
      <ProblemSummary problems={found?.problems} labels={{ password: signIn.newPassword }} />
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="next" value={params.get("next") ?? "/"} />
        <NewPassword min={min} problems={found?.problems} />
        <p>
          <button type="submit" className="button primary big">
            {signIn.savePassword}
          </button>
        </p>
      </Form>
    </div>
  );
}
