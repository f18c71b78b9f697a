import { findOriginalFile, readBlob } from "#db/queries/files.server";
import { findIntake, replaceReading } from "#db/queries/intakes.server";
import { archiveRecipe, insertRecipe, listRecipes } from "#db/queries/reading-recipes.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { blankForm } from "~/domain/entry-by-hand";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { ReadOptions, WorkbookReading } from "~/domain/reading";
import { parseReading } from "~/domain/reading-file";
import {
  headingsOfRecipe,
  type KeptRecipe,
  problemsOfRecipe,
  readingRecipeSchema,
} from "~/domain/reading-recipe";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import {
  isLocked,
  keepReceipt,
  type Read,
  type ReceivedFiles,
  readAll,
  summaryOf,
} from "./receive-file.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

type Found = NonNullable<Awaited<ReturnType<typeof findIntake>>>;

/** The intake while it is open and the reading is still the one the person saw. */
async function openIntake(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; readingNo: number },
): Promise<Result<Found>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  if (!may(scope, "disclosure:write")) return failed(problem("forbidden", { needed: "disclosure:write" }));
  if (found.state !== "review") return failed(problem("intake-closed"));
  if (found.readingNo !== input.readingNo) return failed(problem("changed-meanwhile"));
  return done(found);
}

/**
 * 読み直す: reads the original again with what a person added: the password (used for this reading only and
 * kept nowhere) or the columns they pointed at. Corrections of the former reading stay in the record and no
 * longer count. A ZIP that opens now becomes one receipt for each of its files.
 * Problems: those of reading, file-password-wrong, changed-meanwhile, recipe-….
 */
export async function rereadIntake(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; readingNo: number; options: ReadOptions },
): Promise<Result<ReceivedFiles>> {
  const open = await openIntake(ports, scope, input);
  if (!open.ok) return open;
  const found = open.value;
  const { recipe } = input.options;
  const before = parseReading(found.reading);
  const wrong = recipe && before.sheets.length > 0 ? problemsOfRecipe(recipe, before.sheets) : [];
  if (wrong.length > 0) return failed(...wrong);
  const bytes = await readBlob(ports.db, scope, found.sha256);
  if (!bytes) return failed(problem("not-found"));
  const file = { fileName: found.fileName, bytes: new Uint8Array(bytes) };
  const options = { ...input.options, ...(found.member === null ? {} : { member: found.member }) };
  const { reads, problems } = await readAll(ports, scope, file, options);
  const [first, ...others] = reads.map((each) => withLock(each, input.options.password));
  if (!first) return failed(...problems);
  if (isLocked(first.reading)) return failed(...first.reading.problems);
  const replaced = await putReading(ports, scope, found, "read-again", { ...first, member: first.member });
  if (!replaced.ok) return replaced;
  const scanned = await scanGiven(ports, file);
  if (!scanned.ok) return scanned;
  const received = [replaced.value];
  for (const read of others) {
    const kept = await keepReceipt(ports, scope, { ...file, scan: scanned.value }, read);
    if (!kept.ok) return kept;
    received.push(kept.value);
  }
  return done({ received, problems, earlier: [] });
}

/** That a password was needed is kept, so that it is asked for again; the password itself is not. */
function withLock(read: Read, password: string | undefined): Read {
  return password ? { ...read, reading: { ...read.reading, needsPassword: true } } : read;
}

/**
 * 手で入力する: opens a scan for entry by hand: the rows of a questionnaire catalogue, all blank, beside the
 * pages. Problems: not-found, changed-meanwhile, catalogue-unknown.
 */
export async function enterByHand(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; readingNo: number; catalogue: string },
): Promise<Result<{ intakeId: string; reading: WorkbookReading }>> {
  const open = await openIntake(ports, scope, input);
  if (!open.ok) return open;
  const { questionnaires } = await cataloguesOf(ports, scope);
  const questionnaire = questionnaires.get(input.catalogue);
  if (!questionnaire) return failed(problem("catalogue-unknown", { ref: input.catalogue }, "catalogue"));
  const before = parseReading(open.value.reading);
  const reading: WorkbookReading = { ...before, lookAlike: null, forms: [blankForm(questionnaire)] };
  const read = { reading, recipe: null, member: open.value.member };
  return putReading(ports, scope, open.value, "enter-by-hand", read);
}

