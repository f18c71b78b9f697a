import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { hasNoHospital } from "#db/queries/people.server";
import { Field } from "~/components/field";
import { PasskeySignIn } from "~/components/passkey-button";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { type Problem, problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { findVisit, hashToken } from "~/scope.server";
import { goOn, signInFrom } from "~/sessions.server";
import { signIn } from "~/use-cases/sign-in.server";

export const meta = pageTitle((words) => words.accounts.signInTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await findVisit(request, context)) throw redirectTo("/");
  if (await hasNoHospital(context.own.db)) throw redirectTo("/welcome");
  return reply({ hasProvider: context.provider !== null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const typed = { signInName: textOf(fields, "signInName") };
  const [place, name] = [
    `sign-in ${context.remoteAddress}`,
    hashToken(typed.signInName.trim().toLowerCase()),
  ];
  if (!(await context.hasTries(place)) || !context.answersName(name))
    return replyProblems([problem("too-many-attempts")], { typed });
  const signedIn = await signIn(context.own, {
    signInName: typed.signInName.trim(),
    password: textOf(fields, "password"),
    ...signInFrom(request, context),
  });
  context.noteName(name, signedIn.ok);
  if (signedIn.ok) return goOn(context, signedIn.value, textOf(fields, "next"));
  await context.countTry(place);
  return replyProblems(signedIn.problems, { typed });
}

export default function SignIn() {
  const words = useWords();
  const [params] = useSearchParams();
  const { hasProvider } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const next = params.get("next") ?? "/";
  const over: Problem[] | undefined = params.has("over") ? [problem("step-over")] : undefined;
  return (
    <div className="stack sign-in">
      <div>
        <h1>{words.accounts.signInTitle}</h1>
        <p className="quiet">{words.accounts.signInLead}</p>
      </div>
      {params.has("joined") && <p className="note good">{words.signIn.joined}</p>}
      <ProblemSummary problems={found?.problems ?? over} />
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="next" value={next} />
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
      <PasskeySignIn next={next} />
      {hasProvider && (
        <form method="post" action="/sign-in/provider">
          <input type="hidden" name="next" value={next} />
          <button type="submit" className="button big">
            {words.signIn.withProvider}
          </button>
        </form>
      )}
    </div>
  );
}
