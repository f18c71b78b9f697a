import { writeFile } from "node:fs/promises";
import path from "node:path";
import { findContractId } from "#db/queries/contracts.server";
import { newestDraftOf } from "#db/queries/papers.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import { command } from "~/messages/command";
import { annexTemplatesOf } from "~/use-cases/annex-templates.server";
import { draftPaper, issuePaper, openPaper, printProposal } from "~/use-cases/papers.server";
import { parseArguments } from "./arguments";
import { type CommandWorld, type Desk, needed, withReading, withWriting } from "./command-world";

type Wanted = { contractId: string; template: string; printedNo: string; dateStyle: string };

/** `annex --contract … --template … --out FILE`: a draft that is stored nowhere, or with `--issue` the paper. */
export async function annexVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const args = parseArguments(given, ["hospital", "as", "contract", "template", "issue", "out"]);
  const out = path.resolve(world.folder, needed(args, "out"));
  const [contract, template] = [needed(args, "contract"), needed(args, "template")];
  const isIssue = args.flags.has("issue");
  return (isIssue ? withWriting : withReading)(world, args, async (desk: Desk) => {
    const wanted = await wantedPaper(desk, contract, template);
    if (!wanted.ok) return wanted;
    return isIssue ? issue(world, desk, wanted.value, out) : draft(world, desk, wanted.value, out);
  });
}

async function wantedPaper(
  { ports, scope }: Desk,
  contract: string,
  template: string,
): Promise<Result<Wanted>> {
  const contractId = await findContractId(ports.db, scope, contract);
  if (contractId === null) return failed(problem("not-found", {}, `--contract ${contract}`));
  const current = (await annexTemplatesOf(ports, scope)).current.get(template);
  const ref = current ? catalogueRef(current.head) : template;
  return done({ contractId, template: ref, printedNo: "", dateStyle: "japanese" });
}

async function draft(world: CommandWorld, desk: Desk, wanted: Wanted, out: string): Promise<Result<null>> {
  const printed = await printProposal(desk.ports, desk.scope, wanted);
  if (!printed.ok) return printed;
  await writeFile(out, printed.value.bytes);
  world.print(command.drafted(out));
  return done(null);
}

/** Issues the draft in preparation for this contract, or a new one; a second issue supersedes the first. */
async function issue(world: CommandWorld, desk: Desk, wanted: Wanted, out: string): Promise<Result<null>> {
  const { ports, scope } = desk;
  const known = await newestDraftOf(ports.db, scope, wanted);
  const drafted = known ? done({ draftId: known.id }) : await draftPaper(ports, scope, wanted);
  if (!drafted.ok) return drafted;
  const issued = await issuePaper(ports, scope, drafted.value);
  if (!issued.ok) return issued;
  const opened = await openPaper(ports, scope, { paperId: issued.value.paperId });
  if (!opened.ok) return opened;
  await writeFile(out, opened.value.bytes);
  world.print(command.issued(out, issued.value.sha256));
  return done(null);
}
