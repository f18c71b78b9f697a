import { z } from "zod";
import { daySchema } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { catalogueHeadSchema } from "./provenance.ts";

/** 版間対応: what became of an item between two versions of a form. Keys 1 to 6 of the review page, in order. */
export const crosswalkRelations = ["same", "reworded", "split", "joined", "new", "dropped"] as const;
export type CrosswalkRelation = (typeof crosswalkRelations)[number];

/** What speaks for a line; computed from the items, never typed. */
export const crosswalkBases = ["number", "clause", "wording"] as const;
export type CrosswalkBasis = (typeof crosswalkBases)[number];

const lineFields = {
  id: z.string().min(1),
  /** Item keys of the older and of the newer version. */
  from: z.array(z.string().min(1)),
  to: z.array(z.string().min(1)),
  relation: z.enum(crosswalkRelations),
  /** A person's own words; may stay empty where the basis says it all. */
  reason: z.string().max(1000),
  basis: z.array(z.enum(crosswalkBases)),
};
/** `confirmedBy`: who confirmed it — an account's id of our own, a name in a file from elsewhere. */
export const crosswalkLineSchema = z.strictObject({
  ...lineFields,
  confirmedBy: z.string().min(1),
  confirmedOn: daySchema,
});
export const crosswalkSchema = z.strictObject({
  kind: z.literal("crosswalk"),
  head: catalogueHeadSchema,
  /** `id@version` of the older and of the newer version. */
  from: z.string().min(1),
  to: z.string().min(1),
  lines: z.array(crosswalkLineSchema),
});
export type Crosswalk = z.infer<typeof crosswalkSchema>;
export type CrosswalkLine = z.infer<typeof crosswalkLineSchema>;

/** The same before it is frozen: a line may still wait for its person. */
export const crosswalkDraftLineSchema = z.strictObject({
  ...lineFields,
  confirmedBy: z.string().min(1).nullable(),
  confirmedOn: daySchema.nullable(),
});
export const crosswalkDraftSchema = z.strictObject({
  kind: z.literal("crosswalk"),
  from: z.string().min(1),
  to: z.string().min(1),
  lines: z.array(crosswalkDraftLineSchema),
});
export type CrosswalkDraft = z.infer<typeof crosswalkDraftSchema>;
export type CrosswalkDraftLine = z.infer<typeof crosswalkDraftLineSchema>;

type Ends = { from: readonly string[]; to: readonly string[] };

/** How many items of each side a relation joins; two with two is written as dropped and new. */
export function fitsRelation(relation: CrosswalkRelation, { from, to }: Ends): boolean {
  switch (relation) {
    case "same":
    case "reworded":
      return from.length === 1 && to.length === 1;
    case "split":
      return from.length === 1 && to.length >= 2;
    case "joined":
      return from.length >= 2 && to.length === 1;
    case "new":
      return from.length === 0 && to.length === 1;
    case "dropped":
      return from.length === 1 && to.length === 0;
  }
}

/**
 * Everything that keeps a crosswalk from being frozen: an item of either version that stands in no line or in
 * two, a key neither version has, a relation its items do not fit, a line nobody confirmed.
 * @param items all keys of both versions
 * @returns Problems: crosswalk-item-missing, crosswalk-item-twice, crosswalk-item-unknown,
 * crosswalk-relation-unfit, crosswalk-unconfirmed (one, with the count)
 */
export function checkCrosswalk(lines: readonly CrosswalkDraftLine[], items: Ends): Problem[] {
  const found = (["from", "to"] as const).flatMap((side) => checkSide(lines, side, items[side]));
  for (const line of lines) {
    if (fitsRelation(line.relation, line)) continue;
    const params = { relation: line.relation, from: line.from.length, to: line.to.length };
    found.push(problem("crosswalk-relation-unfit", params, line.id));
  }
  const open = lines.filter((each) => each.confirmedBy === null).length;
  if (open > 0) found.push(problem("crosswalk-unconfirmed", { count: open, total: lines.length }));
  return found;
}

function checkSide(
  lines: readonly CrosswalkDraftLine[],
  side: "from" | "to",
  keys: readonly string[],
): Problem[] {
  const times = new Map(keys.map((key) => [key, 0]));
  const found: Problem[] = [];
  for (const key of lines.flatMap((each) => each[side])) {
    const count = times.get(key);
    if (count === undefined) found.push(problem("crosswalk-item-unknown", { item: key, side }));
    else times.set(key, count + 1);
  }
  for (const [item, count] of times) {
    if (count === 0) found.push(problem("crosswalk-item-missing", { item, side }));
    if (count > 1) found.push(problem("crosswalk-item-twice", { item, side }));
  }
  return found;
}

export type BasisOf = (ends: Ends) => CrosswalkBasis[];
export type LineEdit = Ends & { id: string; relation: CrosswalkRelation; reason: string };

