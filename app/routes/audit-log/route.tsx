import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { PAGE_SIZE } from "~/domain/list-query";
import { problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { saveAuditHeadTo } from "~/use-cases/audit-head.server";
import { checkAuditChain, listAudit } from "~/use-cases/audit-log.server";
import { auditFilter, auditState } from "./asked";
import { ChainPanel } from "./chain-panel";
import { changesOf } from "./changes.server";
import { FilterBar } from "./filter-bar";
import { LogTable } from "./log-table";

export const meta = pageTitle((words) => words.auditLog.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "audit:see");
  const state = auditState(request.url);
  const query = { filter: auditFilter(state), page: state.page, pageSize: PAGE_SIZE };
  const listed = await listAudit(ports, scope, query);
  if (!listed.ok) throw refuse(listed.problems);
  const rows = listed.value.rows.map(({ change, ...row }) => ({ ...row, changes: changesOf(change) }));
  return reply({ state, ...listed.value, rows });
}

export type AuditPage = ReturnType<typeof useLoaderData<typeof loader>>;
export type AuditAnswered = ReturnType<typeof useActionData<typeof action>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "audit:see");
  const fields = await readForm(request);
  const kept = { check: null, auditHeadTo: textOf(fields, "auditHeadTo") };
  switch (textOf(fields, "intent")) {
    case "check": {
      const check = await checkAuditChain(ports, scope);
      return check.ok
        ? reply({ problems: [], ...kept, check: check.value })
        : replyProblems(check.problems, kept);
    }
    case "head-to": {
      const { auditHeadTo } = kept;
      const saved = await saveAuditHeadTo(ports, scope, {
        auditHeadTo,
        version: countOf(fields, "version"),
      });
      return saved.ok ? redirectTo("/settings/audit#chain") : replyProblems(saved.problems, kept);
    }
    default:
      throw refuse([problem("form-unreadable")]);
  }
}

export default function AuditLog() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = words.auditLog;
  return (
    <div className="stack">
      <PageHead
        title={own.title}
        note={words.lists.found(page.total)}
        lead={own.lead}
        crumbs={[{ to: "/settings", label: words.settings.title }, { label: own.title }]}
      />
      <ChainPanel page={page} answered={answered} />
      <FilterBar page={page} />
      {page.rows.length === 0 ? (
        <EmptyState sentence={`${own.empty}${own.emptyNext}`} />
      ) : (
        <LogTable page={page} />
      )}
      <Pager state={page.state} total={page.total} />
    </div>
  );
}
