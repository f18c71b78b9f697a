import { z } from "zod";
import { dayInTokyo, type Moment } from "./day.ts";

/** Why a backup was taken. */
export const backupReasons = ["daily", "by-hand", "before-migration"] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What became of the copy in the second place: none is configured, it is there and was read back, or it failed. */
export const secondPlaces = ["none", "copied", "failed"] as const;

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);

/** One try to take a backup, as the backup process writes it down beside the backups. */
export const backupRunSchema = z.object({
  startedAt: moment,
  endedAt: moment,
  reason: z.enum(backupReasons),
  /** Name of the file; null when none got a name. */
  file: z.string().nullable(),
  /** Size of the file in bytes. */
  bytes: z.number(),
  sha256: z.string(),
  isEncrypted: z.boolean(),
  /** Audit entries and the newest of them, as checked in the copy. */
  entries: z.number(),
  head: z.string(),
  secondPlace: z.enum(secondPlaces),
  secondPlaceDetail: z.string(),
  /** Code of the Problem that kept it from being taken, its values and its place; "" when it was taken. */
  problem: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string(),
});
export type BackupRun = z.infer<typeof backupRunSchema>;

/** How long backups are kept: every one of the last days, then one a month. */
export type BackupKeeping = { days: number; months: number };

const HOUR_MS = 3_600_000;
/** After so long without a backup an administrator is warned. */
export const STALE_HOURS = 48;
/** The night's backup is taken from this hour on, Asia/Tokyo; a machine that was off takes it when it starts. */
const BACKUP_HOUR = 2;
/** A try that failed is repeated after so long. */
const RETRY_MS = HOUR_MS;

export const isTaken = (run: BackupRun): boolean => run.problem === "" && run.file !== null;

/** True when the day's backup is still to be taken. A clock that went back takes one more, which harms nobody. */
export function isBackupDue(runs: readonly BackupRun[], now: Moment): boolean {
  const hour = (new Date(now).getUTCHours() + 9) % 24;
  if (hour < BACKUP_HOUR) return false;
  const today = dayInTokyo(now);
  if (runs.some((run) => isTaken(run) && dayInTokyo(run.startedAt) === today)) return false;
  return !runs.some((run) => Math.abs(Date.parse(now) - Date.parse(run.startedAt)) < RETRY_MS);
}

/** What the state page and the warning are made from. */
export type BackupState = {
  last: BackupRun | null;
  /** The newest try, when it failed after the last that was taken. */
  failure: BackupRun | null;
  isStale: boolean;
};

/**
 * @param runs in any order
 * @param since when there began to be something to keep: before two days have passed nobody is warned
 */
export function backupState(runs: readonly BackupRun[], now: Moment, since: Moment | null): BackupState {
  const sorted = [...runs].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const last = sorted.find(isTaken) ?? null;
  const newest = sorted[0];
  const from = last?.startedAt ?? since;
  const isStale = from !== null && Date.parse(now) - Date.parse(from) > STALE_HOURS * HOUR_MS;
  return { last, failure: newest && newest !== last ? newest : null, isStale };
}

/**
 * Which backups may go: older than the days, and not the newest of one of the last months. The newest backup of all
 * always stays, and so does everything whose moment lies in the future (a clock that ran ahead).
 * @param taken moments by name
 */
export function backupsToDrop(
  taken: readonly { name: string; takenAt: Moment }[],
  now: Moment,
  keeping: BackupKeeping,
): string[] {
  const newestFirst = [...taken].sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
  const months = new Set<string>();
  return newestFirst.flatMap(({ name, takenAt }, at) => {
    const month = dayInTokyo(takenAt).slice(0, 7);
    const isFirstOfMonth = !months.has(month) && months.size < keeping.months;
    if (isFirstOfMonth) months.add(month);
    const age = Date.parse(now) - Date.parse(takenAt);
    return at === 0 || isFirstOfMonth || age <= keeping.days * 24 * HOUR_MS ? [] : [name];
  });
}

const NAME = /^buntan-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z-]+?)(?:-\d+)?\.(?:bbk|db)$/;

/** Name of a backup: its moment in UTC and why it was taken. */
export function backupName(at: Moment, reason: BackupReason, isEncrypted: boolean): string {
  const stamp = at.replace(/\.\d+Z$/, "Z").replace(/[-:]/g, "");
  return `buntan-${stamp}-${reason}.${isEncrypted ? "bbk" : "db"}`;
}

/** The moment in a backup's name; null for a file that is not ours. */
export function momentOfBackup(name: string): Moment | null {
  const found = NAME.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}
