import { readFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseRefused, type Db, openDbToRead, waitsForMigration } from "#db/client.server";
import { findHospitalByName, findMember } from "#db/queries/people.server";
import { takeBackup } from "~/backup/take-backup.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { command } from "~/messages/command";
import { lockData } from "~/server/data-lock";
import { type Env, parseEnv } from "~/server/env";
import { makeTools, openPorts, type Tools } from "~/server/make-ports";
import { machineSecrets } from "~/server/secrets";
import { noImportRuns } from "~/use-cases/import-runs";
import type { Ports } from "~/use-cases/ports.server";
import { type Arguments, type OptionName, UsageError } from "./arguments";

/** What a command may touch: where it runs and where it speaks. Handed in, so that tests bring their own. */
export type CommandWorld = {
  /** Top folder: templates/, db/migrations and node_modules lie below it. */
  root: string;
  /** The bundled reader process. */
  readerEntry: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative file names start from. */
  folder: string;
  print(text: string): void;
};

export type Desk = { ports: Ports; scope: Scope };

/** The value of an option that the verb cannot do without. @throws UsageError */
export function needed(args: Arguments, name: OptionName): string {
  const value = args.values.get(name);
  if (value === undefined || value === "") throw new UsageError(command.missingOption(`--${name}`));
  return value;
}

/** Bytes of a file named on the command line. @throws UsageError when it cannot be opened */
export async function fileBytes(world: CommandWorld, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path.resolve(world.folder, file));
  } catch {
    throw new UsageError(command.fileMissing(file));
  }
}

/**
 * Works on the database for reading, also while the server runs.
 * @returns `server-not-running` when there is no database yet, `not-found` for hospital or person
 */
export function withReading<T>(
  world: CommandWorld,
  args: Arguments,
  work: (desk: Desk) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withTools(world, async (tools) => {
    const env = parseEnv(world.env, world.root);
    const db = await openDbToRead(env.databaseUrl, {
      migrationsFolder: path.join(world.root, "db/migrations"),
      ...(env.databaseAuthToken ? { authToken: env.databaseAuthToken } : {}),
    });
    if (db === null) return failed(problem("server-not-running"));
    const { close: _close, ...rest } = tools;
    return atDesk({ ...rest, db, binderRuns: new Map(), importRuns: noImportRuns() }, args, work);
  });
}

/**
 * Looks at the database as it is, without anybody's rights: for what whoever holds the file may know, and no more.
 * @returns `server-not-running` when there is no database yet
 */
export async function withDatabase<T>(
  world: CommandWorld,
  work: (db: Db) => Promise<Result<T>>,
): Promise<Result<T>> {
  const env = parseEnv(world.env, world.root);
  const options = {
    migrationsFolder: path.join(world.root, "db/migrations"),
    ...(env.databaseAuthToken ? { authToken: env.databaseAuthToken } : {}),
  };
  try {
    const db = await openDbToRead(env.databaseUrl, options);
    if (db === null) return failed(problem("server-not-running"));
    try {
      return await work(db);
    } finally {
      db.$client.close();
    }
  } catch (error) {
    if (error instanceof DatabaseRefused) return failed(problem(error.code));
    throw error;
  }
}

/** Works on the database for writing, alone: refused with `server-running` while another process writes. */
export async function withWriting<T>(
  world: CommandWorld,
  args: Arguments,
  work: (desk: Desk) => Promise<Result<T>>,
): Promise<Result<T>> {
  const env = parseEnv(world.env, world.root);
  const lock = await lockData(env.dataDir);
  if (lock === null) return failed(problem("server-running"));
  try {
    return await withTools(world, async (tools) => {
      const saved = await backUpBeforeMigration(world, env);
      if (!saved.ok) return saved;
      const ports = await openPorts(tools, world.root, env.databaseUrl, env.databaseAuthToken);
      return atDesk(ports, args, work);
    });
  } finally {
    lock.release();
  }
}

/** A command of a new version may be the first to open the data; it migrates nothing without a backup. */
async function backUpBeforeMigration(world: CommandWorld, env: Env): Promise<Result<null>> {
  const migrationsFolder = path.join(world.root, "db/migrations");
  if (!(await waitsForMigration(env.databaseUrl, migrationsFolder))) return done(null);
  const places = { ...env.backups, databaseUrl: env.databaseUrl, migrationsFolder };
  const taken = await takeBackup(places, "before-migration", () => new Date().toISOString());
  return taken.ok ? done(null) : failed(problem("backup-before-migration"), ...taken.problems);
}

async function withTools<T>(
  world: CommandWorld,
  work: (tools: Tools) => Promise<Result<T>>,
): Promise<Result<T>> {
  const env = parseEnv(world.env, world.root);
  const secrets = machineSecrets(env.dataDir, env.secretKey);
  const tools = await makeTools(world.root, world.readerEntry, secrets);
  try {
    return await work(tools);
  } catch (error) {
    if (error instanceof DatabaseRefused) return failed(problem(error.code));
    throw error;
  } finally {
    await tools.close();
  }
}

async function atDesk<T>(
  ports: Ports,
  args: Arguments,
  work: (desk: Desk) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const scope = await scopeOf(ports, needed(args, "hospital"), needed(args, "as"));
    return scope.ok ? await work({ ports, scope: scope.value }) : scope;
  } finally {
    ports.db.$client.close();
  }
}

/** The named person with the role of that account in that hospital; the command line gives no other rights. */
async function scopeOf(ports: Ports, hospitalName: string, signInName: string): Promise<Result<Scope>> {
  const hospital = await findHospitalByName(ports.db, hospitalName);
  if (!hospital) return failed(problem("not-found", {}, `--hospital ${hospitalName}`));
  const member = await findMember(ports.db, hospital.id, signInName.toLowerCase());
  if (!member) return failed(problem("not-found", {}, `--as ${signInName}`));
  const { accountId, role } = member;
  return done({ groupId: hospital.groupId, hospitalId: hospital.id, accountId, role, via: "cli" });
}
