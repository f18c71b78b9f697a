import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { accessOf } from "#db/queries/sign-in.server";
import { PageHead } from "~/components/page-head";
import { LongField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { countOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { networksOf, saveNetworks } from "~/use-cases/memberships.server";

export const meta = pageTitle((words) => words.signIn.access);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "setting:write");
  const row = await accessOf(ports.db, scope.hospitalId);
  const networks = networksOf(row).join("\n");
  return reply({ networks, version: row?.version ?? 0, address: context.remoteAddress });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "setting:write");
  const fields = await readForm(request);
  const networks = textOf(fields, "networks");
  const saved = await saveNetworks(ports, scope, { networks, version: countOf(fields, "version") });
  if (!saved.ok) return replyProblems(saved.problems, { networks });
  return redirectTo("/settings/access?done=1");
}

export default function Access() {
  const words = useWords();
  const { signIn } = words;
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [params] = useSearchParams();
  return (
    <div className="stack">
      <PageHead
        title={signIn.access}
        lead={signIn.accessLead}
        crumbs={[{ to: "/settings", label: words.settings.title }, { label: signIn.access }]}
      />
      {params.has("done") && !answered && (
        <p className="note good" role="status">
          {signIn.saved}
        </p>
      )}
      <ProblemSummary problems={answered?.problems} labels={{ networks: signIn.networks }} />
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="version" value={page.version} />
        <LongField
          name="networks"
          label={signIn.networks}
          hint={signIn.networksHint}
          rows={6}
          values={{ networks: answered?.networks ?? page.networks }}
          problems={answered?.problems}
        />
        <p className="quiet">{signIn.yourAddress(page.address)}</p>
        <p>
          <button type="submit" className="button primary">
            {signIn.save}
          </button>
        </p>
      </Form>
    </div>
  );
}
