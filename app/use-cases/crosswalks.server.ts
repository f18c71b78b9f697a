import { accountNames } from "#db/queries/confirmers.server";
import type { Catalogues } from "~/catalogues.server";
import type { CatalogueItem } from "~/domain/catalogue-item";
import {
  type Crosswalk,
  type CrosswalkDraft,
  type CrosswalkDraftLine,
  type CrosswalkLine,
  checkCrosswalk,
  crosswalkDraftSchema,
  crosswalkRelations,
  editLine,
  inReadingOrder,
} from "~/domain/crosswalk";
import { basisBetween, isCertain, proposeCrosswalk } from "~/domain/crosswalk-proposal";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import {
  beginRelation,
  changeRelation,
  findRelation,
  newestOfEach,
  publishRelation,
  type RelationEnd,
  relationEnd,
  relationHead,
} from "./relation-drafts.server";

type Ends = { from: RelationEnd; to: RelationEnd };
const parseDraft = (body: string): CrosswalkDraft => crosswalkDraftSchema.parse(JSON.parse(body));

/** Two versions of one form; null for anything else, whose rows have nothing in common to follow. */
function crosswalkEnds(catalogues: Catalogues, fromRef: string, toRef: string): Ends | null {
  const [from, to] = [relationEnd(catalogues, fromRef), relationEnd(catalogues, toRef)];
  if (!from || !to || fromRef === toRef || from.catalogue.kind !== to.catalogue.kind) return null;
  if (from.catalogue.kind === "questionnaire" && to.catalogue.kind === "questionnaire") {
    return from.catalogue.form === to.catalogue.form ? { from, to } : null;
  }
  return { from, to };
}

const keysOf = (end: RelationEnd) => end.items.map((each) => each.key);

/**
 * 版間の対応を作る: a draft with a line for every item of both versions. Where a crosswalk of the two is
 * published its confirmed lines are taken over; else lines are proposed from numbers, clauses and wording.
 * @returns Problems: crosswalk-ends, forbidden
 */
export async function beginCrosswalk(
  ports: Ports,
  scope: Scope,
  input: { from: string; to: string },
): Promise<Result<{ draftId: string }>> {
  const catalogues = await cataloguesOf(ports, scope);
  const ends = crosswalkEnds(catalogues, input.from, input.to);
  if (!ends) return failed(problem("crosswalk-ends", {}, "to"));
  const published = crosswalkBetween(catalogues, input.from, input.to);
  const lines = published?.lines ?? proposeCrosswalk(ends.from.items, ends.to.items);
  return beginRelation(ports, scope, ends, { kind: "crosswalk", ...input, lines });
}

/** The published crosswalk from one version to another that holds now, or null. */
export function crosswalkBetween(catalogues: Catalogues, from: string, to: string): Crosswalk | null {
  return (
    newestOfEach(catalogues.crosswalks.values()).find((each) => each.from === from && each.to === to) ?? null
  );
}

export type ShownCrosswalkLine = Omit<CrosswalkDraftLine, "from" | "to"> & {
  from: CatalogueItem[];
  to: CatalogueItem[];
  isCertain: boolean;
};

/** 確認の画面: every line with its items, in the order of the older version. Problems: not-found. */
export async function showCrosswalk(ports: Ports, scope: Scope, input: { draftId: string }) {
  const found = await findRelation(ports, scope, "crosswalk", input.draftId);
  if (!found.ok) return found;
  const { body, ...facts } = found.value;
  const draft = parseDraft(body);
  const catalogues = await cataloguesOf(ports, scope);
  const ends = crosswalkEnds(catalogues, draft.from, draft.to);
  if (!ends) return failed(problem("catalogue-unknown", { ref: draft.from }));
  const names = await accountNames(
    ports.db,
    scope,
    draft.lines.flatMap((each) => each.confirmedBy ?? []),
  );
  const ordered = inReadingOrder(draft.lines, { from: keysOf(ends.from), to: keysOf(ends.to) });
  const lines = ordered.map((line): ShownCrosswalkLine => {
    const items = itemsOf(line, ends);
    const confirmedBy = line.confirmedBy === null ? null : (names.get(line.confirmedBy) ?? line.confirmedBy);
    return { ...line, ...items, confirmedBy, isCertain: isCertain(line, items.from, items.to) };
  });
  return done({ ...facts, from: ends.from, to: ends.to, lines });
}

function itemsOf(line: { from: readonly string[]; to: readonly string[] }, ends: Ends) {
  const pick = (keys: readonly string[], end: RelationEnd) =>
    keys.flatMap((key) => end.items.find((each) => each.key === key) ?? []);
  return { from: pick(line.from, ends.from), to: pick(line.to, ends.to) };
}

