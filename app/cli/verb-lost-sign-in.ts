import { findMember } from "#db/queries/people.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { command } from "~/messages/command";
import { clearFactors, makeAccountLink } from "~/use-cases/memberships.server";
import { parseArguments, UsageError } from "./arguments";
import { type CommandWorld, needed, withWriting } from "./command-world";

/**
 * `lost-sign-in --hospital … --as ADMINISTRATOR --person SIGN-IN-NAME`: for whoever lost telephone, codes or password,
 * also for the only administrator, and after `secret.key` was lost. The second factor is set up anew at the next sign-in,
 * never skipped. Prints the one-time address, once.
 */
export async function lostSignInVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const args = parseArguments(given, ["hospital", "as", "person"]);
  if (args.words.length > 0) throw new UsageError(command.wrongOption(args.words.join(" ")));
  const person = needed(args, "person");
  return withWriting(world, args, async ({ ports, scope }) => {
    const member = await findMember(ports.db, scope.hospitalId, person);
    if (!member) return failed(problem("not-found", {}, `--person ${person}`));
    const cleared = await clearFactors(ports, scope, member);
    if (!cleared.ok) return cleared;
    const link = await makeAccountLink(ports, scope, member);
    if (!link.ok) return link;
    const { token, expiresAt } = link.value;
    world.print(command.lostSignIn(person, `${ports.baseUrl ?? ""}/join/${token}`, expiresAt));
    return done(null);
  });
}