async function putReading(
  ports: Ports,
  scope: Scope,
  found: Found,
  verb: "read-again" | "enter-by-hand",
  read: Read,
) {
  const { reading, recipe, member } = read;
  const change: Record<string, [unknown, unknown]> = {
    readingNo: [found.readingNo, found.readingNo + 1],
    summary: [found.summary, summaryOf(reading)],
    ...(recipe === null ? {} : { recipe: [null, recipe] }),
  };
  const head = { verb, noun: "intake", recordId: found.id, change };
  return record(ports, scope, "disclosure:write", head, async ({ tx }) => {
    const row = {
      intakeId: found.id,
      readingNo: found.readingNo,
      reading: JSON.stringify(reading),
      recipe: recipe && JSON.stringify(recipe),
      summary: summaryOf(reading),
    };
    if (!(await replaceReading(tx, scope, row, member))) return failed(problem("changed-meanwhile"));
    return done({ intakeId: found.id, name: member ?? found.fileName, reading });
  });
}

/**
 * 読み方を残す: keeps the columns this intake was read by under a name, for one vendor or for all, with the
 * heading texts that tell the same layout next time. Problems: not-found, field-required, field-too-long,
 * field-unknown-reference, intake-nothing-to-save (the intake was not read by a recipe).
 */
export async function keepRecipe(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; name: string; vendorId: string | null },
): Promise<Result<{ recipeId: string }>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const name = input.name.trim();
  if (name === "") return failed(problem("field-required", {}, "recipeName"));
  if (name.length > 100) return failed(problem("field-too-long", { max: 100 }, "recipeName"));
  if (found.recipe === null) return failed(problem("intake-nothing-to-save"));
  if (input.vendorId !== null && !(await nameOfRecord(ports.db, scope, "vendor", input.vendorId))) {
    return failed(problem("field-unknown-reference", {}, "recipeVendor"));
  }
  const recipe = readingRecipeSchema.parse(JSON.parse(found.recipe));
  const body: KeptRecipe = { recipe, headings: headingsOfRecipe(recipe, parseReading(found.reading).sheets) };
  const recipeId = ports.newId();
  const change: Record<string, [unknown, unknown]> = { name: [null, name], body: [null, body] };
  const head = { verb: "keep", noun: "reading-recipe", recordId: recipeId, change };
  return record(ports, scope, "disclosure:write", head, async ({ tx, at }) => {
    const row = { id: recipeId, name, vendorId: input.vendorId, body: JSON.stringify(body) };
    await insertRecipe(tx, scope, { ...row, createdAt: at, createdBy: scope.accountId });
    return done({ recipeId });
  });
}

/** 読み方をやめる: the recipe is not used any more; intakes read by it stay as they are. */
export async function dropRecipe(
  ports: Ports,
  scope: Scope,
  input: { recipeId: string },
): Promise<Result<null>> {
  const known = (await listRecipes(ports.db, scope)).some((each) => each.id === input.recipeId);
  if (!known) return failed(problem("not-found"));
  const head = { verb: "archive", noun: "reading-recipe", recordId: input.recipeId, change: {} };
  return record(ports, scope, "disclosure:write", head, async ({ tx, at }) =>
    (await archiveRecipe(tx, scope, input.recipeId, at)) ? done(null) : failed(problem("not-found")),
  );
}

/** The picture of one page of an intake's original, drawn anew as PNG. Locked originals cannot be shown. */
export async function openPage(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; page: number },
): Promise<Result<Uint8Array>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const file = await findOriginalFile(ports.db, scope, found.originalFileId);
  const bytes = file && (await readBlob(ports.db, scope, file.sha256));
  if (!file || !bytes) return failed(problem("not-found"));
  const member = found.member === null ? {} : { member: found.member };
  return ports.drawPage(new Uint8Array(bytes), { fileName: file.fileName, page: input.page, ...member });
}
