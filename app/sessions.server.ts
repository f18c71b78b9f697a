import type { AppLoadContext } from "@remix-run/node";
import { problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { browserName, type SignInStep } from "~/domain/sign-in";
import { cookieOf, redirectTo, refuse, safePath } from "~/http.server";
import type { Place } from "~/load-context";
import { findVisit, hashToken, SESSION_SECONDS, sessionCookie } from "~/scope.server";
import type { PasskeySite } from "~/use-cases/passkeys.server";
import { openSession } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";
import { personAtStep, type SignedIn, type SignInFrom } from "~/use-cases/sign-in.server";

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
  const opened = await openSession(ports, { scope, seconds: SESSION_SECONDS, hashOf: hashToken });
  if (!opened.ok) return opened;
  return { ok: true, value: { cookie: await keepToken(place, context, opened.value.token) } };
}

/** Where this sign-in comes from, and how its tokens are kept. */
export function signInFrom(request: Request, context: AppLoadContext): SignInFrom {
  return {
    browser: browserName(request.headers.get("user-agent") ?? ""),
    address: context.remoteAddress,
    seconds: SESSION_SECONDS,
    hashOf: hashToken,
  };
}

const stepPaths: Readonly<Record<SignInStep, `/${string}`>> = {
  "second-factor": "/sign-in/code",
  "set-up": "/sign-in/set-up",
  "own-password": "/sign-in/password",
  passkey: "/sign-in",
  provider: "/sign-in",
};

function stepCookie(context: AppLoadContext, isOfPasskey = false) {
  return cookieOf(isOfPasskey ? "buntan_passkey" : "buntan_step", {
    isSecure: context.isSecure,
    maxAgeSeconds: 15 * 60,
  });
}

/** Set-Cookie headers of what a sign-in led to: the session, or the step before it. */
export async function signedInHeaders(context: AppLoadContext, signedIn: SignedIn): Promise<Headers> {
  const headers = new Headers();
  const { token, step } = signedIn;
  const isDone = step === null;
  headers.append(
    "Set-Cookie",
    await stepCookie(context).serialize(isDone ? "" : token, isDone ? { maxAge: 0 } : {}),
  );
  if (isDone) headers.append("Set-Cookie", await keepToken("own", context, token));
  return headers;
}

/** Where a sign-in goes on: the page that was asked for, or the step before it. @param next a path of ours */
export function nextAfter(signedIn: SignedIn, next: string): `/${string}` {
  const path = safePath(next);
  if (signedIn.step === null) return path;
  return path === "/"
    ? stepPaths[signedIn.step]
    : `${stepPaths[signedIn.step]}?next=${encodeURIComponent(path)}`;
}

export async function goOn(context: AppLoadContext, signedIn: SignedIn, next: string): Promise<Response> {
  return redirectTo(nextAfter(signedIn, next), { headers: await signedInHeaders(context, signedIn) });
}

/** The token of the step under way in this browser, "" when there is none. */
export async function stepToken(request: Request, context: AppLoadContext): Promise<string> {
  const token: unknown = await stepCookie(context).parse(request.headers.get("cookie"));
  return typeof token === "string" ? token : "";
}

/** The person at a step, or null when it is over. */
export async function findAtStep(request: Request, context: AppLoadContext, step: SignInStep) {
  const token = await stepToken(request, context);
  const found = await personAtStep(context.own, step, token, signInFrom(request, context));
  return found.ok ? { ...found.value, token } : null;
}

/** The person at a step, or back to the sign-in page. */
export async function requireStep(request: Request, context: AppLoadContext, step: SignInStep) {
  const found = await findAtStep(request, context, step);
  if (found === null) throw redirectTo("/sign-in?over=1");
  return found;
}

/** Whose passkey is being made: whoever is signed in, or whoever is setting up on the way in. */
export async function passkeyMaker(
  request: Request,
  context: AppLoadContext,
): Promise<{ ports: Ports; scope: Scope }> {
  const visit = await findVisit(request, context);
  if (visit) return visit;
  const { scope } = await requireStep(request, context, "set-up");
  return { ports: context.own, scope };
}

/** The site a passkey belongs to. Problems: passkey-address (a passkey needs a name and TLS, or localhost) */
export function passkeySite(request: Request, context: AppLoadContext): PasskeySite {
  const base = context.own.baseUrl ?? "";
  const host = request.headers.get("host") ?? "";
  const origin = base === "" ? `${context.isSecure ? "https" : "http"}://${host}` : base;
  const { hostname, protocol } = new URL(origin);
  const isUsable = hostname === "localhost" || (protocol === "https:" && !/^[\d.]+$|[:[]/.test(hostname));
  if (!isUsable) throw refuse([problem("passkey-address")]);
  return { origin, name: hostname };
}

export async function keepChallengeToken(context: AppLoadContext, token: string): Promise<string> {
  return stepCookie(context, true).serialize(token);
}

export async function challengeToken(request: Request, context: AppLoadContext): Promise<string> {
  const token: unknown = await stepCookie(context, true).parse(request.headers.get("cookie"));
  return typeof token === "string" ? token : "";
}
