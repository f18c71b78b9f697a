import { findPaperDraft } from "#db/queries/papers.server";
import { problem } from "~/domain/problem";
import { countOf, listOf, redirectTo, refuse, replyProblems, textOf } from "~/http.server";
import { wordsOf } from "~/messages/words";
import type { Visit } from "~/scope.server";
import { fillMemorandum } from "~/use-cases/fill-memorandum.server";
import { issuePaper, reviseDraft } from "~/use-cases/papers.server";
import { writeOnDraft } from "~/use-cases/write-on-paper.server";
import { changesOfSource } from "./memorandum-sources.server";
import { writtenFrom } from "./written-form";

type Fields = Readonly<Record<string, string | string[]>>;
const nothingTyped = { typed: null, written: null };

/** The verbs of a paper's draft: what the page posted, by its `intent`. */
export async function runDraftVerb(visit: Visit, draftId: string, fields: Fields) {
  switch (textOf(fields, "intent")) {
    case "issue":
      return issue(visit, draftId);
    case "write":
      return write(visit, draftId, fields);
    case "fill":
      return fill(visit, draftId, fields);
    case "settings":
      return revise(visit, draftId, fields);
    default:
      throw refuse([problem("form-unreadable")]);
  }
}

const versionOf = (fields: Fields) => countOf(fields, "version");

async function issue({ ports, scope }: Visit, draftId: string) {
  const issued = await issuePaper(ports, scope, { draftId });
  if (!issued.ok) return replyProblems(issued.problems, nothingTyped);
  return redirectTo(`/issued/${issued.value.paperId}`);
}

async function write({ ports, scope }: Visit, draftId: string, fields: Fields) {
  const entered = writtenFrom({ ...fields });
  const written = await writeOnDraft(ports, scope, { draftId, version: versionOf(fields), entered });
  if (!written.ok) return replyProblems(written.problems, { typed: null, written: entered });
  return redirectTo(`/papers/${draftId}#written`);
}

async function fill(visit: Visit, draftId: string, fields: Fields) {
  const { ports, scope } = visit;
  const draft = await findPaperDraft(ports.db, scope, draftId);
  if (!draft) throw refuse([problem("not-found")]);
  const changes = await changesOfSource(visit, draft.contractId, textOf(fields, "source"));
  const words = wordsOf("ja").papers.changesWords;
  const filled = await fillMemorandum(ports, scope, { draftId, version: versionOf(fields), changes, words });
  if (!filled.ok) return replyProblems(filled.problems, nothingTyped);
  return redirectTo(`/papers/${draftId}#written`);
}

async function revise({ ports, scope }: Visit, draftId: string, fields: Fields) {
  const typed = {
    printedNo: textOf(fields, "printedNo"),
    dateStyle: textOf(fields, "dateStyle"),
    signature: textOf(fields, "signature"),
  };
  const roleSheets = textOf(fields, "asksSheets") === "" ? {} : { roleSheets: listOf(fields, "roleSheets") };
  const saved = await reviseDraft(ports, scope, {
    draftId,
    version: versionOf(fields),
    ...typed,
    ...roleSheets,
  });
  if (!saved.ok) return replyProblems(saved.problems, { typed, written: null });
  return redirectTo(`/papers/${draftId}`);
}
