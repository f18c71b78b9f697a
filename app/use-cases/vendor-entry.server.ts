import { createHash } from "node:crypto";
import { insertEvent } from "#db/queries/request-records.server";
import { findRequest, moveRequest } from "#db/queries/requests.server";
import { findContact, insertAnswerer } from "#db/queries/vendor-answers.server";
import {
  countCodes,
  countCodeTry,
  endVendorSession,
  findCode,
  findLink,
  findVendorSession,
  insertVendorSession,
  setCode,
  setVerified,
} from "#db/queries/vendor-sessions.server";
import { dayInTokyo, type Moment } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { isEditable, stateAfter } from "~/domain/request-state";
import type { VendorScope } from "~/domain/scope";
import { queueMail, withdrawMails } from "./mail.server";
import type { Ports } from "./ports.server";
import { type Entry, recordWithoutAccount } from "./record.server";
import { hashOfToken } from "./request-links.server";

/** A vendor's page stays open this long at most; the link opens another one. */
export const VENDOR_SESSION_SECONDS = 12 * 60 * 60;
const CODE_MINUTES = 30;
const CODE_TRIES = 10;
/** Codes of one request in an hour and in a day: each has ten tries, and each is a mail to a person. */
const CODES_AN_HOUR = 5;
const CODES_A_DAY = 20;

/** リンクの先: who asks what, for the page with 「開く」. Reads only; null for every link that does not open. */
export async function peekLink(ports: Ports, token: string) {
  const link = await findLink(ports.db, hashOfToken(token), ports.now());
  const found = link && (await findRequest(ports.db, link));
  return found && { hospital: found.hospital, title: found.title, dueOn: found.dueOn };
}

/**
 * 開く: exchanges the link for a session of this browser, and only this counts as opened.
 * @param address where the browser is, for the audit log
 * @returns the session's token and its end; Problems: request-link-over for expired, revoked and unknown alike
 */
export async function enterLink(
  ports: Ports,
  token: string,
  address?: string,
): Promise<Result<{ token: string; requestId: string; seconds: number }>> {
  const linkHash = hashOfToken(token);
  const link = await findLink(ports.db, linkHash, ports.now());
  if (!link) return failed(problem("request-link-over"));
  const sessionToken = ports.newToken();
  const head = { verb: "open", noun: "request", recordId: link.requestId, change: {} };
  const from = address === undefined ? link : { ...link, address };
  return recordWithoutAccount(ports, from, "vendor", head, async ({ tx, seq, at }) => {
    const found = await findRequest(tx, link);
    const to = found && stateAfter(found.state, "open");
    if (!found || !to || !(await findLink(tx, linkHash, at))) return failed(problem("request-link-over"));
    if (to !== found.state && !(await moveRequest(tx, link, { from: found.state, to })))
      return failed(problem("request-state"));
    const expiresAt = earlier(link.expiresAt, plusSeconds(at, VENDOR_SESSION_SECONDS));
    const tokenHash = hashOfToken(sessionToken);
    await insertVendorSession(tx, link, { tokenHash, linkHash, createdAt: at, expiresAt });
    await insertEvent(tx, link, {
      id: ports.newId(),
      kind: "opened",
      channel: "web",
      happenedOn: dayInTokyo(at),
      recordedSeq: seq,
      recordedAt: at,
    });
    const seconds = Math.round((Date.parse(expiresAt) - Date.parse(at)) / 1000);
    return done({ token: sessionToken, requestId: link.requestId, seconds });
  });
}

/** 終える: ends this browser's session; the link opens another one. */
export async function leaveDesk(ports: Ports, scope: VendorScope): Promise<Result<null>> {
  const head = { verb: "leave", noun: "request", recordId: scope.requestId, change: {} };
  return recordWithoutAccount(ports, scope, "vendor", head, async ({ tx }) => {
    await endVendorSession(tx, scope);
    return done(null);
  });
}

/** The scope behind a vendor's cookie, or null: nothing else makes a VendorScope. */
export async function findVendorScope(ports: Ports, token: string): Promise<VendorScope | null> {
  const sessionHash = hashOfToken(token);
  const found = await findVendorSession(ports.db, sessionHash, ports.now());
  if (!found) return null;
  const { groupId, hospitalId, requestId } = found;
  const sections = found.sections === null ? null : sectionList(found.sections);
  return { groupId, hospitalId, requestId, sessionHash, sections, isVerified: found.verifiedAt !== null };
}

function sectionList(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "string") : [];
}

const plusSeconds = (at: Moment, seconds: number): Moment =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();
const earlier = (one: Moment, other: Moment): Moment => (one < other ? one : other);

/** Six digits out of 256 random bits; the remainder's bias is far below anything ten tries could use. */
function codeFrom(random: string): string {
  const bits = createHash("sha256").update(random).digest("hex");
  return String(BigInt(`0x${bits}`) % 1_000_000n).padStart(6, "0");
}

