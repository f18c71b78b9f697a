import { accountNames } from "#db/queries/confirmers.server";
import type { Catalogues } from "~/catalogues.server";
import type { CatalogueItem } from "~/domain/catalogue-item";
import { expectedAnswers, type Mapping, mappingRelations, mappingRules } from "~/domain/mapping";
import {
  checkKeys,
  checkMappingDraft,
  type MappingDraft,
  type MappingDraftLine,
  mappingDraftSchema,
  mappingOf,
} from "~/domain/mapping-draft";
import { proposeMapping } from "~/domain/mapping-proposal";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import {
  beginRelation,
  changeRelation,
  findRelation,
  newestOfEach,
  publishRelation,
  type RelationEdit,
  type RelationEnd,
  relationEnd,
  relationHead,
} from "./relation-drafts.server";

type Ends = { from: RelationEnd; to: RelationEnd };
const parseDraft = (body: string): MappingDraft => mappingDraftSchema.parse(JSON.parse(body));

function mappingEnds(catalogues: Catalogues, fromRef: string, toRef: string): Ends | null {
  const [from, to] = [relationEnd(catalogues, fromRef), relationEnd(catalogues, toRef)];
  return from && to && fromRef !== toRef ? { from, to } : null;
}

function keysOf({ from, to }: Ends) {
  const keys = (end: RelationEnd) => new Set(end.items.map((each) => each.key));
  return { from: keys(from), to: keys(to) };
}

/**
 * 対応付けを作る: a draft with a line for each item that printed clauses lead to. Where the group published a
 * mapping of the two, its lines and rejections are taken over and only what is missing is proposed.
 * @returns Problems: mapping-ends, forbidden
 */
export async function beginMapping(
  ports: Ports,
  scope: Scope,
  input: { from: string; to: string },
): Promise<Result<{ draftId: string }>> {
  const catalogues = await cataloguesOf(ports, scope);
  const ends = mappingEnds(catalogues, input.from, input.to);
  if (!ends) return failed(problem("mapping-ends", {}, "to"));
  const head = relationHead(catalogues, "mapping", ends);
  const before = newestOfEach(catalogues.mappings.values()).find((each) => each.head.id === head.id);
  const known = before ? linesOf(before) : [];
  const moves = ports.catalogues.clauseMoves;
  const proposed = proposeMapping(ends.from.items, ends.to.items, input.to, moves);
  const fresh = proposed.flatMap((line) => stillOpen(line, known));
  const lines = [...known, ...fresh].map((line, at) => ({ ...line, id: `line-${at + 1}` }));
  return beginRelation(ports, scope, ends, { kind: "mapping", ...input, lines });
}

function linesOf(mapping: Mapping): MappingDraftLine[] {
  const who = (each: { confirmedBy?: string | undefined; confirmedOn?: string | undefined }) => ({
    via: [],
    confirmedBy: each.confirmedBy ?? null,
    confirmedOn: each.confirmedOn ?? null,
  });
  const plain = { rule: "all-yes", relation: "touches", acceptsNotApplicable: true, id: "" } as const;
  return [
    ...mapping.lines.map((each) => ({ ...each, ...who(each), state: "confirmed" as const })),
    ...(mapping.rejected ?? []).map((each) => ({
      ...plain,
      ...each,
      ...who(each),
      state: "rejected" as const,
    })),
  ];
}

/** What of a proposal nobody has decided yet: questions that no known line joins with the requirement. */
function stillOpen(line: MappingDraftLine, known: readonly MappingDraftLine[]): MappingDraftLine[] {
  const decided = known
    .filter((each) => each.requirement === line.requirement)
    .flatMap((each) => each.questions);
  const questions = line.questions.filter((each) => !decided.includes(each));
  if (questions.length === 0) return [];
  return [{ ...line, questions, via: line.via.filter((each) => questions.includes(each.question)) }];
}

export type ShownMappingLine = Omit<MappingDraftLine, "questions" | "requirement"> & {
  requirement: CatalogueItem | null;
  questions: CatalogueItem[];
  /** Every question prints this very clause; nothing was moved or added. */
  isPrinted: boolean;
};

