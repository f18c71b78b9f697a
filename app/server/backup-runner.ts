import { spawn } from "node:child_process";
import path from "node:path";
import { readBackupKey } from "~/backup/backup-key.server";
import { readRuns } from "~/backup/backup-log.server";
import { type BackupReason, isBackupDue } from "~/domain/backup";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { BackupDesk } from "~/use-cases/ports.server";
import type { Env } from "./env";

/** How often the server looks whether the night's backup is still to be taken. */
const LOOK_MS = 60_000;

export type BackupRunner = BackupDesk & {
  /** Takes one now and waits for its end; the backup process has written down how it went. */
  take(reason: BackupReason): Promise<boolean>;
  /** Looks every minute; `tell` hears what went wrong. */
  begin(tell: (error: unknown) => void): void;
  /** Looks no more; a backup that is being taken ends by itself. */
  stop(): void;
};

/**
 * Backups of the server's own database, each taken by a process of its own (`buntan backup`): copying and checking
 * take seconds in which no page would be answered.
 * @param root the folder with build/buntan.js
 */
export function createBackupRunner(root: string, env: Env, now: () => string): BackupRunner {
  const { folder, copyFolder, keyFile, isEncrypted, isDaily } = env.backups;
  const isLocal = env.databaseUrl.startsWith("file:");
  let running: Promise<boolean> | null = null;
  let timer: NodeJS.Timeout | null = null;
  const take = (reason: BackupReason) => {
    running ??= runProcess(root, reason).finally(() => {
      running = null;
    });
    return running;
  };
  return {
    take,
    isRunning: () => running !== null,
    runs: () => readRuns(folder),
    places: () => ({ folder, copyFolder, keyFile, isEncrypted, keyId: keyIdOf(isEncrypted, keyFile) }),
    start(): Result<null> {
      if (!isLocal) return failed(problem("backup-remote"));
      if (running !== null) return failed(problem("backup-running"));
      take("by-hand").catch(() => undefined);
      return done(null);
    },
    begin(tell) {
      if (!isLocal || !isDaily) return;
      const look = async () => {
        if (running !== null || !isBackupDue(await readRuns(folder), now())) return;
        if (!(await take("daily")))
          tell(new Error("the night's backup was not taken; see the page of backups"));
      };
      timer = setInterval(() => look().catch(tell), LOOK_MS);
      timer.unref();
    },
    stop() {
      if (timer !== null) clearInterval(timer);
    },
  };
}

function keyIdOf(isEncrypted: boolean, keyFile: string): string | null {
  if (!isEncrypted) return null;
  const key = readBackupKey(keyFile, false);
  return key.ok ? key.value.id : null;
}

function runProcess(root: string, reason: BackupReason): Promise<boolean> {
  const program = path.join(root, "build/buntan.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "backup", "--reason", reason], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, INIT_CWD: root },
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}
