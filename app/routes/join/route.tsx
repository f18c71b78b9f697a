import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { NewPassword } from "~/components/new-password";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { setPasswordByLink, showLink } from "~/use-cases/own-account.server";

export const meta = pageTitle((words) => words.signIn.passwordTitle);

export async function loader({ context, params }: LoaderFunctionArgs) {
  const shown = await showLink(context.own, { token: params.token ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  return reply(shown.value);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const key = `link ${context.remoteAddress}`;
  if (!(await context.hasTries(key))) return replyProblems([problem("too-many-attempts")], {});
  const input = { token: params.token ?? "", password: textOf(fields, "password") };
  const set = await setPasswordByLink(context.own, { ...input, address: context.remoteAddress });
  if (set.ok) return redirectTo("/sign-in?joined=1");
  if (set.problems.every((each) => each.at === "password")) return replyProblems(set.problems, {});
  await context.countTry(key);
  throw refuse(set.problems);
}

export default function Join() {
  const { signIn, accounts } = useWords();
  const data = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <div className="stack sign-in">
      <div>
        <h1>{signIn.joinTitle[data.purpose]}</h1>
        <p className="quiet">{signIn.joinLead(data.name)}</p>
      </div>
      <ProblemSummary problems={found?.problems} labels={{ password: signIn.newPassword }} />
      <Form method="post" className="stack form" noValidate>
        <p>
          {accounts.signInName}：<b>{data.signInName}</b>
        </p>
        <NewPassword min={data.minPassword} problems={found?.problems} />
        <p>
          <button type="submit" className="button primary big">
            {signIn.savePassword}
          </button>
        </p>
      </Form>
    </div>
  );
}
