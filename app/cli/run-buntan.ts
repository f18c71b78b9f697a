import { DatabaseRefused } from "#db/client.server";
import { failed, type Problem, problem, type Result } from "~/domain/problem";
import { command } from "~/messages/command";
import { UsageError } from "./arguments";
import type { CommandWorld } from "./command-world";
import { problemSentence } from "./problem-sentence";
import { annexVerb } from "./verb-annex";
import { assessVerb } from "./verb-assess";
import { auditVerb } from "./verb-audit";
import { backupKeyVerb, backupVerb, restoreVerb } from "./verb-backup";
import { exportVerb, importVerb } from "./verb-export";
import { lostSignInVerb } from "./verb-lost-sign-in";
import { readVerb } from "./verb-read";
import { receiveVerb } from "./verb-receive";

/** Exit codes: 0 done, 1 refused with Problems or written wrongly, 2 not a disclosure (`read`), 3 server running,
 * 4 what was checked is not as it was written. */
const REFUSED = 1;
const SERVER_RUNNING = 3;

/**
 * Runs one command of `npm run buntan`.
 * @param args what stands after the program's name
 * @param complain one line on stderr
 * @returns the exit code
 */
export async function runBuntan(
  world: CommandWorld,
  args: readonly string[],
  complain: (line: string) => void,
): Promise<number> {
  const [verb, ...rest] = args;
  try {
    switch (verb) {
      case "read":
        return await readVerb(world, rest);
      case "receive":
        return exitCode(await receiveVerb(world, rest), complain);
      case "assess":
        return exitCode(await assessVerb(world, rest), complain);
      case "annex":
        return exitCode(await annexVerb(world, rest), complain);
      case "audit":
        return exitCode(await auditVerb(world, rest), complain);
      case "backup":
        return exitCode(await backupVerb(world, rest), complain);
      case "backup-key":
        return exitCode(await backupKeyVerb(world, rest), complain);
      case "restore":
        return exitCode(await restoreVerb(world, rest), complain);
      case "export":
        return exitCode(await exportVerb(world, rest), complain);
      case "import":
        return exitCode(await importVerb(world, rest), complain);
      case "lost-sign-in":
        return exitCode(await lostSignInVerb(world, rest), complain);
      case "help":
      case "--help":
      case undefined:
        world.print(command.help);
        return verb === undefined ? REFUSED : 0;
      default:
        throw new UsageError(command.unknownVerb(verb));
    }
  } catch (error) {
    if (error instanceof DatabaseRefused) return exitCode(failed(problem(error.code)), complain);
    if (!(error instanceof UsageError)) throw error;
    complain(error.message);
    complain(command.usage);
    return REFUSED;
  }
}

/** @param result what a verb answers: its own exit code, or the Problems why not */
function exitCode(result: Result<null> | number, complain: (line: string) => void): number {
  if (typeof result === "number") return result;
  if (result.ok) return 0;
  for (const each of result.problems) complain(problemSentence(each));
  const isRunning = result.problems.some((each: Problem) => each.code === "server-running");
  return isRunning ? SERVER_RUNNING : REFUSED;
}
