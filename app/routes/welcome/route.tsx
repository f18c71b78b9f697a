import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { hasNoHospital } from "#db/queries/people.server";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { findVisit } from "~/scope.server";
import { startSession } from "~/sessions.server";
import { MIN_PASSWORD, openHospital } from "~/use-cases/people.server";
import { HospitalDoor } from "./hospital-door";

export const meta = pageTitle((words) => words.welcome.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await findVisit(request, context)) throw redirectTo("/");
  const isFirst = await hasNoHospital(context.own.db);
  return reply({ isFirst, needsCode: !context.isLoopback, minPassword: MIN_PASSWORD });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const typed = {
    hospitalName: text("hospitalName"),
    name: text("name"),
    department: text("department"),
    signInName: text("signInName"),
  };
  if (!context.isLoopback) {
    const mayTry = await context.countTry(`setup ${context.remoteAddress}`);
    if (!mayTry) return replyProblems([problem("too-many-attempts")], { typed });
    if (!context.isSetupCode(text("setupCode"))) {
      return replyProblems([problem("setup-code-wrong", {}, "setupCode")], { typed });
    }
  }
  const opened = await openHospital(context.own, {
    hospitalName: typed.hospitalName,
    beds: null,
    admin: { ...typed, signInName: typed.signInName.trim(), password: text("password") },
  });
  if (!opened.ok) return replyProblems(opened.problems, { typed });
  const started = await startSession(context.own, opened.value.scope, "own", context);
  if (!started.ok) return replyProblems(started.problems, { typed });
  return redirectTo("/", { headers: { "Set-Cookie": started.value.cookie } });
}

export default function Welcome() {
  const { welcome, accounts } = useWords();
  const data = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <div className="stack first-run">
      <div>
        <h1>{welcome.heading}</h1>
        <p className="lead">{welcome.lead}</p>
      </div>
      <div className="welcome">
        {data.isFirst && <HospitalDoor {...data} typed={found?.typed} problems={found?.problems} />}
        <section className="panel door">
          <h2>{welcome.tryDemo}</h2>
          <p>{welcome.tryDemoWhat}</p>
          <ul className="plain-list">
            {welcome.demoHas.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <form method="post" action="/demo" className="stack">
            {data.needsCode && (
              <label className="field">
                {accounts.setupCode}
                <input name="setupCode" type="text" inputMode="numeric" autoComplete="off" required />
              </label>
            )}
            <button type="submit" className="button big">
              {welcome.tryDemo}
            </button>
          </form>
          <p className="quiet">{welcome.demoOpening}</p>
        </section>
      </div>
      <ol className="steps">
        {welcome.steps.map((step) => (
          <li key={step.title}>
            <h2>{step.title}</h2>
            <p className="quiet">{step.what}</p>
          </li>
        ))}
      </ol>
      <p className="note">{welcome.dataNote}</p>
      {!data.isFirst && <Link to="/sign-in">{welcome.toSignIn}</Link>}
    </div>
  );
}
