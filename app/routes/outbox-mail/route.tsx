import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { verdictsOn } from "~/domain/mail";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { problemWords } from "~/messages/labels";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { copyMail, handOver, mailProblemOf, settleMail, showMail } from "~/use-cases/outbox.server";
import { HandOverPanel } from "./hand-over-panel";
import { SettlePanel } from "./settle-panel";

export const meta = pageTitle((words) => words.requests.outbox.mail);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.mailId)) throw refuse([problem("not-found")]);
  const shown = await showMail(ports, scope, { mailId: params.mailId });
  if (!shown.ok) throw refuse(shown.problems);
  const { lastProblem } = shown.value.mail;
  return reply({ ...shown.value, problem: mailProblemOf(lastProblem), mayEdit: may(scope, "request:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "request:write");
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const mailId = params.mailId ?? "";
  const version = countOf(fields, "version");
  if (text("intent") === "copy") {
    const copied = await copyMail(ports, scope, { mailId, origin: new URL(request.url).origin });
    if (!copied.ok) return replyProblems(copied.problems, { letter: null });
    return reply({ letter: copied.value, problems: [] }, { headers: { "Cache-Control": "no-store" } });
  }
  const result =
    text("intent") === "hand-over"
      ? await handOver(ports, scope, { mailId, version, channel: text("channel"), note: text("note") })
      : await settleMail(ports, scope, { mailId, version, verdict: text("intent") });
  if (!result.ok) return replyProblems(result.problems, { letter: null });
  return redirectTo(`/requests/outbox/${mailId}`);
}

export default function OutboxMail() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = words.requests.outbox;
  const { mail } = page;
  return (
    <div className="stack">
      <PageHead
        title={mail.subject}
        note={<Tag>{own.mailStates[mail.state]}</Tag>}
        crumbs={[
          { to: "/requests", label: words.requests.title },
          { to: "/requests/outbox", label: own.title },
          { label: own.mail },
        ]}
      >
        {mail.requestId && (
          <Link className="button" to={`/requests/${mail.requestId}`}>
            {own.open}
          </Link>
        )}
      </PageHead>
      <ProblemSummary problems={answered?.problems} labels={{ channel: own.how, note: own.note }} />
      <MailFacts />
      {page.mayEdit && page.canHandOver && <HandOverPanel mail={mail} letter={answered?.letter ?? null} />}
      {page.mayEdit && verdictsOn(mail.state).length > 0 && <SettlePanel mail={mail} />}
      <section className="panel">
        <h2>{own.body}</h2>
        {mail.kind === "code" && (
          <p className="panel-text quiet">{page.sends ? own.secret : own.readAloud}</p>
        )}
        <pre className="letter-body">{mail.body}</pre>
      </section>
    </div>
  );
}

function MailFacts() {
  const words = useWords();
  const { mail, problem: why } = useLoaderData<typeof loader>();
  const own = words.requests.outbox;
  const facts = [
    { label: own.columns.kind, value: own.mailKinds[mail.kind].word },
    { label: own.columns.when, value: formatMoment(mail.leftAt ?? mail.createdAt) },
    ...(mail.tries > 0 ? [{ label: own.columns.state, value: own.tries(mail.tries) }] : []),
    ...(mail.messageId ? [{ label: words.requests.proof.messageId, value: mail.messageId }] : []),
    ...(why ? [{ label: own.columns.problem, value: problemWords(words, why).what, isWide: true }] : []),
  ];
  return <Facts facts={facts} />;
}
