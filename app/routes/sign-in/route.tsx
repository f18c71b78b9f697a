import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { hasNoHospital } from "#db/queries/people.server";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, safePath, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { findVisit, hashToken, SESSION_SECONDS } from "~/scope.server";
import { keepToken } from "~/sessions.server";
import { signIn } from "~/use-cases/people.server";

export const meta = pageTitle((words) => words.accounts.signInTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await findVisit(request, context)) throw redirectTo("/");
  if (await hasNoHospital(context.own.db)) throw redirectTo("/welcome");
  return reply({});
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const typed = { signInName: textOf(fields, "signInName") };
  if (!(await context.countTry(`sign-in ${context.remoteAddress}`))) {
    return replyProblems([problem("too-many-attempts")], { typed });
  }
  const signedIn = await signIn(context.own, {
    signInName: typed.signInName.trim(),
    password: textOf(fields, "password"),
    seconds: SESSION_SECONDS,
    hashOf: hashToken,
    address: context.remoteAddress,
  });
  if (!signedIn.ok) return replyProblems(signedIn.problems, { typed });
  return redirectTo(safePath(textOf(fields, "next")), {
    headers: { "Set-Cookie": await keepToken("own", context, signedIn.value.token) },
  });
}

export default function SignIn() {
  const words = useWords();
  const [params] = useSearchParams();
  const found = useActionData<typeof action>();
  return (
    <div className="stack sign-in">
      <div>
        <h1>{words.accounts.signInTitle}</h1>
        <p className="quiet">{words.accounts.signInLead}</p>
      </div>
      <ProblemSummary problems={found?.problems} />
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="next" value={params.get("next") ?? "/"} />
        <Field name="signInName" label={words.accounts.signInName}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={found?.typed.signInName}
            />
          )}
        </Field>
        <Field name="password" label={words.accounts.password}>
          {(control) => <input {...control} type="password" autoComplete="current-password" />}
        </Field>
        <p>
          <button type="submit" className="button primary big">
            {words.accounts.signIn}
          </button>
        </p>
      </Form>
    </div>
  );
}
