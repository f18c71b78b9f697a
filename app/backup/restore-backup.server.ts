import fs from "node:fs";
import path from "node:path";
import { type CopyCheck, checkCopy, takeInLog } from "#db/check-copy";
import { done, failed, problem, type Result } from "~/domain/problem";
import { readBackupKey } from "./backup-key.server";
import { openSealedFile, syncFile } from "./sealed-file.server";
import type { BackupPlaces } from "./take-backup.server";

/** What was put back, and where the database that stood there before was moved. */
export type Restored = { check: CopyCheck; movedTo: string | null };

/**
 * Puts a backup in the place of the database. The caller holds the lock of the data folder. The backup is opened and
 * checked in full first; until then the present database is not touched, and then it is moved aside, never deleted.
 * @param file a sealed backup (.bbk) or a plain one (.db)
 * @returns Problems: backup-missing, backup-not-ours, backup-key-*, backup-damaged, backup-copy-faulty, backup-remote
 */
export async function restoreBackup(
  places: BackupPlaces,
  file: string,
  now: string,
): Promise<Result<Restored>> {
  if (!places.databaseUrl.startsWith("file:")) return failed(problem("backup-remote"));
  if (!fs.existsSync(file)) return failed(problem("backup-missing", {}, file));
  const target = places.databaseUrl.slice("file:".length);
  await fs.promises.mkdir(path.dirname(target), { recursive: true });
  const fresh = `${target}.restoring-${process.pid}`;
  try {
    const opened = await openInto(places, file, fresh);
    if (!opened.ok) return opened;
    const check = await checkCopy(fresh, places.migrationsFolder);
    if (check.fault)
      return failed(problem("backup-copy-faulty", { fault: check.fault.code }, check.fault.detail));
    await syncFile(fresh);
    const movedTo = await moveAside(target, now);
    await fs.promises.rename(fresh, target);
    await syncFile(path.dirname(target)).catch(() => undefined);
    return done({ check, movedTo });
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) await fs.promises.rm(fresh + suffix, { force: true });
  }
}

async function openInto(places: BackupPlaces, file: string, fresh: string): Promise<Result<unknown>> {
  if (file.endsWith(".db")) {
    await fs.promises.copyFile(file, fresh);
    // why the log, too: in a plain copy of a running database the newest entries stand only there.
    if (fs.existsSync(`${file}-wal`)) await fs.promises.copyFile(`${file}-wal`, `${fresh}-wal`);
    await takeInLog(fresh);
    return done(null);
  }
  const key = readBackupKey(places.keyFile, false);
  return key.ok ? openSealedFile(file, fresh, key.value) : key;
}

/** The database with its log, in one folder of its own; null when there was none. */
async function moveAside(target: string, now: string): Promise<string | null> {
  const present = ["", "-wal", "-shm"].filter((suffix) => fs.existsSync(target + suffix));
  if (present.length === 0) return null;
  const stamp = now.replace(/[-:]/g, "").replace(/\.\d+Z$/, "Z");
  const folder = path.join(path.dirname(target), `before-restore-${stamp}`);
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 });
  for (const suffix of present)
    await fs.promises.rename(target + suffix, path.join(folder, path.basename(target) + suffix));
  return folder;
}
