import type { AppLoadContext } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import type { VendorScope } from "~/domain/scope";
import { cookieOf, redirectTo, refuse } from "~/http.server";
import type { Ports } from "~/use-cases/ports.server";
import { findVendorScope, peekLink, VENDOR_SESSION_SECONDS } from "~/use-cases/vendor-entry.server";

export type DeskPath = `/r/desk/${string}`;
/** A vendor's browser at the desk of one request. It has no account, no role and no other page. */
export type DeskVisit = { scope: VendorScope; ports: Ports; path: DeskPath };

export const deskPath = (requestId: string): DeskPath => `/r/desk/${requestId}`;

/**
 * One cookie a request, sent to that request's desk only: whoever answers two requests in two tabs never writes
 * into the wrong one.
 */
function deskCookie(requestId: string, isSecure: boolean, maxAgeSeconds: number) {
  return cookieOf("buntan_desk", { isSecure, maxAgeSeconds, path: deskPath(requestId) });
}

/** Set-Cookie header that opens the desk to this browser. */
export function keepDesk(
  context: AppLoadContext,
  opened: { token: string; requestId: string; seconds: number },
): Promise<string> {
  return deskCookie(opened.requestId, context.isSecure, opened.seconds).serialize(opened.token);
}

/** Set-Cookie header that closes it. */
export function dropDesk(context: AppLoadContext, requestId: string): Promise<string> {
  return deskCookie(requestId, context.isSecure, VENDOR_SESSION_SECONDS).serialize("", { maxAge: 0 });
}

const places = (context: AppLoadContext) => [context.own, context.demo()].filter((each) => each !== null);

/** The link and the database it belongs to; null for every link that does not open. */
export async function findDeskLink(context: AppLoadContext, token: string) {
  for (const ports of places(context)) {
    const link = await peekLink(ports, token);
    if (link) return { ports, link };
  }
  return null;
}

/**
 * Every loader and action of the desk begins with it. No cookie of this desk, or one whose link is over → 401; a
 * cookie of another request → 404. A signed-in person of the hospital is nobody here.
 */
export async function requireDesk(
  request: Request,
  context: AppLoadContext,
  requestId: string | undefined,
): Promise<DeskVisit> {
  if (!isId(requestId)) throw refuse([problem("not-found")]);
  const cookie = deskCookie(requestId, context.isSecure, VENDOR_SESSION_SECONDS);
  const token: unknown = await cookie.parse(request.headers.get("cookie"));
  if (typeof token !== "string" || token === "") throw refuse([problem("vendor-session-over")]);
  for (const ports of places(context)) {
    const scope = await findVendorScope(ports, token);
    if (!scope) continue;
    if (scope.requestId !== requestId) throw refuse([problem("not-found")]);
    return { scope: { ...scope, address: context.remoteAddress }, ports, path: deskPath(requestId) };
  }
  throw refuse([problem("vendor-session-over")]);
}

/** A page of the desk that a colleague's link does not have: back to the answers. */
export function wholeDeskOnly({ scope, path }: DeskVisit): void {
  if (scope.sections !== null) throw redirectTo(path);
}
