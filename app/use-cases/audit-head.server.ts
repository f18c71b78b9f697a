import { lastEntry } from "#db/queries/audit.server";
import { findSetting, saveSetting } from "#db/queries/mail.server";
import type { ChainHead } from "~/domain/audit-chain";
import type { Day } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { dayInWords, queueMail } from "./mail.server";
import type { Ports } from "./ports.server";
import { isOfDatabase, record, recordWithoutAccount } from "./record.server";

/**
 * 監査ログの控え: number and hash of the newest entry, for a paper, a mail or a log on another machine. Whoever
 * keeps it can tell later whether anything up to it was changed (`buntan audit verify --head`). It says nothing
 * about any hospital's records. Null before the first entry.
 */
export async function auditHead(
  ports: Pick<Ports, "db">,
): Promise<(ChainHead & { recordedAt: string }) | null> {
  return lastEntry(ports.db);
}

/** Tells the head to a log on another machine; fails when it was not handed over. */
export type TellHead = (head: { seq: number; hash: string; at: string }) => Promise<void>;

/**
 * Tells the head to the log on another machine, where one is configured; the day's work does it, and twice does no harm.
 * @throws when the log was not reached, for the program's own log
 */
export async function tellAuditHead(ports: Pick<Ports, "db" | "tellHead">): Promise<void> {
  const newest = ports.tellHead ? await auditHead(ports) : null;
  if (newest === null) return;
  const { seq, hash, recordedAt: at } = newest;
  await ports.tellHead?.({ seq, hash, at });
}

/**
 * 控えのあて先: where the head of the log is sent once a day; "" = nowhere. An address outside this machine, because
 * whoever can change the database can change its outbox too.
 * @returns Problems: field-not-a-mail (auditHeadTo), changed-meanwhile
 */
export async function saveAuditHeadTo(
  ports: Ports,
  scope: Scope,
  input: { auditHeadTo: string; version: number },
): Promise<Result<null>> {
  const auditHeadTo = input.auditHeadTo.trim();
  if (auditHeadTo !== "" && !/^[^\s,;<>"]+@[^\s,;<>"@]+$/.test(auditHeadTo))
    return failed(problem("field-not-a-mail", { value: auditHeadTo }, "auditHeadTo"));
  const head = { verb: "set-audit-head", noun: "hospital", recordId: scope.hospitalId, change: {} };
  return record(ports, scope, "setting:write", head, async ({ tx }) => {
    const row = { id: ports.newId(), auditHeadTo, version: input.version };
    return (await saveSetting(tx, scope, row)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/**
 * Writes the day's mail with the head, when an address is set; once a day, whoever asks how often.
 * @returns false when nothing was written
 */
export async function writeAuditHead(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  day: Day,
): Promise<boolean> {
  const [setting, newest] = await Promise.all([findSetting(ports.db, owner), lastEntry(ports.db)]);
  if (!setting || setting.auditHeadTo === "" || newest === null) return false;
  const change: Record<string, [unknown, unknown]> = {
    number: [null, newest.seq],
    hash: [null, newest.hash],
  };
  const head = { verb: "tell-audit-head", noun: "hospital", recordId: owner.hospitalId, change };
  const result = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
    const variables = { day: dayInWords(day), number: String(newest.seq), hash: newest.hash };
    const once = `audit-head:${day}`;
    const { mailId } = await queueMail(ports, entry, owner, { kind: "audit-head", variables, once });
    return mailId === null ? failed(problem("mail-not-waiting")) : done(null);
  });
  const why = result.ok ? undefined : result.problems.find((each) => isOfDatabase(each.code));
  if (why) throw new Error(`the head of the audit log was not written: ${why.code}`);
  return result.ok;
}
