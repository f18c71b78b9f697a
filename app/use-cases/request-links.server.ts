import { createHash } from "node:crypto";
import { endLinks, findRequest, type RequestReach } from "#db/queries/requests.server";
import { insertLink } from "#db/queries/vendor-sessions.server";
import { dayInTokyo, endOfDayInTokyo, type Moment } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import { isClosed, linkEndsOn } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type Entry, record, recordWithoutAccount } from "./record.server";

/** A link, shown once: the database keeps only the token's hash. The address is `/r/<token>`. */
export type MadeLink = { token: string; path: `/r/${string}`; expiresAt: Moment };
type LinkInput = { requestId: string; sections: readonly string[] | null };

/** The database keeps only this hash of a token. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * リンクを作る: by a person of the hospital, to hand over. Problems: not-found, request-state (closed).
 * @param input.sections sections the link shows; null = all
 */
export async function makeLink(ports: Ports, scope: Scope, input: LinkInput): Promise<Result<MadeLink>> {
  const reach = { ...scope, requestId: input.requestId };
  const head = { verb: "make-link", noun: "request", recordId: input.requestId, change: {} };
  if (!(await findRequest(ports.db, reach))) return failed(problem("not-found"));
  return record(ports, scope, "request:write", head, (entry) =>
    keepLink(ports, entry, reach, input.sections),
  );
}

/** The same for a mail that is leaving now: the program makes the link at that moment. */
export async function makeLinkForMail(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  input: LinkInput,
): Promise<Result<MadeLink>> {
  const reach = { ...owner, requestId: input.requestId };
  const head = { verb: "make-link", noun: "request", recordId: input.requestId, change: {} };
  return recordWithoutAccount(ports, owner, "scheduler", head, (entry) =>
    keepLink(ports, entry, reach, input.sections),
  );
}

/** Inside a transaction: makes the link unless the request is closed. */
export async function keepLink(
  ports: Ports,
  { tx, at }: Pick<Entry, "tx" | "at">,
  reach: RequestReach,
  sections: readonly string[] | null,
): Promise<Result<MadeLink>> {
  const found = await findRequest(tx, reach);
  if (!found) return failed(problem("not-found"));
  if (isClosed(found.state)) return failed(problem("request-state", { state: found.state }));
  const token = ports.newToken();
  const expiresAt = endOfDayInTokyo(linkEndsOn(found.dueOn, dayInTokyo(at)));
  await insertLink(tx, reach, {
    tokenHash: hashOfToken(token),
    sections: sections === null ? null : JSON.stringify(sections),
    createdAt: at,
    expiresAt,
  });
  return done({ token, path: `/r/${token}`, expiresAt });
}

/** リンクを無効にする: every link and open vendor's page of the request ends at once; the request stays. */
export async function revokeLinks(
  ports: Ports,
  scope: Scope,
  input: { requestId: string },
): Promise<Result<null>> {
  const reach = { ...scope, requestId: input.requestId };
  if (!(await findRequest(ports.db, reach))) return failed(problem("not-found"));
  const head = { verb: "revoke-links", noun: "request", recordId: input.requestId, change: {} };
  return record(ports, scope, "request:write", head, async ({ tx, at }) => {
    await endLinks(tx, reach, at);
    return done(null);
  });
}
