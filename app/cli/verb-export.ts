import path from "node:path";
import { readExport } from "~/backup/read-export.server";
import { diskProblem } from "~/backup/take-backup.server";
import { writeExport } from "~/backup/write-export.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { command } from "~/messages/command";
import { lockData } from "~/server/data-lock";
import { parseEnv } from "~/server/env";
import { parseArguments, UsageError } from "./arguments";
import { type CommandWorld, withDatabase } from "./command-world";
import { chainLines } from "./verb-audit";

function folderOf(world: CommandWorld, given: readonly string[]): string {
  const { words } = parseArguments(given, []);
  const [folder, ...rest] = words;
  if (folder === undefined || rest.length > 0) {
    throw new UsageError(command.missingOption(command.words.folder));
  }
  return path.resolve(world.folder, folder);
}

/** `export FOLDER`: everything as open JSON and files, beside the running server, too. Whoever holds the data may. */
export async function exportVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const folder = folderOf(world, given);
  const written = await withDatabase(world, (db) =>
    writeExport(db.$client, folder, new Date().toISOString()).catch((error: unknown) =>
      failed(diskProblem(error)),
    ),
  );
  if (!written.ok) return written;
  const { tables, files } = written.value;
  const rows = tables.reduce((sum, each) => sum + each.rows, 0);
  world.print(command.export.written(folder, rows, files.length));
  world.print(command.export.keep);
  return done(null);
}

/** `import FOLDER`: into an empty data folder; refused while a server writes. */
export async function importVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const folder = folderOf(world, given);
  const env = parseEnv(world.env, world.root);
  if (!env.databaseUrl.startsWith("file:")) return failed(problem("backup-remote"));
  const lock = await lockData(env.dataDir);
  if (lock === null) return failed(problem("server-running"));
  try {
    const target = env.databaseUrl.slice("file:".length);
    const read = await readExport(folder, target, path.join(world.root, "db/migrations"));
    if (!read.ok) return read;
    const { manifest, check } = read.value;
    const rows = manifest.tables.reduce((sum, each) => sum + each.rows, 0);
    world.print(command.export.read(target, rows, manifest.files.length));
    if (check.chain) world.print(chainLines(check.chain).join("\n"));
    world.print(command.export.signIn);
    return done(null);
  } catch (error) {
    return failed(diskProblem(error));
  } finally {
    lock.release();
  }
}