/**
 * Sets one line's partners and relation and keeps the whole a partition: items it takes leave their other
 * lines, items it gives up become dropped or new, and every line touched waits for a person again. An edit to
 * `dropped` or `new` of a joined pair takes the pair apart.
 * @returns crosswalk-item-unknown for an unknown line, crosswalk-relation-unfit when the items do not fit
 */
export function editLine(
  lines: readonly CrosswalkDraftLine[],
  edit: LineEdit,
  basisOf: BasisOf,
): { ok: true; value: CrosswalkDraftLine[] } | { ok: false; problems: Problem[] } {
  const line = lines.find((each) => each.id === edit.id);
  if (!line) return { ok: false, problems: [problem("crosswalk-item-unknown", { item: edit.id })] };
  const takesApart = edit.relation === "dropped" || edit.relation === "new";
  const ends = takesApart
    ? {
        from: edit.relation === "dropped" ? edit.from.slice(0, 1) : [],
        to: edit.relation === "new" ? edit.to.slice(0, 1) : [],
      }
    : { from: [...new Set(edit.from)], to: [...new Set(edit.to)] };
  if (!fitsRelation(edit.relation, ends)) {
    const params = { relation: edit.relation, from: ends.from.length, to: ends.to.length };
    return { ok: false, problems: [problem("crosswalk-relation-unfit", params, edit.id)] };
  }
  const rest = lines.flatMap((each) => {
    if (each.id === edit.id)
      return [
        { ...each, from: without(each.from, ends.from), to: without(each.to, ends.to), isTouched: true },
      ];
    const kept = { from: without(each.from, ends.from), to: without(each.to, ends.to) };
    const isTouched = kept.from.length !== each.from.length || kept.to.length !== each.to.length;
    return [{ ...each, ...kept, isTouched }];
  });
  const edited = { ...open(edit.id, ends, basisOf), relation: edit.relation, reason: edit.reason };
  const fresh = idsAfter(lines);
  const others = rest.flatMap(({ isTouched, ...each }) =>
    isTouched ? reshape(each, each.id === edit.id, basisOf, fresh) : [each],
  );
  return { ok: true, value: [edited, ...others] };
}

function without(keys: readonly string[], taken: readonly string[]): string[] {
  return keys.filter((each) => !taken.includes(each));
}

/** What is left of a line when items were taken from it: joined still, or each item for itself. */
function reshape(
  line: CrosswalkDraftLine,
  isEdited: boolean,
  basisOf: BasisOf,
  fresh: () => string,
): CrosswalkDraftLine[] {
  const { from, to } = line;
  const relation = (["split", "joined"] as const).find((each) => fitsRelation(each, line));
  const pair = from.length === 1 && to.length === 1 ? ("reworded" as const) : undefined;
  const joined = relation ?? pair;
  // why: what a person pushed out of the edited line belongs together no longer.
  if (joined && !isEdited) return [{ ...open(line.id, line, basisOf), relation: joined }];
  return [
    ...from.map((key) => ({
      ...open(fresh(), { from: [key], to: [] }, basisOf),
      relation: "dropped" as const,
    })),
    ...to.map((key) => ({ ...open(fresh(), { from: [], to: [key] }, basisOf), relation: "new" as const })),
  ];
}

function open(id: string, { from, to }: Ends, basisOf: BasisOf) {
  const ends = { from: [...from], to: [...to] };
  return { id, ...ends, reason: "", basis: basisOf(ends), confirmedBy: null, confirmedOn: null };
}

function idsAfter(lines: readonly { id: string }[]): () => string {
  let last = Math.max(0, ...lines.map((each) => Number(/^line-(\d+)$/.exec(each.id)?.[1] ?? 0)));
  return () => `line-${++last}`;
}

/** Lines in the order of the older version; a new item stands behind the item it follows in the newer one. */
export function inReadingOrder<L extends Ends>(lines: readonly L[], items: Ends): L[] {
  const fromAt = new Map(items.from.map((key, at) => [key, at]));
  const lineOfTo = new Map(lines.flatMap((line) => line.to.map((key) => [key, line] as const)));
  const place = new Map<L, number>();
  for (const line of lines) {
    if (line.from.length > 0) place.set(line, Math.min(...line.from.map((key) => fromAt.get(key) ?? 0)));
  }
  let behind = -1;
  for (const key of items.to) {
    const line = lineOfTo.get(key);
    if (line) behind = place.get(line) ?? behind + 1e-6;
    if (line && !place.has(line)) place.set(line, behind);
  }
  return [...lines].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

const inverseRelation: Record<CrosswalkRelation, CrosswalkRelation> = {
  same: "same",
  reworded: "reworded",
  split: "joined",
  joined: "split",
  new: "dropped",
  dropped: "new",
};

/** The same crosswalk read from the newer version to the older one. */
export function inverseLines<L extends { from: string[]; to: string[]; relation: CrosswalkRelation }>(
  lines: readonly L[],
): L[] {
  return lines.map((each) => ({
    ...each,
    from: each.to,
    to: each.from,
    relation: inverseRelation[each.relation],
  }));
}
