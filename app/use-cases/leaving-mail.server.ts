import { contactForMail, findSetting, type MailRow, requestForMail } from "#db/queries/mail.server";
import { insertEvent } from "#db/queries/request-records.server";
import { dayInTokyo } from "~/domain/day";
import type { MailKind } from "~/domain/mail";
import { completeMail, onOneLine } from "~/domain/mail-wording";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { RequestChannel, RequestEventKind } from "~/domain/request";
import { isOwed } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import type { OutgoingMail, Ports } from "./ports.server";
import type { Entry } from "./record.server";
import { keepLink } from "./request-links.server";

type Owner = Pick<Scope, "groupId" | "hospitalId">;

/** Mails that make sense only while the vendor owes an answer. */
const onlyWhileOwed: readonly MailKind[] = ["request", "reminder", "returned"];

/**
 * A mail made complete in the moment it leaves: its address read now (people change), its link made now.
 * @param baseUrl address the link starts with
 * @returns Problems: request-state (no longer owed), mail-contact-without-address, mail-base-url-missing
 */
export async function completeOf(
  ports: Ports,
  entry: Entry,
  owner: Owner,
  row: MailRow,
  baseUrl: string | null,
): Promise<Result<OutgoingMail>> {
  const request = row.requestId ? await requestForMail(entry.tx, owner, row.requestId) : null;
  if (request && onlyWhileOwed.includes(row.kind) && !isOwed(request.state)) {
    return failed(problem("request-state", { state: request.state }));
  }
  const to = await addressOf(entry, owner, row);
  if (!to.ok) return to;
  let link = "";
  if (row.body.includes("{link}") && row.requestId) {
    if (baseUrl === null) return failed(problem("mail-base-url-missing"));
    const made = await keepLink(ports, entry, { ...owner, requestId: row.requestId }, null);
    if (!made.ok) return made;
    link = `${baseUrl}${made.value.path}`;
  }
  return done({
    to: to.value,
    subject: onOneLine(row.subject),
    body: completeMail(row.body, { link, code: row.code }),
    messageId: messageIdOf(row.id, ports.baseUrl ?? baseUrl),
  });
}

/** The same id at every try, so that a mail that did arrive twice is shown once by most programs. */
function messageIdOf(mailId: string, baseUrl: string | null): string {
  const host = baseUrl === null ? "buntan.invalid" : new URL(baseUrl).hostname;
  return `<${mailId}@${host}>`;
}

async function addressOf({ tx }: Entry, owner: Owner, row: MailRow): Promise<Result<string>> {
  const contact = row.contactId ? await contactForMail(tx, owner, row.contactId) : null;
  const address = contact?.address ?? (await ownAddressOf(tx, owner, row.kind));
  // why one plain address: a comma or a line break in it would be read as another recipient.
  if (address && /^[^\s,;<>"]+@[^\s,;<>"@]+$/.test(address)) return done(address);
  return failed(problem("mail-contact-without-address", { name: contact?.name ?? "" }));
}

/** Address of a mail that the hospital writes to itself. */
async function ownAddressOf(
  tx: Entry["tx"],
  owner: Owner,
  kind: MailRow["kind"],
): Promise<string | undefined> {
  if (kind !== "digest" && kind !== "audit-head") return undefined;
  const setting = await findSetting(tx, owner);
  return kind === "digest" ? setting?.digestTo : setting?.auditHeadTo;
}

/** Writes into the request's course what became of a mail; `note` is a Message-ID or a Problem as JSON. */
export async function noteMailEvent(
  ports: Ports,
  { tx, seq, at }: Entry,
  owner: Owner,
  row: Pick<MailRow, "requestId" | "contactId">,
  kind: RequestEventKind,
  note: string,
  by: { accountId: string | null; channel?: RequestChannel } = { accountId: null },
): Promise<void> {
  if (row.requestId === null) return;
  const reach = { ...owner, requestId: row.requestId };
  await insertEvent(tx, reach, {
    id: ports.newId(),
    kind,
    channel: by.channel ?? "mail",
    happenedOn: dayInTokyo(at),
    note,
    contactId: row.contactId,
    recordedSeq: seq,
    recordedAt: at,
    recordedBy: by.accountId,
  });
}
