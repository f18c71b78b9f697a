import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { Choice, FieldGroup } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { firstOf, type RawValues } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { addConnection, archiveConnection, reviseConnection } from "~/use-cases/connections.server";
import { ConnectionFields } from "./connection-fields";
import { readConnectionPage, readNewConnection } from "./page.server";
import { BasisPanel, ProposalPanel } from "./proposal-panel";
import { ConnectionHistory, PutAway } from "./record-foot";

export const meta = pageTitle((words) => words.connections.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, params.connectionId ? "viewer" : "register:write");
  if (params.connectionId) return reply(await readConnectionPage(visit, params.connectionId));
  return reply(await readNewConnection(visit, new URL(request.url).searchParams.get("systemId") ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "register:write");
  const raw = await readForm(request);
  const { connectionId } = params;
  const intent = textOf(raw, "intent");
  const [version, isConfirmed] = [Number(textOf(raw, "version")), textOf(raw, "confirmed") === "yes"];
  const saved =
    connectionId === undefined
      ? await addConnection(ports, scope, { raw, isConfirmed })
      : intent === "archive" || intent === "restore"
        ? await archiveConnection(ports, scope, { connectionId, version, isArchived: intent === "archive" })
        : await reviseConnection(ports, scope, { connectionId, version, raw, isConfirmed });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw });
  return redirectTo(`/connections/${saved.value.id}`);
}

export default function ConnectionFormPage() {
  const words = useWords();
  const language = useLanguage();
  const { connections: text } = words;
  const page = useLoaderData<typeof loader>();
  const { connection } = page;
  const title = connection ? connection.name : text.add;
  const confirmedBy = connection?.confirmedBy ?? words.contractRecords.unknownPerson;
  return (
    <div className="stack">
      <PageHead
        title={title}
        note={connection?.system}
        lead={
          connection?.confirmedOn
            ? text.confirmed(formatDay(connection.confirmedOn, language), confirmedBy)
            : connection
              ? text.notConfirmed
              : text.lead
        }
        crumbs={[{ to: "/connections", label: text.title }, { label: title }]}
      />
      {connection && connection.concerns.length > 0 && (
        <p>
          {connection.concerns.map((each) => (
            <Tag key={each}>{text.concerns[each]}</Tag>
          ))}
        </p>
      )}
      {page.systemId !== "" && <ProposalPanel proposal={page.proposal} />}
      {page.mayEdit && !connection?.archivedAt && <EditForm />}
      {connection && <BasisPanel basis={connection.basis} />}
      {connection && page.mayEdit && (
        <PutAway isArchived={connection.archivedAt !== null} version={connection.version} />
      )}
      {connection && <ConnectionHistory />}
    </div>
  );
}

function EditForm() {
  const words = useWords();
  const { connections: text } = words;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problems: readonly Problem[] | undefined = failed?.problems;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const shown: RawValues = page.values;
  const version = failed && !isWarned ? firstOf(failed.typed, "version") : (page.connection?.version ?? 0);
  return (
    <Form method="post" className="stack form" noValidate>
      <ProblemSummary problems={problems} labels={text.fields} />
      <input type="hidden" name="version" value={version} />
      <ConnectionFields values={failed?.typed ?? shown} problems={problems} systems={page.systems} />
      <FieldGroup name="confirmed" label={text.columns.confirmedOn} hint={text.confirmHint}>
        <div className="choices">
          <Choice type="checkbox" name="confirmed" value="yes" label={text.confirm} isChecked={false} />
        </div>
      </FieldGroup>
      <div className="form-foot">
        <button type="submit" className="button primary">
          {words.actions.save}
        </button>
        <Link className="button text" to="/connections">
          {words.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}
