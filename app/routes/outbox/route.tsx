import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { mailStates } from "~/domain/mail";
import { reply } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { problemWords } from "~/messages/labels";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listOutbox, mailProblemOf } from "~/use-cases/outbox.server";

export const meta = pageTitle((words) => words.requests.outbox.title);

const shows = {
  todo: ["waiting", "sending", "failed", "unknown"],
  sent: ["sent", "handed-over"],
  void: ["void"],
  all: mailStates,
} as const;
const showNames = ["todo", "sent", "void", "all"] as const;
const showOf = (state: ListState) => showNames.find((each) => each === state.filters.show) ?? "todo";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = parseListState(new URL(request.url).searchParams, { filters: ["show"], sort: "when" });
  const query = { states: shows[showOf(state)], page: state.page, pageSize: PAGE_SIZE };
  const { rows, ...listed } = await listOutbox(ports, scope, query);
  const shown = rows.map(({ body: _body, lastProblem, ...each }) => ({
    ...each,
    problem: mailProblemOf(lastProblem),
  }));
  return reply({ state, ...listed, rows: shown });
}

export default function Outbox() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { requests } = words;
  const own = requests.outbox;
  return (
    <>
      <PageHead
        title={own.title}
        note={words.lists.found(page.total)}
        lead={own.lead}
        crumbs={[{ to: "/requests", label: requests.title }, { label: own.title }]}
      >
        <Link className="button" to="/settings/mails">
          {requests.mails.title}
        </Link>
      </PageHead>
      <p className={page.sends ? "note" : "note warn"}>{page.sends ? own.sends : own.noServer}</p>
      <ShowChips />
      {page.rows.length === 0 ? <EmptyState sentence={own.empty} /> : <MailTable />}
      <Pager state={page.state} total={page.total} />
    </>
  );
}

function ShowChips() {
  const words = useWords();
  const { state, counts } = useLoaderData<typeof loader>();
  const own = words.requests.outbox;
  const sum = (name: (typeof showNames)[number]) =>
    shows[name].reduce((total, each) => total + (counts[each] ?? 0), 0);
  return (
    <nav className="filters list-bar" aria-label={words.lists.filterBy(own.columns.state)}>
      {showNames.map((name) => (
        <Link
          key={name}
          className="filter"
          to={listSearch(state, withFilter(state, "show", name === "todo" ? "" : name))}
          aria-current={showOf(state) === name ? "true" : undefined}
        >
          {own.shows[name]} <span className="num">{sum(name)}</span>
        </Link>
      ))}
    </nav>
  );
}

function MailTable() {
  const words = useWords();
  const { rows } = useLoaderData<typeof loader>();
  const own = words.requests.outbox;
  const names = ["subject", "to", "kind", "state", "when", "problem"] as const;
  return (
    <div className="panel">
      <DataTable
        caption={own.title}
        columns={names.map((name) => ({ name, label: own.columns[name] }))}
        rows={rows.map((row) => ({
          id: row.id,
          to: `/requests/outbox/${row.id}`,
          cells: {
            subject: row.subject,
            to: [row.vendor, row.contact].filter((each) => each).join(" "),
            kind: own.mailKinds[row.kind].word,
            state: <Tag>{own.mailStates[row.state]}</Tag>,
            when: <span className="num nowrap">{formatMoment(row.leftAt ?? row.createdAt)}</span>,
            problem: row.problem ? problemWords(words, row.problem).what : "",
          },
        }))}
      />
    </div>
  );
}
