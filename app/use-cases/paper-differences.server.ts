import { listTemplateVersions } from "#db/queries/annex-templates.server";
import { documentOfPaper, findPaper, papersOfDraft, snapshotOfPaper } from "#db/queries/papers.server";
import { buildAnnex } from "~/domain/annex";
import type { PaperDocument } from "~/domain/annex-document";
import { contractPaperInputSchema, internalPaperInputSchema } from "~/domain/annex-input";
import {
  differencesOfLines,
  type LineDifference,
  linesOfPaper,
  linesOfTemplate,
} from "~/domain/paper-difference";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { annexTemplatesOf } from "./annex-templates.server";
import { prepare } from "./papers.server";
import type { Ports } from "./ports.server";

type PaperFacts = { id: string; issueNo: number; issuedOn: string; title: string; printedNo: string };
export type PaperDifferences = {
  /** The issue it is compared with; null when there is none before. */
  before: PaperFacts | null;
  differences: LineDifference[];
};

/** 前に発行したものとの違い: what a new issue of a draft would change. Problems: not-found, those of building. */
export async function differencesOfDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string },
): Promise<Result<PaperDifferences & { title: string; audience: "contract" | "internal" }>> {
  const prepared = await prepare(ports, scope, input.draftId, null);
  if (!prepared.ok) return prepared;
  const { draft, built } = prepared.value;
  const about = { title: built.document.title, audience: built.document.audience };
  const [before] = await papersOfDraft(ports.db, scope, draft.id);
  if (!before) return done({ ...about, before: null, differences: [] });
  const old = await printedDocument(ports, scope, before);
  if (!old.ok) return old;
  const differences = differencesOfLines(linesOfPaper(old.value), linesOfPaper(built.document));
  return done({ ...about, before, differences });
}

/** 置き換えた版との違い: what an issued paper changed against the one it superseded. Problems: not-found, catalogue-unknown. */
export async function differencesOfPaper(
  ports: Ports,
  scope: Scope,
  input: { paperId: string },
): Promise<Result<PaperDifferences & { paper: PaperFacts & { audience: "contract" | "internal" } }>> {
  const paper = await findPaper(ports.db, scope, input.paperId);
  if (!paper) return failed(problem("not-found"));
  const before = paper.supersedes === null ? null : await findPaper(ports.db, scope, paper.supersedes);
  if (!before) return done({ paper, before: null, differences: [] });
  const [old, next] = [
    await printedDocument(ports, scope, before),
    await printedDocument(ports, scope, paper),
  ];
  if (!old.ok) return old;
  if (!next.ok) return next;
  return done({
    paper,
    before,
    differences: differencesOfLines(linesOfPaper(old.value), linesOfPaper(next.value)),
  });
}

/** The document as it was printed: as kept, or for older papers built anew from their frozen snapshot. */
async function printedDocument(
  ports: Ports,
  scope: Scope,
  paper: { id: string; template: string },
): Promise<Result<PaperDocument>> {
  const kept = await documentOfPaper(ports.db, scope, paper.id);
  if (kept !== null) {
    const document: PaperDocument = JSON.parse(kept);
    return done(document);
  }
  const [snapshot, templates] = [
    await snapshotOfPaper(ports.db, scope, paper.id),
    await annexTemplatesOf(ports, scope),
  ];
  const template = templates.byRef.get(paper.template);
  if (snapshot === null) return failed(problem("not-found"));
  if (!template) return failed(problem("catalogue-unknown", { ref: paper.template }));
  const input: unknown = JSON.parse(snapshot);
  const built =
    template.audience === "contract"
      ? buildAnnex(template, contractPaperInputSchema.parse(input))
      : buildAnnex(template, internalPaperInputSchema.parse(input));
  return built.ok ? done(built.value.document) : built;
}

/** 雛形の版の違い: what a hospital's version changed against the one it was begun from. Problems: not-found, catalogue-unknown. */
export async function differencesOfTemplate(ports: Ports, scope: Scope, input: { versionId: string }) {
  const versions = await listTemplateVersions(ports.db, scope);
  const version = versions.find((each) => each.id === input.versionId);
  if (!version) return failed(problem("not-found"));
  const { byRef } = await annexTemplatesOf(ports, scope);
  const [old, next] = [byRef.get(version.basis), byRef.get(version.ref)];
  if (!old || !next) return failed(problem("catalogue-unknown", { ref: old ? version.ref : version.basis }));
  const differences = differencesOfLines(linesOfTemplate(old), linesOfTemplate(next));
  return done({ version, template: next, differences });
}
