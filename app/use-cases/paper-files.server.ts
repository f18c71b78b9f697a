import { findPaper, snapshotOfPaper } from "#db/queries/papers.server";
import { buildAnnex } from "~/domain/annex";
import type { PaperDocument } from "~/domain/annex-document";
import { contractPaperInputSchema, internalPaperInputSchema } from "~/domain/annex-input";
import { assertNever, done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { paperAsWord } from "~/pdf/word-paper.server";
import { paperAsWorkbook } from "~/workbook/paper-workbook.server";
import { showDraft } from "./papers.server";
import type { Ports } from "./ports.server";

/** Other forms of a paper, for those who negotiate its wording or work on with its rows. The PDF is what counts. */
export const paperFileKinds = ["docx", "xlsx"] as const;
export type PaperFileKind = (typeof paperFileKinds)[number];

/**
 * 発行した書面を Word・Excel で: from the frozen snapshot and the template's version, so it says what the PDF says.
 * Problems: not-found, catalogue-unknown (the template's version is no longer there).
 */
export async function openPaperFile(
  ports: Ports,
  scope: Scope,
  input: { paperId: string; kind: PaperFileKind },
): Promise<Result<{ bytes: Uint8Array; fileName: string }>> {
  const found = await findPaper(ports.db, scope, input.paperId);
  const snapshot = found && (await snapshotOfPaper(ports.db, scope, found.id));
  if (!found || !snapshot) return failed(problem("not-found"));
  const built = documentOf(ports, found.template, JSON.parse(snapshot));
  if (!built.ok) return built;
  const name = [found.printedNo, found.title, found.issuedOn].filter((each) => each !== "").join("_");
  return done(await fileOf(built.value, input.kind, name, new Date(found.issuedAt)));
}

/** 案を Word・Excel で: as `printDraft`, for talks before the paper is issued. Problems: not-found. */
export async function openDraftFile(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; kind: PaperFileKind },
): Promise<Result<{ bytes: Uint8Array; fileName: string }>> {
  const shown = await showDraft(ports, scope, { draftId: input.draftId });
  if (!shown.ok) return shown;
  const { document } = shown.value.built;
  return done(await fileOf(document, input.kind, `案_${document.title}`, new Date(ports.now())));
}

function documentOf(ports: Ports, ref: string, snapshot: unknown): Result<PaperDocument> {
  const template = ports.catalogues.annexTemplates.get(ref);
  if (!template) return failed(problem("catalogue-unknown", { ref }));
  const built =
    template.audience === "contract"
      ? buildAnnex(template, contractPaperInputSchema.parse(snapshot))
      : buildAnnex(template, internalPaperInputSchema.parse(snapshot));
  return built.ok ? done(built.value.document) : built;
}

async function fileOf(document: PaperDocument, kind: PaperFileKind, name: string, at: Date) {
  switch (kind) {
    case "docx":
      return { bytes: await paperAsWord(document, at), fileName: `${name}.docx` };
    case "xlsx":
      return { bytes: await paperAsWorkbook(document), fileName: `${name}.xlsx` };
    default:
      return assertNever(kind);
  }
}
