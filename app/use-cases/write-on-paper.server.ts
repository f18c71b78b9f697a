import { findPaperDraft, updatePaperDraft } from "#db/queries/papers.server";
import { type Entered, enteredSchema, readEntered } from "~/domain/annex-field";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { annexTemplatesOf } from "./annex-templates.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/**
 * 記入する: what a person writes in the template's 記入欄 of a draft; every field is given, an empty one is emptied.
 * The audit row names the fields that changed and not their values: contacts are among them.
 * Problems: not-found, catalogue-unknown, changed-meanwhile, those of `readEntered`.
 */
export async function writeOnDraft(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number; entered: Entered },
): Promise<Result<null>> {
  const draft = await findPaperDraft(ports.db, scope, input.draftId);
  if (!draft) return failed(problem("not-found"));
  const template = (await annexTemplatesOf(ports, scope)).byRef.get(draft.template);
  if (!template) return failed(problem("catalogue-unknown", { ref: draft.template }));
  const { entered, problems } = readEntered(template.fields, input.entered);
  if (problems.length > 0) return failed(...problems);
  const before = enteredSchema.parse(JSON.parse(draft.entered));
  const changed = template.fields
    .map((each) => each.key)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(entered[key]));
  const change = { fields: [null, changed.join(" ")] } satisfies Record<string, [unknown, unknown]>;
  const head = { verb: "write", noun: "paper", recordId: draft.id, change };
  return record(ports, scope, "paper:write", head, async ({ tx }) => {
    const saved = { id: draft.id, version: input.version, change: { entered: JSON.stringify(entered) } };
    return (await updatePaperDraft(tx, scope, saved)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}
