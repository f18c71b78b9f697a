import { firstHospitalMadeAt } from "#db/queries/people.server";
import { type BackupRun, backupState } from "~/domain/backup";
import { done, failed, type Problem, problem, problemCodes, type Result } from "~/domain/problem";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import type { BackupPlacesShown, Ports } from "./ports.server";
import { record } from "./record.server";

/** What the page of backups shows. `places` is null where none can be taken (the demo). */
export type BackupsShown = {
  places: BackupPlacesShown | null;
  isRunning: boolean;
  /** Newest first. */
  runs: BackupRun[];
  last: BackupRun | null;
  /** Why the newest try failed, when it came after the last that was taken. */
  failure: Problem | null;
  isStale: boolean;
};

const SHOWN = 50;

/**
 * バックアップの状態: the last one, how it was checked, what went wrong since. Backups hold every hospital of the
 * database; what is shown of them names no record.
 * @returns Problems: forbidden
 */
export async function showBackups(ports: Ports, scope: Scope): Promise<Result<BackupsShown>> {
  if (!may(scope, "backup:make")) return failed(problem("forbidden", { needed: "backup:make" }));
  const desk = ports.backups;
  const runs = desk ? [...(await desk.runs())].reverse() : [];
  const { last, failure, isStale } = backupState(runs, ports.now(), await firstHospitalMadeAt(ports.db));
  return done({
    places: desk?.places() ?? null,
    isRunning: desk?.isRunning() ?? false,
    runs: runs.slice(0, SHOWN),
    last,
    failure: failure && problemOfRun(failure),
    isStale,
  });
}

/** Code and place as the backup process wrote them down; a code of a newer program is "unexpected". */
function problemOfRun(run: BackupRun): Problem {
  const code = problemCodes.find((each) => each === run.problem) ?? "unexpected";
  return problem(code, run.params, run.detail);
}

/** True when whoever can do something about it must be told that backups are missing; false where none are taken. */
export async function lacksBackup(ports: Ports, scope: Scope): Promise<boolean> {
  if (!ports.backups || !may(scope, "backup:make")) return false;
  const runs = await ports.backups.runs();
  return backupState(runs, ports.now(), await firstHospitalMadeAt(ports.db)).isStale;
}

/**
 * いまバックアップを取る: begins one in a process of its own; the page shows how it ended.
 * @returns Problems: forbidden, backup-none-here, backup-remote, backup-running
 */
export async function startBackup(ports: Ports, scope: Scope): Promise<Result<null>> {
  const head = { verb: "start-backup", noun: "backup", recordId: scope.hospitalId, change: {} };
  const noted = await record(ports, scope, "backup:make", head, async () =>
    ports.backups ? done(null) : failed(problem("backup-none-here")),
  );
  if (!noted.ok) return noted;
  return ports.backups ? ports.backups.start() : failed(problem("backup-none-here"));
}