type ToLine = { draftId: string; version: number; lineId: string };

/**
 * Sets what became of a line's items. The lines it touches wait for a person again.
 * @returns Problems: crosswalk-relation-unfit, crosswalk-item-unknown, field-too-long, and those of a draft
 */
export async function setCrosswalkLine(
  ports: Ports,
  scope: Scope,
  input: ToLine & { relation: string; from: readonly string[]; to: readonly string[]; reason: string },
): Promise<Result<null>> {
  const relation = crosswalkRelations.find((each) => each === input.relation);
  if (!relation) return failed(problem("field-not-an-option", { value: input.relation }, "relation"));
  const reason = input.reason.trim();
  if (reason.length > 1000) return failed(problem("field-too-long", { max: 1000 }, "reason"));
  const catalogues = await cataloguesOf(ports, scope);
  const on = { ...input, kind: "crosswalk" as const, verb: "set-line" as const };
  return changeRelation(ports, scope, on, parseDraft, (draft) => {
    const ends = crosswalkEnds(catalogues, draft.from, draft.to);
    if (!ends) return failed(problem("catalogue-unknown", { ref: draft.from }));
    for (const [side, keys] of [
      ["from", input.from],
      ["to", input.to],
    ] as const) {
      const unknown = keys.find((key) => !ends[side].items.some((each) => each.key === key));
      if (unknown !== undefined) return failed(problem("crosswalk-item-unknown", { item: unknown, side }));
    }
    const basisOf = (line: { from: readonly string[]; to: readonly string[] }) => {
      const items = itemsOf(line, ends);
      return basisBetween(items.from, items.to);
    };
    const edit = { id: input.lineId, relation, from: input.from, to: input.to, reason };
    const edited = editLine(draft.lines, edit, basisOf);
    return edited.ok ? done({ ...draft, lines: edited.value }) : edited;
  });
}

/**
 * 確認する: one line, or every certain one (same number, same wording). The reason may be set with it.
 * @returns Problems: crosswalk-item-unknown for an unknown line, and those of a draft
 */
export async function confirmCrosswalk(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number; lines: { id: string; reason: string | null } | "certain" },
): Promise<Result<null>> {
  const { lines: chosen } = input;
  const catalogues = await cataloguesOf(ports, scope);
  const on = { ...input, kind: "crosswalk" as const, verb: "confirm-lines" as const };
  return changeRelation(ports, scope, on, parseDraft, (draft, who) => {
    const ends = crosswalkEnds(catalogues, draft.from, draft.to);
    if (!ends) return failed(problem("catalogue-unknown", { ref: draft.from }));
    if (chosen !== "certain" && !draft.lines.some((each) => each.id === chosen.id))
      return failed(problem("crosswalk-item-unknown", { item: chosen.id }));
    const isChosen = (line: CrosswalkDraftLine) => {
      if (chosen !== "certain") return line.id === chosen.id;
      const items = itemsOf(line, ends);
      return line.confirmedBy === null && isCertain(line, items.from, items.to);
    };
    const reasonOf = (line: CrosswalkDraftLine) =>
      (chosen === "certain" ? null : chosen.reason?.trim().slice(0, 1000)) ?? line.reason;
    const lines = draft.lines.map((line) =>
      isChosen(line) ? { ...line, ...who, reason: reasonOf(line) } : line,
    );
    return done({ ...draft, lines });
  });
}

/**
 * 公開する: freezes the crosswalk once every line has its person and every item of both versions its line.
 * @returns Problems: those of `checkCrosswalk`, of a draft, catalogue-ref-taken
 */
export async function publishCrosswalk(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number },
): Promise<Result<{ ref: string }>> {
  const found = await findRelation(ports, scope, "crosswalk", input.draftId);
  if (!found.ok) return found;
  const draft = parseDraft(found.value.body);
  const catalogues = await cataloguesOf(ports, scope);
  const ends = crosswalkEnds(catalogues, draft.from, draft.to);
  if (!ends) return failed(problem("catalogue-unknown", { ref: draft.from }));
  const problems = checkCrosswalk(draft.lines, { from: keysOf(ends.from), to: keysOf(ends.to) });
  if (problems.length > 0) return failed(...problems);
  const lines = draft.lines.flatMap(({ confirmedBy, confirmedOn, ...line }): CrosswalkLine[] =>
    confirmedBy === null || confirmedOn === null ? [] : [{ ...line, confirmedBy, confirmedOn }],
  );
  const head = relationHead(catalogues, "crosswalk", ends);
  const crosswalk: Crosswalk = { kind: "crosswalk", head, from: draft.from, to: draft.to, lines };
  return publishRelation(ports, scope, { found: found.value, version: input.version }, crosswalk);
}
