import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { AppPicture, CodeField, RecoveryCodes } from "~/components/app-set-up";
import { PasskeyMake } from "~/components/passkey-button";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { qrOf } from "~/qr.server";
import { findAtStep, nextAfter, signedInHeaders } from "~/sessions.server";
import { beginApp } from "~/use-cases/second-factor.server";
import { setUp } from "./set-up.server";

export const meta = pageTitle((words) => words.signIn.setUpTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = await findAtStep(request, context, "set-up");
  // why no way back: after the last code the step is over, and its answer still has to be shown.
  if (at === null) return reply({ app: null, isOver: true });
  const begun = await beginApp(context.own, at.scope);
  if (!begun.ok) throw refuse(begun.problems);
  const app = begun.value && { seed: begun.value.seed, qr: qrOf(begun.value.address) };
  return reply({ app, isOver: false });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const done = await setUp(request, context, fields);
  if (!done.ok) return replyProblems(done.problems, { codes: null, to: "/" });
  const headers = await signedInHeaders(context, done.value);
  const to = nextAfter(done.value, textOf(fields, "next"));
  return reply({ problems: [], codes: done.value.codes, to }, { headers });
}

/** why no new loading: the step is over, and the codes have to stay on the screen until they are kept. */
export function shouldRevalidate() {
  return false;
}

const over = [problem("step-over")];

export default function SetUp() {
  const { signIn } = useWords();
  const [params] = useSearchParams();
  const { app, isOver } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const next = params.get("next") ?? "/";
  if (found?.codes) {
    return (
      <div className="stack sign-in">
        <RecoveryCodes codes={found.codes} />
        <p>
          <Link to={found.to} className="button primary big" reloadDocument>
            {signIn.codesKept}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="stack sign-in">
      <div>
        <h1>{signIn.setUpTitle}</h1>
        <p className="quiet">{signIn.setUpLead}</p>
      </div>
      <ProblemSummary problems={isOver ? over : found?.problems} labels={{ code: signIn.code }} />
      {isOver && <Link to="/sign-in">{signIn.again}</Link>}
      {app && (
        <Form method="post" className="stack form" noValidate>
          <input type="hidden" name="next" value={next} />
          <ol>
            {signIn.setUpSteps.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
          <AppPicture {...app} />
          <CodeField problems={found?.problems} />
          <p>
            <button type="submit" className="button primary big">
              {signIn.goOn}
            </button>
          </p>
        </Form>
      )}
      {!isOver && (
        <Form method="post" className="stack">
          <h2>{signIn.orPasskey}</h2>
          <p className="quiet">{signIn.orPasskeyWhat}</p>
          <input type="hidden" name="next" value={next} />
          <PasskeyMake label={signIn.addPasskey} />
        </Form>
      )}
    </div>
  );
}