/** 確認の画面: every line with its items, in the order of the target. Problems: not-found. */
export async function showMapping(ports: Ports, scope: Scope, input: { draftId: string }) {
  const found = await findRelation(ports, scope, "mapping", input.draftId);
  if (!found.ok) return found;
  const { body, ...facts } = found.value;
  const draft = parseDraft(body);
  const ends = mappingEnds(await cataloguesOf(ports, scope), draft.from, draft.to);
  if (!ends) return failed(problem("catalogue-unknown", { ref: draft.from }));
  const ids = draft.lines.flatMap((each) => each.confirmedBy ?? []);
  const names = await accountNames(ports.db, scope, ids);
  const place = new Map(ends.to.items.map((each, at) => [each.key, at]));
  const ordered = [...draft.lines].sort(
    (a, b) => (place.get(a.requirement) ?? -1) - (place.get(b.requirement) ?? -1),
  );
  const lines = ordered.map(
    (line): ShownMappingLine => ({
      ...line,
      requirement: ends.to.items.find((each) => each.key === line.requirement) ?? null,
      questions: line.questions.flatMap((key) => ends.from.items.find((each) => each.key === key) ?? []),
      confirmedBy: line.confirmedBy === null ? null : (names.get(line.confirmedBy) ?? line.confirmedBy),
      isPrinted: isPrinted(line),
    }),
  );
  return done({ ...facts, from: ends.from, to: ends.to, lines });
}

function isPrinted(line: MappingDraftLine): boolean {
  return line.via.length > 0 && line.via.every((each) => each.moved === null);
}

type OnDraft = { draftId: string; version: number };
/** What a person sets on a line, as typed. */
export type RawMappingLine = {
  rule: string;
  relation: string;
  acceptsNotApplicable: boolean;
  reason: string;
  /** Left out: はい is expected, no remark is needed, and はい means what it says. */
  expected?: string;
  remarkRequired?: boolean;
  yesMayMeanPlanned?: boolean;
};

/**
 * One line taken or rejected, with its reason, rule and relation.
 * @returns Problems: mapping-key-unknown (dead keys or an unknown
 * line), field-required (reason of a taken line), field-not-an-option, field-too-long, and those of a draft
 */
export async function decideMappingLine(
  ports: Ports,
  scope: Scope,
  input: OnDraft & { lineId: string; isTaken: boolean; raw: RawMappingLine },
): Promise<Result<null>> {
  const set = parseLine(input.raw, input.isTaken, `reason-${input.lineId}`);
  if (!set.ok) return set;
  return changeMapping(ports, scope, { ...input, verb: "decide-line" }, (draft, ends, who) => {
    const line = draft.lines.find((each) => each.id === input.lineId);
    if (!line) return failed(problem("mapping-key-unknown", { item: input.lineId }));
    const dead = input.isTaken ? checkKeys(line, keysOf(ends)) : [];
    if (dead.length > 0) return failed(...dead);
    const state = input.isTaken ? ("confirmed" as const) : ("rejected" as const);
    const decided = { ...line, ...set.value, ...who, state };
    return done({ ...draft, lines: draft.lines.map((each) => (each === line ? decided : each)) });
  });
}

/** Takes every open line whose questions print the very clause; moved ones are looked at one by one. */
export async function confirmPrintedLines(ports: Ports, scope: Scope, input: OnDraft): Promise<Result<null>> {
  return changeMapping(ports, scope, { ...input, verb: "confirm-lines" }, (draft, ends, who) => {
    const keys = keysOf(ends);
    const lines = draft.lines.map((line) => {
      const isOpen = line.state === "proposed" && isPrinted(line) && checkKeys(line, keys).length === 0;
      return isOpen ? { ...line, ...who, state: "confirmed" as const } : line;
    });
    return done({ ...draft, lines });
  });
}

/**
 * A line of a person's own, for a question that prints no clause. It is confirmed by whoever adds it.
 * @returns Problems: field-required (requirement, questions, reason), mapping-key-unknown, and those of a draft
 */
