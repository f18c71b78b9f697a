import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { disclosuresOfSameFile } from "#db/queries/disclosures.server";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { refusePastView } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import { showDisclosure, withdrawDisclosure } from "~/use-cases/disclosures.server";
import { AnswerPanel } from "./answer-panel";
import { bearersThen } from "./bearers-then.server";
import { Changes } from "./changes";
import { DisclosureFacts } from "./disclosure-facts";
import { disclosurePage } from "./disclosure-page.server";
import { DisclosureNotes } from "./notes";
import { Series } from "./series";
import { StaleNote } from "./stale-note";
import { ThenForm, ThenNotice } from "./then-panel";
import { UnreadPanel } from "./unread-panel";
import { WithdrawPanel } from "./withdraw-panel";

export const meta = pageTitle<typeof loader>((words, data) =>
  data
    ? words.disclosures.pageTitle(data.disclosure.product, words.formNames[data.disclosure.form])
    : words.disclosures.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { ports, scope } = visit;
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showDisclosure(ports, scope, { disclosureId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const { file } = shown.value;
  const sameFile = file ? await disclosuresOfSameFile(ports.db, scope, file.sha256) : [];
  const asked = new URL(request.url).searchParams;
  const page = disclosurePage(shown.value, asked);
  const then = await bearersThen(visit, shown.value, page, asked);
  return reply({ ...page, ...then, sameFile, canEdit: !then.dates.isPast && may(scope, "disclosure:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "disclosure:write");
  refusePastView({ ports }, request.url);
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const typed = { reason: textOf(await readForm(request), "reason") };
  const withdrawn = await withdrawDisclosure(ports, scope, { disclosureId: params.id, ...typed });
  if (withdrawn.ok) return redirectTo(`/disclosures/${params.id}`);
  // why: a record that is not there (or not ours) is a page that is not there, not a form to correct.
  if (withdrawn.problems.some((each) => each.code === "not-found")) throw refuse(withdrawn.problems);
  return replyProblems(withdrawn.problems, { typed });
}

export default function Disclosure() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const words = useWords();
  const { disclosure } = page;
  const product = `${disclosure.product} ${disclosure.productVersion}`;
  return (
    <div className="stack">
      <div>
        <PageHead
          title={words.disclosures.pageTitle(product, words.formNames[disclosure.form])}
          note={disclosure.formVersion}
          lead={disclosure.vendor}
          crumbs={[{ to: "/disclosures", label: words.disclosures.title }, { label: product }]}
        >
          <a className="button" href={`/files/${disclosure.originalFileId}`}>
            {words.disclosures.download}
          </a>
          <Link className="button" to={`/disclosures/${disclosure.id}/write-back`}>
            {words.writeBack.button}
          </Link>
          {disclosure.withdrawnReason === null && (
            <Link className="button primary" to={`/assessments/${disclosure.id}`}>
              {words.disclosures.compare}
            </Link>
          )}
        </PageHead>
        <ProblemSummary problems={found?.problems} labels={{ reason: words.disclosures.withdrawReason }} />
      </div>
      <ThenNotice page={page} />
      <DisclosureNotes page={page} />
      <StaleNote page={page} />
      <DisclosureFacts page={page} />
      <Changes page={page} />
      <ThenForm page={page} />
      <AnswerPanel page={page} />
      <UnreadPanel cells={page.unread} />
      <Series page={page} />
      {page.canEdit && disclosure.withdrawnReason === null && (
        <WithdrawPanel page={page} problems={found?.problems} reason={found?.typed.reason ?? ""} />
      )}
    </div>
  );
}
