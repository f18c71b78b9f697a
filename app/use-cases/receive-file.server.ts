import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import { insertIntake, intakesOfSameFile } from "#db/queries/intakes.server";
import { listRecipes } from "#db/queries/reading-recipes.server";
import type { KeptScan } from "~/domain/file-scan";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { ReadingRecipe, ReadOptions, WorkbookReading } from "~/domain/reading";
import { fitsRecipe, keptRecipeSchema } from "~/domain/reading-recipe";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { MAX_WORKBOOK_BYTES } from "./receive.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** One waiting receipt: the file's own name, or its name inside the ZIP it came in. */
export type Received = { intakeId: string; name: string; reading: WorkbookReading };
/** `earlier`: other receipts of the very same bytes. */
export type ReceivedFiles = { received: Received[]; problems: Problem[]; earlier: Earlier[] };
export type Earlier = { id: string; state: "review" | "saved" | "discarded"; createdAt: string };

type Given = { fileName: string; bytes: Uint8Array };
/** A reading with the recipe that made it, and the file of the ZIP it is of. */
export type Read = { reading: WorkbookReading; recipe: ReadingRecipe | null; member: string | null };

/**
 * 受け取る: keeps a file for review whatever a person can still do with it: a disclosure that was read, a
 * table whose columns somebody will point at, a locked file whose password is asked for, a scan to enter by
 * hand, a look-alike to file with its product. Each file of a ZIP becomes a receipt of its own. A file that
 * nobody could use is not kept; the Problems say why.
 */
export async function receiveFile(ports: Ports, scope: Scope, input: Given): Promise<Result<ReceivedFiles>> {
  if (!may(scope, "disclosure:write")) return failed(problem("forbidden", { needed: "disclosure:write" }));
  if (input.bytes.length === 0) return failed(problem("file-empty", { fileName: input.fileName }));
  if (input.bytes.length > MAX_WORKBOOK_BYTES) {
    return failed(problem("file-too-large", { fileName: input.fileName, limit: MAX_WORKBOOK_BYTES }));
  }
  const scanned = await scanGiven(ports, input);
  if (!scanned.ok) return scanned;
  const { reads, problems } = await readAll(ports, scope, input, {});
  if (reads.length === 0) return failed(...problems);
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const same = await intakesOfSameFile(ports.db, scope, sha256, null);
  const earlier = same.map(({ id, state, createdAt }) => ({ id, state, createdAt }));
  const received: Received[] = [];
  for (const read of reads) {
    const kept = await keepReceipt(ports, scope, { ...input, scan: scanned.value }, read);
    if (!kept.ok) return kept;
    received.push(kept.value);
  }
  return done({ received, problems, earlier });
}

/** Every reading of a file worth keeping: itself, or each file of a ZIP; and what stands in the way of others. */
export async function readAll(
  ports: Ports,
  scope: Scope,
  { fileName, bytes }: Given,
  options: ReadOptions,
): Promise<{ reads: Read[]; problems: Problem[] }> {
  const first = await readKnown(ports, scope, { fileName, bytes }, options);
  const { members } = first.reading;
  if (members === undefined) {
    const isKept = canContinue(first.reading);
    return { reads: isKept ? [first] : [], problems: isKept ? [] : problemsOf(first.reading) };
  }
  const reads: Read[] = [];
  const problems = first.reading.problems.filter((each) => each.code === "form-part-not-read");
  for (const { name } of members.filter((each) => each.isReadable)) {
    const read = await readKnown(ports, scope, { fileName, bytes }, { ...options, member: name });
    if (canContinue(read.reading)) reads.push(read);
    else problems.push(...problemsOf(read.reading).map((each) => ({ ...each, at: name })));
  }
  return { reads, problems };
}

const problemsOf = (reading: WorkbookReading) =>
  reading.problems.length > 0 ? reading.problems : [problem("form-not-found")];

/** Reads a file, and once more by a recipe of this group whose sheet and headings it has. */
async function readKnown(
  ports: Ports,
  scope: Scope,
  { fileName, bytes }: Given,
  options: ReadOptions,
): Promise<Read> {
  const member = options.member ?? null;
  const reading = await ports.readWorkbook(bytes, fileName, options);
  if (options.recipe || reading.sheets.length === 0) {
    return { reading, recipe: options.recipe ?? null, member };
  }
  for (const { name, body } of await listRecipes(ports.db, scope)) {
    const kept = keptRecipeSchema.parse(JSON.parse(body));
    if (!fitsRecipe(kept, reading.sheets)) continue;
    const again = await ports.readWorkbook(bytes, fileName, { ...options, recipe: kept.recipe });
    const problems = [problem("recipe-used", { name }), ...again.problems];
    return { reading: { ...again, problems }, recipe: kept.recipe, member };
  }
  return { reading, recipe: null, member };
}

/** True when the file waits for its password. */
export function isLocked(reading: Pick<WorkbookReading, "problems" | "sheets">): boolean {
  const codes = reading.problems.map((each) => each.code);
  return codes.includes("file-password-protected") || codes.includes("file-password-wrong");
}

/** True when a sheet has rows with cells side by side, so that a person can point at its columns. */
export function hasTable(reading: Pick<WorkbookReading, "sheets">): boolean {
  return reading.sheets.some((sheet) => sheet.rows.filter((row) => row.cells.length >= 2).length >= 2);
}

function canContinue(reading: WorkbookReading): boolean {
  return (
    reading.forms.length > 0 ||
    reading.pages !== undefined ||
    reading.lookAlike !== null ||
    isLocked(reading) ||
    hasTable(reading)
  );
}

/** What was recognised, for lists: forms with their versions, else why the file waits. */
export function summaryOf(reading: WorkbookReading): string {
  const forms = reading.forms.map((each) => `${each.form} ${each.formVersion ?? "?"}`);
  if (forms.length > 0) return forms.join(" / ");
  if (isLocked(reading)) return "locked";
  return reading.lookAlike ?? (reading.pages === undefined ? "unknown" : "by-hand");
}

/** Keeps one reading with the original as it came: a ZIP or a locked file stays what it is. */
export async function keepReceipt(
  ports: Ports,
  scope: Scope,
  { fileName, bytes, scan }: Given & { scan: KeptScan },
  { reading, recipe, member }: Read,
): Promise<Result<Received>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [intakeId, fileId] = [ports.newId(), ports.newId()];
  const change: Record<string, [unknown, unknown]> = {
    fileName: [null, fileName],
    sha256: [null, sha256],
    ...(member === null ? {} : { member: [null, member] }),
  };
  const head = { verb: "receive", noun: "intake", recordId: intakeId, change };
  return record(ports, scope, "disclosure:write", head, async ({ tx, at }) => {
    const file = { id: fileId, sha256, fileName, bytes };
    await keepOriginalFile(tx, scope, { ...file, receivedAt: at, receivedBy: scope.accountId, scan });
    const row = {
      id: intakeId,
      originalFileId: fileId,
      state: "review" as const,
      member,
      summary: summaryOf(reading),
      createdAt: at,
      createdBy: scope.accountId,
    };
    await insertIntake(tx, scope, row, JSON.stringify(reading), recipe && JSON.stringify(recipe));
    return done({ intakeId, name: member ?? fileName, reading });
  });
}
