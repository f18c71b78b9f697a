import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useSearchParams } from "@remix-run/react";
import { CodeField } from "~/components/app-set-up";
import { PasskeySignIn } from "~/components/passkey-button";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { goOn, requireStep, signInFrom, stepToken } from "~/sessions.server";
import { showCode } from "~/use-cases/second-factor.server";

export const meta = pageTitle((words) => words.signIn.codeTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStep(request, context, "second-factor");
  return reply({});
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const token = await stepToken(request, context);
  const code = textOf(fields, "code");
  const shown = await showCode(context.own, { token, code, ...signInFrom(request, context) });
  if (!shown.ok) return replyProblems(shown.problems, {});
  return goOn(context, shown.value, textOf(fields, "next"));
}

export default function Code() {
  const { signIn } = useWords();
  const [params] = useSearchParams();
  const found = useActionData<typeof action>();
  const next = params.get("next") ?? "/";
  return (
    <div className="stack sign-in">
      <div>
        <h1>{signIn.codeTitle}</h1>
        <p className="quiet">{signIn.codeLead}</p>
      </div>
      <ProblemSummary problems={found?.problems} labels={{ code: signIn.code }} />
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="next" value={next} />
        <CodeField problems={found?.problems} hint={signIn.codeHint} />
        <p>
          <button type="submit" className="button primary big">
            {signIn.goOn}
          </button>
        </p>
      </Form>
      <PasskeySignIn next={next} isSecondFactor />
      <p>
        <Link to="/sign-in">{signIn.again}</Link>
      </p>
    </div>
  );
}
