import { z } from "zod";
import { daySchema } from "./day.ts";
import { lineConditionsShape, type Mapping, mappingRelations, mappingRules } from "./mapping.ts";
import { type Problem, problem } from "./problem.ts";
import type { CatalogueHead } from "./provenance.ts";

/** 対応付けの下書き: lines a person takes or rejects one by one before the whole is frozen. */
export const mappingLineStates = ["proposed", "confirmed", "rejected"] as const;
export type MappingLineState = (typeof mappingLineStates)[number];

export const mappingDraftLineSchema = z.strictObject({
  id: z.string().min(1),
  requirement: z.string().min(1),
  questions: z.array(z.string().min(1)).min(1),
  rule: z.enum(mappingRules),
  relation: z.enum(mappingRelations),
  acceptsNotApplicable: z.boolean(),
  ...lineConditionsShape,
  reason: z.string().max(1000),
  state: z.enum(mappingLineStates),
  /** What it was proposed from; empty for a line a person added. `moved`: the older clause that led here. */
  via: z.array(z.strictObject({ question: z.string(), clause: z.string(), moved: z.string().nullable() })),
  confirmedBy: z.string().min(1).nullable(),
  confirmedOn: daySchema.nullable(),
});
export const mappingDraftSchema = z.strictObject({
  kind: z.literal("mapping"),
  from: z.string().min(1),
  to: z.string().min(1),
  lines: z.array(mappingDraftLineSchema),
});
export type MappingDraft = z.infer<typeof mappingDraftSchema>;
export type MappingDraftLine = z.infer<typeof mappingDraftLineSchema>;

type Keys = { from: ReadonlySet<string>; to: ReadonlySet<string> };

/**
 * Everything that keeps a mapping from being frozen: a line nobody looked at, a key its catalogue does not
 * have, a confirmed line without a reason, or no confirmed line at all.
 * @returns Problems: mapping-unconfirmed (one, with the count), mapping-key-unknown, field-required (reason of
 * the line), mapping-without-lines
 */
export function checkMappingDraft({ lines }: Pick<MappingDraft, "lines">, keys: Keys): Problem[] {
  const found: Problem[] = [];
  const open = lines.filter((each) => each.state === "proposed").length;
  if (open > 0) found.push(problem("mapping-unconfirmed", { count: open, total: lines.length }));
  for (const line of lines) {
    found.push(...checkKeys(line, keys));
    if (line.state === "confirmed" && line.reason.trim() === "")
      found.push(problem("field-required", {}, `reason-${line.id}`));
  }
  if (!lines.some((each) => each.state === "confirmed")) found.push(problem("mapping-without-lines"));
  return found;
}

/** Keys of one line that its catalogues do not have: such a line is refused, never kept as dead. */
export function checkKeys(
  line: Pick<MappingDraftLine, "id" | "requirement" | "questions">,
  { from, to }: Keys,
): Problem[] {
  const dead = line.questions.filter((each) => !from.has(each));
  if (!to.has(line.requirement)) dead.push(line.requirement);
  return dead.map((item) => problem("mapping-key-unknown", { item }, line.id));
}

/** The mapping as it freezes: confirmed lines with their confirmer, rejected ones beside them. */
export function mappingOf(draft: MappingDraft, head: CatalogueHead): Mapping {
  const confirmed = draft.lines.filter((each) => each.state === "confirmed");
  const rejected = draft.lines.filter((each) => each.state === "rejected");
  return {
    kind: "mapping",
    head,
    from: draft.from,
    to: draft.to,
    lines: confirmed.map((line) => ({
      id: line.id,
      requirement: line.requirement,
      questions: line.questions,
      rule: line.rule,
      relation: line.relation,
      acceptsNotApplicable: line.acceptsNotApplicable,
      ...conditionsOf(line),
      reason: line.reason.trim(),
      ...whoConfirmed(line),
    })),
    rejected: rejected.map(({ requirement, questions, reason, ...line }) => ({
      requirement,
      questions,
      reason: reason.trim(),
      ...whoConfirmed(line),
    })),
  };
}

/** Only what a person set otherwise than usual, so that a plain line stays plain. */
export function conditionsOf(
  line: Pick<MappingDraftLine, "expected" | "remarkRequired" | "yesMayMeanPlanned">,
): Pick<MappingDraftLine, "expected" | "remarkRequired" | "yesMayMeanPlanned"> {
  return {
    ...(line.expected === "no" ? { expected: line.expected } : {}),
    ...(line.remarkRequired ? { remarkRequired: true } : {}),
    ...(line.yesMayMeanPlanned ? { yesMayMeanPlanned: true } : {}),
  };
}

function whoConfirmed({ confirmedBy, confirmedOn }: Pick<MappingDraftLine, "confirmedBy" | "confirmedOn">) {
  return {
    ...(confirmedBy === null ? {} : { confirmedBy }),
    ...(confirmedOn === null ? {} : { confirmedOn }),
  };
}
