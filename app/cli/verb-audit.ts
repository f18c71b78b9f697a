import { writeFile } from "node:fs/promises";
import path from "node:path";
import { verifyChain } from "#db/audit-chain";
import type { ChainCheck, ChainHead } from "~/domain/audit-chain";
import { done, type Result } from "~/domain/problem";
import { command } from "~/messages/command";
import { type AuditFilter, exportAudit } from "~/use-cases/audit-log.server";
import { type Arguments, parseArguments, UsageError } from "./arguments";
import { type CommandWorld, needed, withDatabase, withWriting } from "./command-world";

const everything: AuditFilter = {
  fromOn: "",
  toOn: "",
  accountId: "",
  noun: "",
  verb: "",
  via: "",
  text: "",
};

/** `audit verify [--head N:HASH] [--json]` or `audit export --out FILE`. */
export async function auditVerb(
  world: CommandWorld,
  given: readonly string[],
): Promise<Result<null> | number> {
  const [what, ...options] = given;
  switch (what) {
    case "verify":
      return verify(world, withoutWords(parseArguments(options, ["head", "json"])));
    case "export":
      return exportLog(world, withoutWords(parseArguments(options, ["hospital", "as", "out"])));
    default:
      throw new UsageError(command.auditWhat);
  }
}

/** @throws UsageError when something stands without a name */
function withoutWords(args: Arguments): Arguments {
  if (args.words.length > 0) throw new UsageError(command.wrongOption(args.words.join(" ")));
  return args;
}

/** Exit code of a chain that breaks: told apart from a command that could not be carried out. */
const BROKEN = 4;

async function verify(world: CommandWorld, args: Arguments): Promise<Result<null> | number> {
  const told = headOf(args.values.get("head"));
  const checked = await withDatabase(world, async (db) => done(await verifyChain(db.$client, { told })));
  if (!checked.ok) return checked;
  const check = checked.value;
  world.print(args.flags.has("json") ? JSON.stringify(check) : chainLines(check).join("\n"));
  return check.isWhole ? 0 : BROKEN;
}

/** What a check of the chain found, line by line. */
export function chainLines(check: ChainCheck): string[] {
  const { chain } = command;
  const head = check.head === null ? [] : [chain.head(check.head.seq, check.head.hash)];
  if (check.isWhole) return [chain.whole(check.entries), ...head];
  return [
    chain.broken,
    ...check.breaks.map((each) => chain.breaks[each.kind](each.seq, each.to)),
    chain.next,
  ];
}

/** @throws UsageError when it is not a number, a colon and 64 hexadecimal digits */
function headOf(text: string | undefined): ChainHead | null {
  if (text === undefined) return null;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined) throw new UsageError(command.wrongOption(`--head ${text}`));
  return { seq: Number(seq), hash: hash.toLowerCase() };
}

async function exportLog(world: CommandWorld, args: Arguments): Promise<Result<null>> {
  const file = path.resolve(world.folder, needed(args, "out"));
  return withWriting(world, args, async ({ ports, scope }) => {
    const exported = await exportAudit(ports, scope, { filter: everything });
    if (!exported.ok) return exported;
    await writeFile(
      file,
      `${JSON.stringify({ title: command.chain.title, rows: exported.value }, null, 2)}\n`,
    );
    world.print(command.written(file));
    return done(null);
  });
}
