import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { RecoveryCodes } from "~/components/app-set-up";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { qrOf } from "~/qr.server";
import { requireScope } from "~/scope.server";
import { showOwnAccount } from "~/use-cases/own-account.server";
import { beginApp } from "~/use-cases/second-factor.server";
import { carryOut } from "./actions.server";
import { FactorPanel, PasskeyPanel } from "./factor-panels";
import { HospitalsPanel } from "./hospitals-panel";
import { PasswordPanel, ProviderPanel } from "./password-panel";
import { SessionsPanel } from "./sessions-panel";

export const meta = pageTitle((words) => words.signIn.account);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, place, sessionHandle: handle } = await requireScope(request, context, "viewer");
  const own = await showOwnAccount(ports, scope, { handle });
  const isDemo = place === "demo";
  const begun = isDemo || own.appSince !== null ? null : await beginApp(ports, scope);
  const app = begun?.ok && begun.value ? { seed: begun.value.seed, qr: qrOf(begun.value.address) } : null;
  return reply({ ...own, isDemo, app, hasProvider: context.provider !== null, hospitalId: scope.hospitalId });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "own:write");
  const fields = await readForm(request);
  const intent = textOf(fields, "intent");
  const result = await carryOut(request, context, visit, fields);
  if (!result.ok) return replyProblems(result.problems, { intent, codes: null });
  // why no redirect: codes are shown this once and stand in no address.
  if (result.value?.codes) return reply({ problems: [], intent, codes: result.value.codes });
  return redirectTo(`/account?done=${intent}`);
}

export type AccountData = ReturnType<typeof useLoaderData<typeof loader>>;
export type AccountAnswered = ReturnType<typeof useActionData<typeof action>>;

export default function Account() {
  const { signIn } = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [params] = useSearchParams();
  const messages: Readonly<Record<string, string>> = signIn.done;
  const told = params.get("done") ?? "";
  const message = Object.hasOwn(messages, told) ? messages[told] : undefined;
  const labels = {
    current: signIn.currentPassword,
    password: signIn.newPassword,
    code: signIn.code,
    passkeyName: signIn.passkeyName,
  };
  return (
    <div className="stack">
      <PageHead title={signIn.account} lead={signIn.accountLead} />
      {message && !answered && (
        <p className="note good" role="status">
          {message}
        </p>
      )}
      <ProblemSummary problems={answered?.problems} labels={labels} />
      {answered?.codes && <RecoveryCodes codes={answered.codes} />}
      {page.isDemo ? (
        <p className="note">{signIn.demoNote}</p>
      ) : (
        <>
          <PasswordPanel page={page} answered={answered} />
          <FactorPanel page={page} answered={answered} />
          <PasskeyPanel page={page} answered={answered} />
        </>
      )}
      {page.hasProvider && !page.isDemo && <ProviderPanel page={page} />}
      <SessionsPanel page={page} />
      <HospitalsPanel page={page} />
    </div>
  );
}
