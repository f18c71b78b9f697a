import {
  contactForMail,
  hospitalName,
  insertMail,
  type MailScope,
  ownWordings,
  requestForMail,
  voidMails,
} from "#db/queries/mail.server";
import type { Catalogues } from "~/catalogues.server";
import type { Day, Moment } from "~/domain/day";
import type { MailKind } from "~/domain/mail";
import { fillMail, type MailWording } from "~/domain/mail-wording";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

/** A mail is the hospital's; its words name the group's own catalogues, too. */
type MailOwner = Pick<Scope, "groupId" | "hospitalId">;

/** A mail to be written. Exactly one of contact and account, or neither for the digest. */
export type MailOrder = {
  kind: MailKind;
  requestId?: string | null;
  contactId?: string | null;
  accountId?: string | null;
  /**
   * What the text needs beyond the request itself (`mailPlaceholders`): `message`, `reason`, `when`, `minutes`,
   * `submitted`, `sha256`, `lines`. Hospital, vendor, contact, subject and due day are read from the request.
   */
  variables?: Readonly<Record<string, string>>;
  /** Keeps a mail from being written twice: a second one with the same text is not written. */
  once: string;
  notBefore?: Moment;
  /** A one-time code; kept until the mail left. */
  code?: string;
};

/**
 * Writes a mail into the outbox, inside the caller's transaction, in the hospital's wording or the shipped one.
 * `{link}` and `{code}` stay in the text until it leaves.
 * @returns `mailId` null when a mail with the same `once` was there already, which is no error
 */
export async function queueMail(
  ports: Ports,
  entry: Entry,
  scope: MailOwner,
  mail: MailOrder,
): Promise<{ mailId: string | null }> {
  const { tx, at } = entry;
  const own = (await ownWordings(tx, scope)).find((each) => each.kind === mail.kind);
  const wording: MailWording = own ?? ports.shippedMailWordings[mail.kind];
  const values = { ...(await requestValues(ports, entry, scope, mail)), ...mail.variables };
  const filled = fillMail(mail.kind, wording, values);
  const mailId = ports.newId();
  const isWritten = await insertMail(tx, scope, {
    id: mailId,
    kind: mail.kind,
    requestId: mail.requestId ?? null,
    contactId: mail.contactId ?? null,
    accountId: mail.accountId ?? null,
    ...filled,
    code: mail.code ?? "",
    once: mail.once,
    state: "waiting",
    createdAt: at,
    // why not `at`: it never goes back, and after a clock that ran ahead the mail would wait for years.
    notBefore: mail.notBefore ?? ports.now(),
  });
  return { mailId: isWritten ? mailId : null };
}

/** Mails that wait for a request that needs them no longer (answered, refused, revoked) do not go out. */
export async function withdrawMails(
  entry: Entry,
  scope: MailScope,
  requestId: string,
  kinds: readonly MailKind[] = ["request", "reminder", "returned"],
): Promise<void> {
  await voidMails(entry.tx, scope, requestId, kinds);
}

async function requestValues(ports: Ports, entry: Entry, scope: MailOwner, mail: MailOrder) {
  const [hospital, request, contact] = await Promise.all([
    hospitalName(entry.tx, scope),
    mail.requestId ? requestForMail(entry.tx, scope, mail.requestId) : null,
    mail.contactId ? contactForMail(entry.tx, scope, mail.contactId) : null,
  ]);
  return {
    hospital,
    contact: contact ? [contact.department, contact.name].filter((each) => each !== "").join(" ") : "",
    ...(request
      ? {
          vendor: request.vendor,
          subject: subjectOf(await cataloguesOf(ports, scope), request),
          due: dayInWords(request.dueOn),
        }
      : {}),
  };
}

/** What is asked, in one line: 「試験カルテ 1.0」の「MDS 5.0」. */
export function subjectOf(
  catalogues: Catalogues,
  request: { catalogueRef: string; product: string | null; contract: string | null; systems: string | null },
): string {
  const form = catalogueTitle(catalogues, request.catalogueRef);
  const about = request.product ?? request.contract ?? request.systems;
  return about === null ? form : `${about}　${form}`;
}

/** Title of a questionnaire, checklist or role-sheet form; its reference where the group has no such catalogue. */
export function catalogueTitle(catalogues: Catalogues, ref: string): string {
  const found =
    catalogues.questionnaires.get(ref) ??
    catalogues.checklists.get(ref) ??
    catalogues.roleSheetForms.get(ref);
  return found?.head.title ?? ref;
}

const weekdays = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** A day as letters write it: 2026年12月24日（木）. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日（${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`;
}
