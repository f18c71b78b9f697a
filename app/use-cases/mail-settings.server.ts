import {
  deleteWording,
  findSetting,
  hospitalName,
  ownWordings,
  saveSetting,
  saveWording,
} from "#db/queries/mail.server";
import { type MailKind, mailKinds } from "~/domain/mail";
import { checkMailWording, type MailWording } from "~/domain/mail-wording";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { MAX_REMINDERS, plainOffsets, REMINDER_RANGE } from "~/domain/reminders";
import { defaultReminderDays } from "~/domain/request";
import type { Scope } from "~/domain/scope";
import { reminderDaysOf } from "./ask-vendors.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/** The wording of one kind of mail as it counts now. `version` 0 = the shipped one. */
export type ShownWording = MailWording & { kind: MailKind; version: number };

/** メールの設定: every wording, the digest's address, the days of reminding. */
export async function showMailSettings(ports: Ports, scope: Scope) {
  const [own, setting, hospital] = await Promise.all([
    ownWordings(ports.db, scope),
    findSetting(ports.db, scope),
    hospitalName(ports.db, scope),
  ]);
  const wordings: ShownWording[] = mailKinds.map((kind) => {
    const found = own.find((each) => each.kind === kind);
    const { subject, body } = found ?? ports.shippedMailWordings[kind];
    return { kind, subject, body, version: found?.version ?? 0 };
  });
  return {
    hospital,
    wordings,
    digestTo: setting?.digestTo ?? "",
    reminderDays: setting ? reminderDaysOf(setting.reminderDays) : [...defaultReminderDays],
    version: setting?.version ?? 0,
    sends: ports.sendMail !== null,
    baseUrl: ports.baseUrl,
  };
}

/** Days on which a new request reminds unless somebody sets others. */
export async function defaultReminders(ports: Ports, owner: Pick<Scope, "hospitalId">): Promise<number[]> {
  const setting = await findSetting(ports.db, owner);
  return setting ? reminderDaysOf(setting.reminderDays) : [...defaultReminderDays];
}

/**
 * 文面を保存する. Mails that already wait keep the words they were written with.
 * @param input.version version the page showed, 0 = the shipped wording
 * @returns Problems of `checkMailWording`, field-not-an-option, changed-meanwhile
 */
export async function saveMailWording(
  ports: Ports,
  scope: Scope,
  input: { kind: string; subject: string; body: string; version: number },
): Promise<Result<null>> {
  const kind = mailKinds.find((each) => each === input.kind);
  if (!kind) return failed(problem("field-not-an-option", { value: input.kind }, "kind"));
  const wording = { subject: input.subject.trim(), body: input.body.replace(/\r\n?/g, "\n").trim() };
  const problems = checkMailWording(kind, wording);
  if (problems.length > 0) return failed(...problems);
  const head = { verb: "word-mail", noun: "mail-wording", recordId: kind, change: {} };
  return record(ports, scope, "setting:write", head, async ({ tx }) => {
    const row = { id: ports.newId(), kind, ...wording, version: input.version };
    return (await saveWording(tx, scope, row)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/** はじめの文面に戻す. Problems: field-not-an-option. */
export async function resetMailWording(
  ports: Ports,
  scope: Scope,
  input: { kind: string },
): Promise<Result<null>> {
  const kind = mailKinds.find((each) => each === input.kind);
  if (!kind) return failed(problem("field-not-an-option", { value: input.kind }, "kind"));
  const head = { verb: "reset-mail-wording", noun: "mail-wording", recordId: kind, change: {} };
  return record(ports, scope, "setting:write", head, async ({ tx }) => {
    await deleteWording(tx, scope, kind);
    return done(null);
  });
}

/**
 * お知らせのあて先と催促の日を決める.
 * @param input.reminderDays typed: `-14 -3 3 10`, with commas, spaces or 、 between
 * @returns Problems: field-not-a-mail (digestTo), field-not-a-number (reminderDays), changed-meanwhile
 */
export async function saveMailSetting(
  ports: Ports,
  scope: Scope,
  input: { digestTo: string; reminderDays: string; version: number },
): Promise<Result<null>> {
  const digestTo = input.digestTo.trim();
  const days = parseReminderDays(input.reminderDays);
  const problems: Problem[] = [];
  // why one plain address: what an outgoing mail demands of it, too.
  if (digestTo !== "" && !/^[^\s,;<>"]+@[^\s,;<>"@]+$/.test(digestTo))
    problems.push(problem("field-not-a-mail", { value: digestTo }, "digestTo"));
  if (days === null) problems.push(reminderProblem);
  if (days === null || problems.length > 0) return failed(...problems);
  const head = { verb: "set-mails", noun: "hospital", recordId: scope.hospitalId, change: {} };
  return record(ports, scope, "setting:write", head, async ({ tx }) => {
    const reminderDays = JSON.stringify(days);
    const row = { id: ports.newId(), digestTo, reminderDays, version: input.version };
    return (await saveSetting(tx, scope, row)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}

const reminderProblem = problem(
  "field-not-a-number",
  { min: REMINDER_RANGE.from, max: REMINDER_RANGE.to },
  "reminderDays",
);

/** Days to the due day out of what a person typed (full-width figures and signs, too); null when unreadable. */
export function parseReminderDays(text: string): number[] | null {
  const plain = text.normalize("NFKC").replace(/[−–—ー]/g, "-");
  const parts = plain.split(/[\s,、]+/).filter((each) => each !== "");
  const days = parts.map((each) => (/^[+-]?\d{1,3}$/.test(each) ? Number(each) : Number.NaN));
  const isWithin = days.every((each) => each >= REMINDER_RANGE.from && each <= REMINDER_RANGE.to);
  return isWithin && days.length <= MAX_REMINDERS ? plainOffsets(days) : null;
}
