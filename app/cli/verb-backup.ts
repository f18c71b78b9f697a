import { existsSync } from "node:fs";
import path from "node:path";
import { keyText, readBackupKey } from "~/backup/backup-key.server";
import { restoreBackup } from "~/backup/restore-backup.server";
import { type BackupPlaces, diskProblem, takeBackup } from "~/backup/take-backup.server";
import { type BackupReason, backupReasons } from "~/domain/backup";
import { done, failed, problem, type Result } from "~/domain/problem";
import { command } from "~/messages/command";
import { lockData } from "~/server/data-lock";
import { parseEnv } from "~/server/env";
import { parseArguments, UsageError } from "./arguments";
import type { CommandWorld } from "./command-world";
import { chainLines } from "./verb-audit";

/** Where this command's environment says that backups are taken from and put. */
function placesOf(world: CommandWorld): BackupPlaces {
  const { databaseUrl, backups } = parseEnv(world.env, world.root);
  return { ...backups, databaseUrl, migrationsFolder: path.join(world.root, "db/migrations") };
}

function hasNoFile(databaseUrl: string): boolean {
  return databaseUrl.startsWith("file:") && !existsSync(databaseUrl.slice("file:".length));
}

const now = () => new Date().toISOString();

/** `backup [--reason daily|by-hand|before-migration] [--json]`: beside the running server, too. */
export async function backupVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const args = parseArguments(given, ["reason", "json"]);
  if (args.words.length > 0) throw new UsageError(command.wrongOption(args.words.join(" ")));
  const asked = args.values.get("reason") ?? "by-hand";
  const reason: BackupReason | undefined = backupReasons.find((each) => each === asked);
  if (reason === undefined) throw new UsageError(command.wrongOption(`--reason ${asked}`));
  const places = placesOf(world);
  // why before: opening a file that is not there makes an empty one, in the wrong folder as well.
  if (hasNoFile(places.databaseUrl)) return failed(problem("server-not-running"));
  const taken = await takeBackup(places, reason, now);
  if (!taken.ok) return taken;
  const run = taken.value;
  if (args.flags.has("json")) {
    world.print(JSON.stringify(run));
    return done(null);
  }
  world.print(command.backup.taken(path.join(places.folder, run.file ?? ""), run.bytes, run.entries));
  world.print(command.backup.secondPlace[run.secondPlace](run.secondPlaceDetail));
  if (run.isEncrypted) world.print(command.backup.keepKey(places.keyFile));
  return done(null);
}

/** `backup-key`: the key, to be written down and kept elsewhere. Made when there is none yet. */
export async function backupKeyVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  parseArguments(given, []);
  const key = readBackupKey(placesOf(world).keyFile, true);
  if (!key.ok) return key;
  world.print(keyText(key.value.bytes));
  return done(null);
}

/** `restore FILE [--key-file FILE]`: refused while a server writes. */
export async function restoreVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const args = parseArguments(given, ["key-file"]);
  const [file, ...rest] = args.words;
  if (file === undefined || rest.length > 0) throw new UsageError(command.missingOption(command.words.file));
  const env = parseEnv(world.env, world.root);
  const lock = await lockData(env.dataDir);
  if (lock === null) return failed(problem("server-running"));
  try {
    const keyFile = args.values.get("key-file");
    const places = placesOf(world);
    const chosen =
      keyFile === undefined ? places : { ...places, keyFile: path.resolve(world.folder, keyFile) };
    const restored = await restoreBackup(chosen, path.resolve(world.folder, file), now());
    if (!restored.ok) return restored;
    const { check, movedTo } = restored.value;
    world.print(command.backup.restored(places.databaseUrl.slice("file:".length)));
    if (movedTo !== null) world.print(command.backup.moved(movedTo));
    if (check.chain) world.print(chainLines(check.chain).join("\n"));
    return done(null);
  } catch (error) {
    return failed(diskProblem(error));
  } finally {
    lock.release();
  }
}
