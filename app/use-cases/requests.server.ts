import { mailsOfRequest } from "#db/queries/mail.server";
import {
  countRequestStates,
  countSubmitted,
  listRequestRows,
  openRequests,
  type RequestListQuery,
} from "#db/queries/request-lists.server";
import { eventsOf, filesOf, messagesOf, submissionsOf } from "#db/queries/request-records.server";
import {
  draftOf,
  endRound,
  findRequest,
  findRound,
  linksOf,
  type ShownRequest,
  systemNames,
} from "#db/queries/requests.server";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import { hasAnswerSheet } from "~/domain/request";
import { daysLeft, isOwed } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { askedForm, askedOf } from "./asked-form.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { hasOfficialFile } from "./write-official.server";

const everything: RequestListQuery = {
  search: "",
  states: null,
  kind: null,
  dueBefore: null,
  roundId: null,
  vendorId: null,
  productId: null,
  productVersionId: null,
  contractId: null,
  sort: "dueOn",
  isDescending: false,
  page: 1,
  pageSize: 50,
};

/** Requests of each state, and the owed ones that are past their due day. */
export type RequestCounts = { byState: Partial<Record<ShownRequest["state"], number>>; overdue: number };

/** 依頼の一覧: one page of requests in the order asked, with the number of each state. */
export async function listRequests(ports: Ports, scope: Scope, query: Partial<RequestListQuery>) {
  const today = dayInTokyo(ports.now());
  const [listed, counted] = await Promise.all([
    listRequestRows(ports.db, scope, { ...everything, ...query }),
    countRequestStates(ports.db, scope, today),
  ]);
  const counts: RequestCounts = {
    byState: Object.fromEntries(counted.map((each) => [each.state, each.count])),
    overdue: counted.filter((each) => isOwed(each.state)).reduce((sum, each) => sum + each.past, 0),
  };
  return { rows: await withTotals(ports, scope, listed.rows, today), total: listed.total, counts };
}

/** How many items each request asks; one look-up per form. */
async function withTotals(ports: Ports, scope: Scope, rows: readonly ShownRequest[], today: Day) {
  const forms = new Map<string, { items: number; title: string; version: string }>();
  for (const { kind, catalogueRef } of rows) {
    if (kind === "promise" || forms.has(catalogueRef)) continue;
    const form = await askedForm(ports, scope, kind, catalogueRef);
    const known = { items: form?.items.length ?? 0, title: form?.title ?? catalogueRef };
    forms.set(catalogueRef, { ...known, version: form?.version ?? "" });
  }
  return rows.map((row) => {
    const form = forms.get(row.catalogueRef);
    return {
      ...row,
      total: row.kind === "promise" ? row.promises : (form?.items ?? 0),
      formTitle: row.kind === "promise" ? row.title : (form?.title ?? row.catalogueRef),
      daysLeft: daysLeft(row.dueOn, today),
    };
  });
}

/** まとまりを見る: one round with its requests (at most 500), next due first. Problems: not-found. */
export async function showRound(ports: Ports, scope: Scope, input: { roundId: string }) {
  const round = await findRound(ports.db, scope, input.roundId);
  if (!round) return failed(problem("not-found"));
  const query = { ...everything, roundId: round.id, pageSize: 500 };
  const { rows } = await listRequestRows(ports.db, scope, query);
  return done({ round, requests: await withTotals(ports, scope, rows, dayInTokyo(ports.now())) });
}

/** 来年から依頼しない: a yearly round asks no more. Problems: not-found, request-state (it asks no more already). */
export async function stopAskingAgain(
  ports: Ports,
  scope: Scope,
  input: { roundId: string },
): Promise<Result<null>> {
  const round = await findRound(ports.db, scope, input.roundId);
  if (!round) return failed(problem("not-found"));
  const head = {
    verb: "stop-asking-again",
    noun: "request-round",
    recordId: round.id,
    change: { nextOn: [round.nextOn, null] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "request:write", head, async ({ tx, at }) =>
    (await endRound(tx, scope, round.id, at)) ? done(null) : failed(problem("request-state")),
  );
}

/** 病院の確認を待つ提出の数: what the rail shows beside 提出依頼. */
export async function submissionsToReview(ports: Ports, scope: Scope): Promise<number> {
  return countSubmitted(ports.db, scope);
}

/** Requests that ask something of somebody today, first due first: one query. */
export async function requestsToday(ports: Ports, scope: Scope): Promise<ShownRequest[]> {
  return openRequests(ports.db, scope);
}

export type RequestPage = Awaited<ReturnType<typeof showRequest>> extends Result<infer T> ? T : never;

/**
 * 依頼を見る: everything about one request — facts, the form asked, answers so far, threads, files, events,
 * submissions and links — in a constant number of queries. Problems: not-found.
 */
export async function showRequest(ports: Ports, scope: Scope, input: { requestId: string }) {
  const reach = { ...scope, requestId: input.requestId };
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  const [form, answers, messages, files, events, submissions, links, systems, mails, hasFile] =
    await Promise.all([
      askedOf(ports, scope, found),
      draftOf(ports.db, reach),
      messagesOf(ports.db, reach),
      filesOf(ports.db, reach),
      eventsOf(ports.db, reach),
      submissionsOf(ports.db, reach),
      linksOf(ports.db, reach),
      systemNames(ports.db, scope, systemIdsOf(found.systemIds)),
      mailsOfRequest(ports.db, scope, found.id),
      hasOfficialFile(ports, scope, found.catalogueRef),
    ]);
  const left = daysLeft(found.dueOn, dayInTokyo(ports.now()));
  return done({
    request: found,
    form,
    answers,
    messages,
    files,
    events,
    submissions,
    links,
    systems,
    // why without text and code: a code is for the vendor alone.
    mails: mails.map(({ id, kind, state, createdAt, leftAt }) => ({ id, kind, state, createdAt, leftAt })),
    daysLeft: left,
    hasOfficialFile: hasFile && hasAnswerSheet(found.kind),
  });
}

/** The stored list of system ids. */
export function systemIdsOf(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "string") : [];
}
