import type { AppLoadContext } from "@remix-run/node";
import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Place } from "~/load-context";
import { hashToken, SESSION_SECONDS, sessionCookie } from "~/scope.server";
import { openSession } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";

/** Set-Cookie header that carries a session's token. */
export function keepToken(place: Place, context: AppLoadContext, token: string): Promise<string> {
  return sessionCookie(place, context.isSecure).serialize(token);
}

/** Set-Cookie header that ends the session in this browser. */
export function dropToken(place: Place, context: AppLoadContext): Promise<string> {
  return sessionCookie(place, context.isSecure).serialize("", { maxAge: 0 });
}

/** Opens a session for a known account. @returns the Set-Cookie header */
export async function startSession(
  ports: Ports,
  scope: Scope,
  place: Place,
  context: AppLoadContext,
): Promise<Result<{ cookie: string }>> {
  const from = { ...scope, address: context.remoteAddress };
  const opened = await openSession(ports, { scope: from, seconds: SESSION_SECONDS, hashOf: hashToken });
  if (!opened.ok) return opened;
  return { ok: true, value: { cookie: await keepToken(place, context, opened.value.token) } };
}
