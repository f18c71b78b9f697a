import { eventsOf, filesOf, messagesOf, submissionsOf } from "#db/queries/request-records.server";
import {
  countRequestStates,
  draftOf,
  findRequest,
  linksOf,
  listRequestRows,
  type RequestListQuery,
  systemNames,
} from "#db/queries/requests.server";
import { dayInTokyo } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import { daysLeft } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { askedForm, askedOf } from "./asked-form.server";
import type { Ports } from "./ports.server";

/** 依頼の一覧: one page of requests, the next due first, with the number of each state. */
export async function listRequests(ports: Ports, scope: Scope, query: Partial<RequestListQuery>) {
  const whole = { states: null, roundId: null, vendorId: null, page: 1, pageSize: 50, ...query };
  const [listed, counts] = await Promise.all([
    listRequestRows(ports.db, scope, whole),
    countRequestStates(ports.db, scope),
  ]);
  const totals = new Map<string, number>();
  const rows = [];
  for (const row of listed.rows) {
    const known = totals.get(row.catalogueRef);
    const total = known ?? (await askedForm(ports, scope, row.kind, row.catalogueRef))?.items.length ?? 0;
    totals.set(row.catalogueRef, total);
    rows.push({ ...row, total, daysLeft: daysLeft(row.dueOn, dayInTokyo(ports.now())) });
  }
  return {
    rows,
    total: listed.total,
    counts: Object.fromEntries(counts.map((each) => [each.state, each.count])),
  };
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
  const [form, answers, messages, files, events, submissions, links, systems] = await Promise.all([
    askedOf(ports, scope, found),
    draftOf(ports.db, reach),
    messagesOf(ports.db, reach),
    filesOf(ports.db, reach),
    eventsOf(ports.db, reach),
    submissionsOf(ports.db, reach),
    linksOf(ports.db, reach),
    systemNames(ports.db, scope, systemIdsOf(found.systemIds)),
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
    daysLeft: left,
  });
}

/** The stored list of system ids. */
export function systemIdsOf(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "string") : [];
}