const codeHashOf = (scope: VendorScope, code: string) => hashOfToken(`${scope.sessionHash}:${code}`);

/**
 * コードを送る: a new code to the named contact; the one before ends. Nothing about the address is returned.
 * Problems: request-sections-only, request-code-often, request-state (nothing can be submitted now).
 */
export async function sendCode(ports: Ports, scope: VendorScope): Promise<Result<null>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const code = codeFrom(ports.newToken());
  const head = { verb: "send-code", noun: "request", recordId: scope.requestId, change: {} };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    const { tx, seq, at } = entry;
    const found = await findRequest(tx, scope);
    if (!found) return failed(problem("request-link-over"));
    if (!isEditable(found.state)) return failed(problem("request-state"));
    const [hour, day] = [
      await countCodes(tx, scope, plusSeconds(at, -3600)),
      await countCodes(tx, scope, plusSeconds(at, -86_400)),
    ];
    if (hour >= CODES_AN_HOUR || day >= CODES_A_DAY) return failed(problem("request-code-often"));
    const codeExpiresAt = plusSeconds(ports.now(), CODE_MINUTES * 60);
    await setCode(tx, scope, { codeHash: codeHashOf(scope, code), codeExpiresAt });
    await withdrawMails(entry, scope, scope.requestId, ["code"]);
    const { contactId } = found;
    await queueMail(ports, entry, scope, {
      kind: "code",
      requestId: scope.requestId,
      contactId,
      variables: { minutes: String(CODE_MINUTES) },
      code,
      once: `code:${scope.requestId}:${seq}`,
    });
    await insertEvent(tx, scope, {
      id: ports.newId(),
      kind: "code-sent",
      channel: "mail",
      happenedOn: dayInTokyo(at),
      contactId,
      recordedSeq: seq,
      recordedAt: at,
    });
    return done(null);
  });
}

/**
 * コードを確かめる: with the name and department of whoever enters it. A person the vendor's register has
 * already is that row; anybody else becomes a row of their own, because frozen records point to people and a
 * row can be erased. The hospital's own entries are never changed from outside.
 * @returns Problems: request-sections-only, field-required, field-too-long, request-code-wrong (tries left),
 * request-code-over
 */
export async function verifyCode(
  ports: Ports,
  scope: VendorScope,
  input: { code: string; name: string; department: string },
): Promise<Result<null>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const person = { name: input.name.trim(), department: input.department.trim() };
  const problems = problemsOfPerson(person);
  if (problems.length > 0) return failed(...problems);
  const given = input.code.normalize("NFKC").replace(/\D/g, "");
  const head = { verb: "verify", noun: "request", recordId: scope.requestId, change: {} };
  // why a value and no Problem inside: a wrong try has to stay counted, and Problems roll everything back.
  const outcome = await recordWithoutAccount<Problem | null>(ports, scope, "vendor", head, (entry) =>
    tryCode(ports, entry, scope, { code: given, ...person }),
  );
  if (!outcome.ok) return outcome;
  return outcome.value === null ? done(null) : failed(outcome.value);
}

async function tryCode(
  ports: Ports,
  entry: Entry,
  scope: VendorScope,
  given: { code: string; name: string; department: string },
): Promise<Result<Problem | null>> {
  const { tx, seq, at } = entry;
  const { code, ...person } = given;
  const pending = await findCode(tx, scope);
  const isOver = !pending?.codeHash || (pending.codeExpiresAt ?? "") <= ports.now();
  if (isOver || pending.codeTries >= CODE_TRIES) return done(problem("request-code-over", {}, "code"));
  if (pending.codeHash !== codeHashOf(scope, code)) {
    await countCodeTry(tx, scope);
    const left = CODE_TRIES - pending.codeTries - 1;
    return done(problem(left > 0 ? "request-code-wrong" : "request-code-over", { left }, "code"));
  }
  const found = await findRequest(tx, scope);
  if (!found) return failed(problem("request-link-over"));
  const known = await findContact(tx, scope, { vendorId: found.vendorId, ...person });
  const contactId = known ?? ports.newId();
  if (known === null) {
    await insertAnswerer(tx, scope, { id: contactId, vendorId: found.vendorId, ...person, createdAt: at });
  }
  await setVerified(tx, scope, { verifiedAt: at, contactId });
  await withdrawMails(entry, scope, scope.requestId, ["code"]);
  await insertEvent(tx, scope, {
    id: ports.newId(),
    kind: "verified",
    channel: "web",
    happenedOn: dayInTokyo(at),
    contactId,
    recordedSeq: seq,
    recordedAt: at,
  });
  return done(null);
}

function problemsOfPerson(person: { name: string; department: string }): Problem[] {
  const problems: Problem[] = [];
  if (person.name === "") problems.push(problem("field-required", {}, "name"));
  for (const field of ["name", "department"] as const) {
    if (person[field].length > 100) problems.push(problem("field-too-long", { max: 100 }, field));
  }
  return problems;
}
