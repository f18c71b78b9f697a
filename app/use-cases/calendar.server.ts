import { feedOf, findFeed, insertFeed, revokeFeeds } from "#db/queries/stand-ins.server";
import { calendarFile } from "~/domain/calendar-file";
import type { Deadline } from "~/domain/deadline";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { listDeadlines } from "./home.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { hashOfToken } from "./request-links.server";

/** カレンダー連携の状態 of whoever asks: since when there is an address; the address itself is shown once only. */
export async function showFeed(ports: Ports, scope: Scope) {
  return feedOf(ports.db, scope);
}

/**
 * アドレスを作る: an address a calendar program reads without signing in. One an account: the one before ends. The token
 * is returned once; the database keeps its SHA-256. Any role, for oneself. Problems: forbidden (no account).
 */
export async function makeFeed(ports: Ports, scope: Scope): Promise<Result<{ token: string }>> {
  const { accountId } = scope;
  if (accountId === null) return failed(problem("forbidden", { needed: "viewer" }));
  const token = ports.newToken();
  const head = { verb: "make-feed", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "viewer", head, async ({ tx, at }) => {
    await revokeFeeds(tx, scope, at);
    await insertFeed(tx, scope, { tokenHash: hashOfToken(token), accountId, createdAt: at });
    return done({ token });
  });
}

/** アドレスを無効にする: from now on it opens nothing. Problems: not-found (there is none). */
export async function revokeFeed(ports: Ports, scope: Scope): Promise<Result<null>> {
  const head = { verb: "revoke-feed", noun: "account", recordId: scope.accountId ?? "", change: {} };
  return record(ports, scope, "viewer", head, async ({ tx, at }) =>
    (await revokeFeeds(tx, scope, at)) > 0 ? done(null) : failed(problem("not-found")),
  );
}

/** Words of an event. A day of a decision is told as a day and nothing else: whoever sees the calendar learns no gap. */
export type CalendarWords = {
  name: (hospital: string) => string;
  title: (kind: Deadline["kind"], name: string | null) => string;
  text: string;
};

/** Kinds whose record may be named: a contract, a version, a request. */
const named: readonly Deadline["kind"][] = ["notice-day", "contract-end", "support-end"];

/**
 * カレンダー: the days of 期限 behind a token, as an iCalendar file; null for every token that does not open.
 */
export async function readFeed(ports: Ports, token: string, words: CalendarWords): Promise<string | null> {
  const found = await findFeed(ports.db, hashOfToken(token), ports.now());
  if (!found) return null;
  const scope: Scope = { ...found, via: "web" };
  const { deadlines } = await listDeadlines(ports, scope);
  const used = new Map<string, number>();
  const events = deadlines.map((each) => {
    // why: the name of a day must not move to another one when a day before it goes (RFC 5545 3.8.4.7).
    const part = each.part === undefined ? "" : `-${hashOfToken(each.part).slice(0, 16)}`;
    const key = `${each.kind}-${each.recordId}${part}`;
    const place = (used.get(key) ?? 0) + 1;
    used.set(key, place);
    return {
      uid: `${key}${place > 1 ? `-${place}` : ""}@buntan`,
      day: each.day,
      title: words.title(each.kind, named.includes(each.kind) ? each.name : null),
      text: words.text,
    };
  });
  return calendarFile({ name: words.name(found.hospital), stamp: ports.now() }, events);
}
