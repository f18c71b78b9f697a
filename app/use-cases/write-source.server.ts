import { findOriginalFile, readBlob } from "#db/queries/files.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { readingRecipeSchema } from "~/domain/reading-recipe";
import type { Scope } from "~/domain/scope";
import { type FileKind, fileKind } from "~/workbook/file-kind";
import type { Ports } from "./ports.server";
import type { Source } from "./write-into.server";

/** How a file was read when it was received: the columns a person pointed at, the member of a ZIP. */
type HowRead = { recipe: string | null; member: string | null };

/**
 * The bytes of a kept original and how it was read, provided that cells can be written into it.
 * Problems: not-found, write-back-kind (`kind`: what it is instead of an .xlsx).
 */
export async function writableSource(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  fileId: string,
  intake: HowRead | null,
): Promise<Result<Source>> {
  const file = await findOriginalFile(ports.db, owner, fileId);
  const bytes = file && (await readBlob(ports.db, owner, file.sha256));
  if (!file || !bytes) return failed(problem("not-found"));
  // why: a member of a ZIP is a file of the archive's; the archive is what the vendor sent.
  const isMember = intake !== null && intake.member !== null;
  const kind: FileKind = isMember ? "zip" : fileKind(bytes, file.fileName);
  if (kind !== "ooxml") return failed(problem("write-back-kind", { kind }));
  const recipe = intake?.recipe ? readingRecipeSchema.parse(JSON.parse(intake.recipe)) : undefined;
  return done({ bytes, fileName: file.fileName, options: recipe ? { recipe } : {} });
}
