import fs from "node:fs";
import path from "node:path";
import { type CopyCheck, checkCopy, copyDatabase } from "#db/check-copy";
import {
  type BackupKeeping,
  type BackupReason,
  type BackupRun,
  backupName,
  backupsToDrop,
  momentOfBackup,
} from "~/domain/backup";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { readBackupKey } from "./backup-key.server";
import { addRun } from "./backup-log.server";
import { openSealedFile, sealFile, sha256OfFile, syncFile } from "./sealed-file.server";

/** Where backups are taken from and put; paths are absolute. */
export type BackupPlaces = {
  databaseUrl: string;
  migrationsFolder: string;
  /** First place. */
  folder: string;
  /** Second place, on another disk or machine; null when none is configured. */
  copyFolder: string | null;
  keyFile: string;
  isEncrypted: boolean;
  keeping: BackupKeeping;
};

const WORKING = ".taking-";

/**
 * Takes a backup: a copy of one moment, checked (pages, foreign keys, audit chain), sealed, read back, and only then
 * given its name; then copied to the second place, and what is too old goes. Every try is written down.
 * @returns the run; Problems: backup-remote, backup-key-*, backup-too-large, backup-copy-faulty, disk-full,
 *   backup-place-unwritable
 */
export async function takeBackup(
  places: BackupPlaces,
  reason: BackupReason,
  now: () => string,
): Promise<Result<BackupRun>> {
  const startedAt = now();
  if (!places.databaseUrl.startsWith("file:")) return failed(problem("backup-remote"));
  const result = await tryToTake(places, reason, startedAt).catch((error: unknown) =>
    failed(diskProblem(error)),
  );
  const nothing = { file: null, bytes: 0, sha256: "", entries: 0, head: "" } as const;
  const first = result.ok ? undefined : result.problems[0];
  const taken = result.ok
    ? result.value
    : { ...nothing, secondPlace: "none" as const, secondPlaceDetail: "" };
  const run: BackupRun = {
    startedAt,
    endedAt: now(),
    reason,
    ...taken,
    isEncrypted: places.isEncrypted,
    problem: first?.code ?? "",
    params: first?.params ?? {},
    detail: first?.at ?? "",
  };
  // why the failure is kept silent: a disk that takes no backup takes no line about it either, and the caller is told.
  await addRun(places.folder, run).catch(() => undefined);
  return result.ok ? done(run) : result;
}

type Taken = Pick<
  BackupRun,
  "file" | "bytes" | "sha256" | "entries" | "head" | "secondPlace" | "secondPlaceDetail"
>;

async function tryToTake(places: BackupPlaces, reason: BackupReason, at: string): Promise<Result<Taken>> {
  await fs.promises.mkdir(places.folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(places.folder);
  const working = path.join(places.folder, `${WORKING}${process.pid}`);
  await fs.promises.mkdir(working, { mode: 0o700 });
  try {
    const made = await makeChecked(places, working, at);
    if (!made.ok) return made;
    const { ready, check } = made.value;
    const name = await freeName(places.folder, backupName(at, reason, places.isEncrypted));
    const [{ size }, sha256] = await Promise.all([fs.promises.stat(ready), sha256OfFile(ready)]);
    await fs.promises.rename(ready, path.join(places.folder, name));
    await syncFile(places.folder).catch(() => undefined);
    const second = await copyAway(places, name, sha256);
    await dropOld(places, at);
    const { chain } = check;
    const head = chain?.head ? `${chain.head.seq}:${chain.head.hash}` : "";
    return done({ file: name, bytes: size, sha256, entries: chain?.entries ?? 0, head, ...second });
  } finally {
    await fs.promises.rm(working, { recursive: true, force: true });
  }
}

/** The copy, checked and, unless told otherwise, sealed and opened again with the key that is on the disk. */
async function makeChecked(
  places: BackupPlaces,
  working: string,
  at: string,
): Promise<Result<{ ready: string; check: CopyCheck }>> {
  const copy = path.join(working, "copy.db");
  await copyDatabase(places.databaseUrl, copy);
  await fs.promises.chmod(copy, 0o600);
  const check = await checkCopy(copy, places.migrationsFolder);
  if (check.fault) {
    const { code, detail } = check.fault;
    return failed(problem("backup-copy-faulty", { fault: code }, detail));
  }
  await syncFile(copy);
  if (!places.isEncrypted) return done({ ready: copy, check });
  const key = readBackupKey(places.keyFile, true);
  if (!key.ok) return key;
  const sealed = path.join(working, "sealed.bbk");
  const made = await sealFile(copy, sealed, key.value, at);
  if (!made.ok) return made;
  const readBack = await openSealedFile(sealed, path.join(working, "read-back.db"), key.value);
  return readBack.ok ? done({ ready: sealed, check }) : readBack;
}

async function freeName(folder: string, name: string): Promise<string> {
  const { name: base, ext } = path.parse(name);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${base}-${count}${ext}`;
    if (!fs.existsSync(path.join(folder, candidate))) return candidate;
  }
}

async function copyAway(
  { folder, copyFolder }: BackupPlaces,
  name: string,
  sha256: string,
): Promise<Pick<Taken, "secondPlace" | "secondPlaceDetail">> {
  if (copyFolder === null) return { secondPlace: "none", secondPlaceDetail: "" };
  const part = path.join(copyFolder, `.${name}.part`);
  try {
    // why no mkdir: a folder of a network disk that is not mounted must not come to lie on this disk.
    await fs.promises.copyFile(path.join(folder, name), part);
    if ((await sha256OfFile(part)) !== sha256) throw new Error("the copy differs");
    await syncFile(part);
    await fs.promises.rename(part, path.join(copyFolder, name));
    return { secondPlace: "copied", secondPlaceDetail: "" };
  } catch (error) {
    await fs.promises.rm(part, { force: true }).catch(() => undefined);
    return {
      secondPlace: "failed",
      secondPlaceDetail: error instanceof Error ? error.message : String(error),
    };
  }
}

async function dropOld({ folder, copyFolder, keeping }: BackupPlaces, now: string): Promise<void> {
  for (const place of [folder, copyFolder]) {
    if (place === null) continue;
    const names = await fs.promises.readdir(place).catch(() => []);
    const taken = names.flatMap((name) => {
      const takenAt = momentOfBackup(name);
      return takenAt === null ? [] : [{ name, takenAt }];
    });
    for (const name of backupsToDrop(taken, now, keeping))
      await fs.promises.rm(path.join(place, name), { force: true }).catch(() => undefined);
  }
}

/** What a killed backup process left; those of living processes stay. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await fs.promises.readdir(folder)) {
    if (!name.startsWith(WORKING)) continue;
    const pid = Number(name.slice(WORKING.length));
    if (pid !== process.pid && isAlive(pid)) continue;
    await fs.promises.rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** What a disk says, as a Problem a person can act on; anything else is a defect and goes up. */
export function diskProblem(error: unknown): Problem {
  const text = `${error} ${error instanceof Error ? String(error.cause ?? "") : ""}`;
  if (/ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|disk is full/i.test(text)) return problem("disk-full");
  if (
    /EACCES|EEXIST|EROFS|EPERM|ENOTDIR|ENOENT|SQLITE_READONLY|SQLITE_CANTOPEN|readonly|unable to open/i.test(
      text,
    )
  )
    return problem("backup-place-unwritable", {}, error instanceof Error ? error.message : "");
  throw error;
}
