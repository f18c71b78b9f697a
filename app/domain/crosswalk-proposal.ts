import type { CatalogueItem } from "./catalogue-item.ts";
import type { CrosswalkBasis, CrosswalkDraftLine, CrosswalkRelation } from "./crosswalk.ts";
import { heldIn, joinPairs, type LetterPairs, letterPairs, likeness, wordingEssence } from "./wording.ts";

/**
 * 版間対応の案: what numbers, clauses and wording suggest. Nothing is decided here: every line waits for a
 * person, and an item nothing speaks for is proposed as dropped or new, never left out.
 */

/** Under one number, wording this alike is the same question reworded. */
const LIKE_UNDER_ONE_NUMBER = 0.5;
/** A shared clause beside the number lowers that. */
const LIKE_WITH_CLAUSE = 0.3;
/** Without the number, wording must be this alike. */
const LIKE_ELSEWHERE = 0.6;
/** A part stands in the whole this far, and the parts together make up this much of it. */
const PART_HELD = 0.75;
const WHOLE_MADE_UP = 0.7;
/** From here on two wordings are one question and not a part of it. */
const NEARLY_EQUAL = 0.9;
const SHORTEST_PART = 5;
const MOST_PARTS = 6;

type Side = "from" | "to";
type Compared = CatalogueItem & { essence: string; pairs: LetterPairs };
type Pool = { from: Compared[]; to: Compared[]; lines: CrosswalkDraftLine[] };

/** Proposes one line for every item of both versions; each item stands in exactly one (property test). */
export function proposeCrosswalk(
  from: readonly CatalogueItem[],
  to: readonly CatalogueItem[],
): CrosswalkDraftLine[] {
  const pool: Pool = { from: from.map(compared), to: to.map(compared), lines: [] };
  pairEqualWording(pool);
  gatherParts(pool, "from");
  gatherParts(pool, "to");
  pairEqualNumbers(pool);
  pairAlikeWording(pool);
  for (const each of [...pool.from]) take(pool, "dropped", [each], []);
  for (const each of [...pool.to]) take(pool, "new", [], [each]);
  return pool.lines;
}

function compared(item: CatalogueItem): Compared {
  return { ...item, essence: wordingEssence(item.text), pairs: letterPairs(item.text) };
}

function take(pool: Pool, relation: CrosswalkRelation, from: Compared[], to: Compared[]): void {
  pool.from = pool.from.filter((each) => !from.includes(each));
  pool.to = pool.to.filter((each) => !to.includes(each));
  pool.lines.push({
    id: `line-${pool.lines.length + 1}`,
    from: from.map((each) => each.key),
    to: to.map((each) => each.key),
    relation,
    reason: "",
    basis: basisBetween(from, to),
    confirmedBy: null,
    confirmedOn: null,
  });
}

/** Wordings that occur once on each side; repeated ones only where their numbers tell them apart. */
function pairEqualWording(pool: Pool): void {
  const [left, right] = [byEssence(pool.from), byEssence(pool.to)];
  for (const [essence, ours] of left) {
    const theirs = right.get(essence);
    if (essence === "" || !theirs) continue;
    if (ours.length === 1 && theirs.length === 1) {
      take(pool, "same", ours, theirs);
      continue;
    }
    for (const one of ours) {
      const twins = theirs.filter((each) => each.no !== null && each.no === one.no);
      const isOnly = ours.filter((each) => each.no === one.no).length === 1;
      if (isOnly && twins.length === 1) take(pool, "same", [one], twins);
    }
  }
}

function byEssence(items: readonly Compared[]): Map<string, Compared[]> {
  const groups = new Map<string, Compared[]>();
  for (const each of items) groups.set(each.essence, [...(groups.get(each.essence) ?? []), each]);
  return groups;
}

