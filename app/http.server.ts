import { createCookie, type HeadersFunction, json, redirect as remixRedirect } from "@remix-run/node";
import { type Problem, problem, statusOfProblems } from "~/domain/problem";

/**
 * The one seam to the framework: nothing else imports reply, redirect or cookies from Remix, so that the move
 * to its successor is a change of this file's imports (ADR 1).
 */

/** A JSON reply of a loader or action. */
export function reply<T>(data: T, init: { status?: number; headers?: HeadersInit } = {}) {
  return json(data, init);
}

/** Problems of an action: the form is shown again with what was typed. */
export function replyProblems<T extends object>(problems: Problem[], kept: T) {
  return json({ problems, ...kept }, { status: statusOfProblems(problems) });
}

/** Ends a loader or action with the problems' own status; the error boundary has the words. */
export function refuse(problems: Problem[]): Response {
  return json({ problems }, { status: statusOfProblems(problems) });
}

/**
 * Paths this program made itself; a path that came from a request goes through `safePath`. What a header cannot carry
 * (an anchor with a row's name, a line break) is percent-encoded; what is encoded already stays.
 */
export function redirectTo(path: `/${string}`, init: { headers?: HeadersInit } = {}): Response {
  const whole = path.replace(/\p{Surrogate}/gu, "\ufffd");
  const location = whole.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  return remixRedirect(location, { status: 303, ...init });
}

/** To the configured identity provider only: an address that this program built from its settings, never from a request. */
export function redirectOutside(address: string, init: { headers?: HeadersInit } = {}): Response {
  return remixRedirect(address, { status: 303, ...init });
}

/** A path of ours out of a request (`?next=`), or "/" — never another host, scheme or `//` (open redirect). */
export function safePath(given: string | null): `/${string}` {
  if (given === null || !/^\/(?![/\\])[\w\-./?=&%+:,~]*$/.test(given)) return "/";
  return `/${given.slice(1)}`;
}

/**
 * Cookies are HttpOnly and SameSite=Lax; Secure wherever the browser speaks TLS, and then named so that no other host
 * and no page without TLS can set them (`__Host-`; `__Secure-` where the cookie is for one path only).
 * @param options.path where the browser sends it; everywhere when left out
 */
export function cookieOf(name: string, options: { isSecure: boolean; maxAgeSeconds: number; path?: string }) {
  const prefix = !options.isSecure ? "" : options.path === undefined ? "__Host-" : "__Secure-";
  return createCookie(prefix + name, {
    httpOnly: true,
    sameSite: "lax",
    path: options.path ?? "/",
    secure: options.isSecure,
    maxAge: options.maxAgeSeconds,
  });
}

/** Headers of a thrown or returned reply travel to the document. */
export const passHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/**
 * All fields of a form as text; repeated names become lists. Files are read by `readUpload` only.
 * @throws 400 form-unreadable for a body that is no form, whatever it says it is
 */
export async function readForm(request: Request): Promise<Record<string, string | string[]>> {
  const form = await request.formData().catch(() => {
    throw refuse([problem("form-unreadable")]);
  });
  const fields: [string, string | string[]][] = [];
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((each) => typeof each === "string");
    const first = values[0];
    if (first !== undefined) fields.push([name, values.length === 1 ? first : values]);
  }
  // why from entries: a field that is named `__proto__` is a field like any other then.
  return Object.fromEntries(fields);
}

/** One field as a single text, "" when absent. */
export function textOf(fields: Readonly<Record<string, string | string[]>>, name: string): string {
  const value = fields[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/**
 * One field as a whole number from 0: a version, a row, a part; 0 when it is absent or empty. What is no such number is
 * -1, which no record has, so that it is answered like a page that is out of date.
 */
export function countOf(fields: Readonly<Record<string, string | string[]>>, name: string): number {
  const text = textOf(fields, name).trim();
  if (text === "") return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}

/** One field as a list. */
export function listOf(fields: Readonly<Record<string, string | string[]>>, name: string): string[] {
  const value = fields[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
