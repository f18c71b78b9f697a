import { createHash } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { findSession } from "#db/queries/people.server";
import { touchSession } from "#db/queries/sign-in.server";
import { problem } from "~/domain/problem";
import { may, type Needed } from "~/domain/rights";
import type { Language, Scope } from "~/domain/scope";
import { cookieOf, redirectTo, refuse } from "~/http.server";
import type { Place } from "~/load-context";
import type { Ports } from "~/use-cases/ports.server";
import { mayComeFrom } from "~/use-cases/sign-in.server";

export const SESSION_SECONDS = 12 * 60 * 60;

/** Who is asking, in which database, with which words. */
export type Visit = {
  scope: Scope;
  ports: Ports;
  place: Place;
  person: { name: string; department: string; signInName: string };
  hospital: { name: string };
  language: Language;
  /** Names this browser's session on screens. */
  sessionHandle: string;
};

/** One cookie per place, so that the demo never signs anyone out of the real hospital. */
export function sessionCookie(place: Place, isSecure: boolean) {
  return cookieOf(place === "demo" ? "buntan_demo" : "buntan_session", {
    isSecure,
    maxAgeSeconds: SESSION_SECONDS,
  });
}

/** The database keeps only this hash of a session's token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The visit behind a request, or null when nobody is signed in. A demo session wins while the demo exists. */
export async function findVisit(request: Request, context: AppLoadContext): Promise<Visit | null> {
  const header = request.headers.get("cookie");
  for (const place of ["demo", "own"] as const) {
    const ports = place === "demo" ? context.demo() : context.own;
    if (ports === null) continue;
    const token: unknown = await sessionCookie(place, context.isSecure).parse(header);
    if (typeof token !== "string") continue;
    const found = await findSession(ports.db, hashToken(token), ports.now());
    if (!found) continue;
    if (place === "own" && !mayComeFrom(found.networks ?? "[]", context.remoteAddress)) continue;
    await noteSeen(ports, hashToken(token), found.lastSeenAt);
    const { groupId, hospitalId, accountId, role } = found;
    return {
      scope: { groupId, hospitalId, accountId, role, via: "web", address: context.remoteAddress },
      ports,
      place,
      person: { name: found.name, department: found.department, signInName: found.signInName },
      hospital: { name: found.hospitalName },
      language: found.language,
      sessionHandle: found.handle,
    };
  }
  return null;
}

const SEEN_EVERY_MS = 5 * 60 * 1000;

/** 最後に使われた時刻, a few minutes rough, so that reading pages writes little. */
async function noteSeen(ports: Ports, tokenHash: string, lastSeenAt: string | null): Promise<void> {
  const now = ports.now();
  const before = new Date(Date.parse(now) - SEEN_EVERY_MS).toISOString();
  if (lastSeenAt !== null && lastSeenAt > before) return;
  // why nothing is told: a page must open although the disk takes no writes; the next visit notes it again.
  await touchSession(ports.db, tokenHash, now, before).catch(() => undefined);
}

/**
 * Scope first: every loader and action of the house begins with it.
 * Nobody signed in → the sign-in page (GET) or 401; a role without `needed` → 403.
 */
export async function requireScope(
  request: Request,
  context: AppLoadContext,
  needed: Needed = "viewer",
): Promise<Visit> {
  const visit = await findVisit(request, context);
  if (visit === null) {
    if (request.method !== "GET") throw refuse([problem("sign-in-required")]);
    const url = new URL(request.url);
    throw redirectTo(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  }
  if (!may(visit.scope, needed)) throw refuse([problem("forbidden", { needed })]);
  return visit;
}