/** An item of `side` whose wording is made up of several items of the other: split, or joined the other way. */
function gatherParts(pool: Pool, side: Side): void {
  const other = side === "from" ? "to" : "from";
  for (const whole of [...pool[side]]) {
    const parts = pool[other].filter(
      (each) => each.pairs.size >= SHORTEST_PART && heldIn(each.pairs, whole.pairs) >= PART_HELD,
    );
    const isPair = parts.some((each) => likeness(each.pairs, whole.pairs) >= NEARLY_EQUAL);
    if (isPair || parts.length < 2 || parts.length > MOST_PARTS) continue;
    if (heldIn(whole.pairs, joinPairs(parts.map((each) => each.pairs))) < WHOLE_MADE_UP) continue;
    if (side === "from") take(pool, "split", [whole], parts);
    else take(pool, "joined", parts, [whole]);
  }
}

/** Numbers that occur once on each side, when the wording (or wording and clause) does not speak against it. */
function pairEqualNumbers(pool: Pool): void {
  for (const one of [...pool.from]) {
    if (one.no === null) continue;
    const ours = pool.from.filter((each) => each.no === one.no);
    const theirs = pool.to.filter((each) => each.no === one.no);
    const [other] = theirs;
    if (ours.length !== 1 || theirs.length !== 1 || !other) continue;
    const needed = sharesClause(one, other) ? LIKE_WITH_CLAUSE : LIKE_UNDER_ONE_NUMBER;
    if (likeness(one.pairs, other.pairs) >= needed) take(pool, "reworded", [one], [other]);
  }
}

/** What is left, most alike first; of two equally alike the one that stands earlier. */
function pairAlikeWording(pool: Pool): void {
  const candidates = pool.from.flatMap((one) =>
    pool.to.map((other) => ({ one, other, alike: likeness(one.pairs, other.pairs) })),
  );
  candidates.sort((a, b) => b.alike - a.alike);
  for (const { one, other, alike } of candidates) {
    if (alike < LIKE_ELSEWHERE) return;
    if (!pool.from.includes(one) || !pool.to.includes(other)) continue;
    take(pool, one.essence === other.essence ? "same" : "reworded", [one], [other]);
  }
}

function sharesClause(a: CatalogueItem, b: CatalogueItem): boolean {
  return a.clauses.some((each) => b.clauses.includes(each));
}

/** What speaks for these items belonging together; nothing for an item alone. */
export function basisBetween(from: readonly CatalogueItem[], to: readonly CatalogueItem[]): CrosswalkBasis[] {
  if (from.length === 0 || to.length === 0) return [];
  const pairs = from.flatMap((one) => to.map((other) => [one, other] as const));
  const isPair = pairs.length === 1;
  const basis: CrosswalkBasis[] = [];
  if (pairs.every(([a, b]) => isOneNumber(a.no, b.no, isPair))) basis.push("number");
  if (pairs.every(([a, b]) => sharesClause(a, b))) basis.push("clause");
  if (pairs.every(([a, b]) => isLike(a, b, isPair))) basis.push("wording");
  return basis;
}

/** Equal numbers; for parts of a whole also a number and one below it (4.1 and 4.1.2). */
function isOneNumber(a: string | null, b: string | null, isPair: boolean): boolean {
  if (a === null || b === null) return false;
  return a === b || (!isPair && (a.startsWith(`${b}.`) || b.startsWith(`${a}.`)));
}

function isLike(a: CatalogueItem, b: CatalogueItem, isPair: boolean): boolean {
  const [one, other] = [letterPairs(a.text), letterPairs(b.text)];
  if (isPair) return likeness(one, other) >= LIKE_UNDER_ONE_NUMBER;
  return Math.max(heldIn(one, other), heldIn(other, one)) >= PART_HELD;
}

/**
 * True for a line that can be confirmed together with others like it: proposed as the same, with the same
 * number and the same wording (but for width, spaces and marks). Anything else is looked at one by one.
 */
export function isCertain(
  line: Pick<CrosswalkDraftLine, "relation" | "from" | "to">,
  from: readonly CatalogueItem[],
  to: readonly CatalogueItem[],
): boolean {
  const [[one], [other]] = [from, to];
  if (line.relation !== "same" || !one || !other || from.length > 1 || to.length > 1) return false;
  const essence = wordingEssence(one.text);
  return one.no !== null && one.no === other.no && essence !== "" && essence === wordingEssence(other.text);
}