export async function addMappingLine(
  ports: Ports,
  scope: Scope,
  input: OnDraft & { requirement: string; questions: readonly string[]; raw: RawMappingLine },
): Promise<Result<null>> {
  const set = parseLine(input.raw, true, "reason");
  const missing = [
    ...(input.requirement === "" ? [problem("field-required", {}, "requirement")] : []),
    ...(input.questions.length === 0 ? [problem("field-required", {}, "questions")] : []),
  ];
  if (!set.ok || missing.length > 0) return failed(...missing, ...(set.ok ? [] : set.problems));
  return changeMapping(ports, scope, { ...input, verb: "add-line" }, (draft, ends, who) => {
    const last = draft.lines.map((each) => Number(/^line-(\d+)$/.exec(each.id)?.[1] ?? 0));
    const line: MappingDraftLine = {
      id: `line-${Math.max(0, ...last) + 1}`,
      requirement: input.requirement,
      questions: [...new Set(input.questions)],
      ...set.value,
      ...who,
      state: "confirmed",
      via: [],
    };
    const dead = checkKeys(line, keysOf(ends));
    return dead.length > 0 ? failed(...dead) : done({ ...draft, lines: [...draft.lines, line] });
  });
}

type LineFields = Pick<
  MappingDraftLine,
  | "rule"
  | "relation"
  | "acceptsNotApplicable"
  | "reason"
  | "expected"
  | "remarkRequired"
  | "yesMayMeanPlanned"
>;

function parseLine(raw: RawMappingLine, needsReason: boolean, at: string): Result<LineFields> {
  const rule = mappingRules.find((each) => each === raw.rule);
  const relation = mappingRelations.find((each) => each === raw.relation);
  const reason = raw.reason.trim();
  const problems: Problem[] = [];
  if (!rule) problems.push(problem("field-not-an-option", { value: raw.rule }, "rule"));
  if (!relation) problems.push(problem("field-not-an-option", { value: raw.relation }, "relation"));
  if (needsReason && reason === "") problems.push(problem("field-required", {}, at));
  if (reason.length > 1000) problems.push(problem("field-too-long", { max: 1000 }, at));
  const expected = expectedAnswers.find((each) => each === (raw.expected ?? "yes"));
  if (!expected) problems.push(problem("field-not-an-option", { value: raw.expected ?? "" }, "expected"));
  if (!rule || !relation || !expected || problems.length > 0) return failed(...problems);
  const { acceptsNotApplicable, remarkRequired = false, yesMayMeanPlanned = false } = raw;
  const conditions = { expected, remarkRequired, yesMayMeanPlanned };
  return done({ rule, relation, reason, acceptsNotApplicable, ...conditions });
}

async function changeMapping(
  ports: Ports,
  scope: Scope,
  input: OnDraft & { verb: RelationEdit },
  change: (
    draft: MappingDraft,
    ends: Ends,
    who: { confirmedBy: string; confirmedOn: string },
  ) => Result<MappingDraft>,
): Promise<Result<null>> {
  const catalogues = await cataloguesOf(ports, scope);
  return changeRelation(ports, scope, { ...input, kind: "mapping" as const }, parseDraft, (draft, who) => {
    const ends = mappingEnds(catalogues, draft.from, draft.to);
    return ends ? change(draft, ends, who) : failed(problem("catalogue-unknown", { ref: draft.from }));
  });
}

/**
 * 公開する: freezes the mapping once every proposed line is taken or rejected. Only then does 照合 use it.
 * @returns Problems: those of `checkMappingDraft`, of a draft, catalogue-ref-taken
 */
export async function publishMapping(
  ports: Ports,
  scope: Scope,
  input: OnDraft,
): Promise<Result<{ ref: string }>> {
  const found = await findRelation(ports, scope, "mapping", input.draftId);
  if (!found.ok) return found;
  const draft = parseDraft(found.value.body);
  const catalogues = await cataloguesOf(ports, scope);
  const ends = mappingEnds(catalogues, draft.from, draft.to);
  if (!ends) return failed(problem("catalogue-unknown", { ref: draft.from }));
  const problems = checkMappingDraft(draft, keysOf(ends));
  if (problems.length > 0) return failed(...problems);
  const mapping = mappingOf(draft, relationHead(catalogues, "mapping", ends));
  return publishRelation(ports, scope, { found: found.value, version: input.version }, mapping);
}
