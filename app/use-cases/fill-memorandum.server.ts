import { findPaperDraft } from "#db/queries/papers.server";
import { enteredSchema, rowsEntered } from "~/domain/annex-field";
import { type RecordedChange, withChanges } from "~/domain/memorandum-change";
import { failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { writeOnDraft } from "./write-on-paper.server";

/** The table of the 覚書 that holds what changes (templates/annexes/memorandum). */
const CHANGES = "changes";

/**
 * 記録された変更を覚書に入れる: further lines of its 新旧対照表; what a person wrote there stays.
 * Problems: memorandum-nothing, and those of `writeOnDraft`.
 */
export async function fillMemorandum(
  ports: Ports,
  scope: Scope,
  input: {
    draftId: string;
    version: number;
    changes: readonly RecordedChange[];
    words: { added: string; gone: string };
  },
): Promise<Result<null>> {
  const draft = await findPaperDraft(ports.db, scope, input.draftId);
  if (!draft) return failed(problem("not-found"));
  if (input.changes.length === 0) return failed(problem("memorandum-nothing", {}, "source"));
  const entered = enteredSchema.parse(JSON.parse(draft.entered));
  const rows = withChanges(rowsEntered(entered, CHANGES), input.changes, input.words);
  return writeOnDraft(ports, scope, { ...input, entered: { ...entered, [CHANGES]: rows } });
}
