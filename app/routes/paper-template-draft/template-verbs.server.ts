import { parseWordingAct } from "~/domain/annex-wording";
import { problem } from "~/domain/problem";
import { countOf, redirectTo, refuse, replyProblems, textOf } from "~/http.server";
import { wordsOf } from "~/messages/words";
import type { Visit } from "~/scope.server";
import {
  discardTemplateDraft,
  publishTemplate,
  showTemplateDraft,
  writeTemplateDraft,
} from "~/use-cases/edit-annex-template.server";
import { shownNames, wordingFrom } from "./shown-names";

type Fields = Readonly<Record<string, string | string[]>>;
const nothingTyped: { typed: Fields | null } = { typed: null };

/** The verbs of a template's draft: what the page posted, by its `intent`. */
export async function runTemplateVerb(visit: Visit, draftId: string, fields: Fields) {
  switch (textOf(fields, "intent")) {
    case "write":
      return write(visit, draftId, fields);
    case "publish":
      return publish(visit, draftId, fields);
    case "discard":
      return discard(visit, draftId, fields);
    default:
      throw refuse([problem("form-unreadable")]);
  }
}

const versionOf = (fields: Fields) => countOf(fields, "version");

async function write({ ports, scope, language }: Visit, draftId: string, fields: Fields) {
  const shown = await showTemplateDraft(ports, scope, { draftId });
  if (!shown.ok) throw refuse(shown.problems);
  const typed = wordingFrom(fields, shownNames(shown.value.template, wordsOf(language)));
  const act = parseWordingAct(textOf(fields, "act"));
  const input = { draftId, version: versionOf(fields), fields: typed, act };
  const written = await writeTemplateDraft(ports, scope, input);
  if (!written.ok) return replyProblems(written.problems, { typed: fields });
  const contract = textOf(fields, "contract");
  const query = contract === "" ? "" : `?contract=${encodeURIComponent(contract)}`;
  return redirectTo(`/paper-templates/drafts/${draftId}${query}${act ? `#part-${act.section}` : ""}`);
}

async function publish({ ports, scope }: Visit, draftId: string, fields: Fields) {
  // why always Japanese: the head of a template is printed on contract papers.
  const { issuer, source } = wordsOf("ja").paperTemplates;
  const input = {
    draftId,
    version: versionOf(fields),
    note: textOf(fields, "note"),
    words: { issuer, source },
  };
  const published = await publishTemplate(ports, scope, input);
  return published.ok ? redirectTo("/paper-templates") : replyProblems(published.problems, nothingTyped);
}

async function discard({ ports, scope }: Visit, draftId: string, fields: Fields) {
  const discarded = await discardTemplateDraft(ports, scope, { draftId, version: versionOf(fields) });
  return discarded.ok ? redirectTo("/paper-templates") : replyProblems(discarded.problems, nothingTyped);
}
