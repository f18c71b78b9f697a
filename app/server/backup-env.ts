import path from "node:path";
import { z } from "zod";
import type { BackupKeeping } from "~/domain/backup";

/** Variables about backups; each has a default that works without being set. */
export const backupVariables = {
  /** First place; `backups` in the data folder by default. */
  BUNTAN_BACKUP_DIR: z.string().min(1).optional(),
  /** Second place: a folder of another disk or machine. */
  BUNTAN_BACKUP_COPY_DIR: z.string().min(1).optional(),
  /** The key, outside the database and outside the folder of the backups. */
  BUNTAN_BACKUP_KEY_FILE: z.string().min(1).optional(),
  /** "1" leaves backups unencrypted: only where the disk itself is. */
  BUNTAN_BACKUP_PLAIN: z.enum(["0", "1"]).default("0"),
  /** Every backup of so many days is kept, then one a month. */
  BUNTAN_BACKUP_DAYS: z.coerce.number().int().min(1).max(3650).default(14),
  BUNTAN_BACKUP_MONTHS: z.coerce.number().int().min(0).max(240).default(12),
  /** "0": no backup at night (somebody else takes them). */
  BUNTAN_BACKUP_DAILY: z.enum(["0", "1"]).default("1"),
};
type Parsed = z.infer<z.ZodObject<typeof backupVariables>>;

export type BackupEnv = {
  backups: {
    folder: string;
    copyFolder: string | null;
    keyFile: string;
    isEncrypted: boolean;
    isDaily: boolean;
    keeping: BackupKeeping;
  };
};

/** @param root the folder relative paths start from */
export function parseBackupEnv(env: Parsed, root: string, dataDir: string): BackupEnv {
  const at = (given: string | undefined, standard: string) =>
    given === undefined ? path.join(dataDir, standard) : path.resolve(root, given);
  return {
    backups: {
      folder: at(env.BUNTAN_BACKUP_DIR, "backups"),
      copyFolder:
        env.BUNTAN_BACKUP_COPY_DIR === undefined ? null : path.resolve(root, env.BUNTAN_BACKUP_COPY_DIR),
      keyFile: at(env.BUNTAN_BACKUP_KEY_FILE, "keys/backup.key"),
      isEncrypted: env.BUNTAN_BACKUP_PLAIN === "0",
      isDaily: env.BUNTAN_BACKUP_DAILY === "1",
      keeping: { days: env.BUNTAN_BACKUP_DAYS, months: env.BUNTAN_BACKUP_MONTHS },
    },
  };
}
