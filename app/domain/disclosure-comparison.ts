import type { AssessedAnswer } from "./assessment.ts";
import { changedRemark, type Piece } from "./changed-words.ts";
import { type Crosswalk, type CrosswalkLine, inverseLines } from "./crosswalk.ts";
import { isUnjoined } from "./disclosure.ts";
import { joinAnswers } from "./join-answers.ts";
import { catalogueRef } from "./provenance.ts";
import { plainFormVersion } from "./questionnaire.ts";
import { isSameMeaning } from "./width.ts";

/** What became of an answer between two disclosures of a series. */
export const answerChanges = ["answer", "remark", "new", "gone", "not-comparable", "width", "none"] as const;
export type AnswerChange = (typeof answerChanges)[number];

/** Why two rows cannot be compared; words in messages/. */
export const comparisonObstacles = ["split", "joined", "no-crosswalk", "not-in-form", "twice"] as const;
export type ComparisonObstacle = (typeof comparisonObstacles)[number];

type Answer = Pick<AssessedAnswer, "ref" | "no" | "question" | "answer" | "remark" | "cell">;
export type ComparedRow = {
  change: AnswerChange;
  obstacle: ComparisonObstacle | null;
  /** The question is worded differently on the two sides: the same mark may answer something else. */
  isReworded: boolean;
  older: Answer[];
  newer: Answer[];
  /** The remarks word by word where they differ in more than width. */
  remark: { old: Piece[]; next: Piece[] } | null;
};
export type DisclosureComparison = {
  rows: ComparedRow[];
  counts: Record<AnswerChange, number>;
  /** `id@version` of the crosswalk that led from one form version to the other; null within one version. */
  crosswalk: string | null;
};
type Side = { form: string | null; formVersion: string; answers: readonly Answer[] };

/**
 * Two disclosures of one series: every answer of either side stands in exactly one row (property test), in the
 * order of the newer one. Within a form version rows are joined as a disclosure is joined to its form; between
 * versions only a published crosswalk joins them, and what it splits, joins or does not hold is said to be
 * incomparable.
 * @param crosswalks the published ones; read in either direction, never over more than one step
 */
export function compareDisclosures(
  older: Side,
  newer: Side,
  crosswalks: readonly Crosswalk[],
): DisclosureComparison {
  if (
    plainFormVersion(older.formVersion) === plainFormVersion(newer.formVersion) ||
    (older.form !== null && older.form === newer.form)
  )
    return counted(withinVersion(older.answers, newer.answers), null);
  const bridge = bridgeBetween(older.form, newer.form, crosswalks);
  if (bridge === null) {
    const apart = (side: "older" | "newer") => (each: Answer) => rowOf({ [side]: [each] }, "no-crosswalk");
    return counted([...newer.answers.map(apart("newer")), ...older.answers.map(apart("older"))], null);
  }
  return counted(overCrosswalk(older.answers, newer.answers, bridge.lines), bridge.ref);
}

function counted(rows: ComparedRow[], crosswalk: string | null): DisclosureComparison {
  const count = (change: AnswerChange) => rows.filter((each) => each.change === change).length;
  return {
    rows,
    counts: {
      answer: count("answer"),
      remark: count("remark"),
      new: count("new"),
      gone: count("gone"),
      "not-comparable": count("not-comparable"),
      width: count("width"),
      none: count("none"),
    },
    crosswalk,
  };
}

function withinVersion(older: readonly Answer[], newer: readonly Answer[]): ComparedRow[] {
  const [byRef, pairs] = [onceByRef(older), new Map<Answer, Answer>()];
  for (const [ref, each] of onceByRef(newer)) {
    const was = byRef.get(ref);
    if (was) pairs.set(each, was);
  }
  const taken = new Set(pairs.values());
  const [left, rest] = [newer.filter((each) => !pairs.has(each)), older.filter((each) => !taken.has(each))];
  joinAnswers(left, rest).forEach((place, at) => {
    const [is, was] = [left[at], place === null ? undefined : rest[place]];
    if (is && was) pairs.set(is, was);
  });
  return inOrderOfNewer(older, newer, pairs);
}

/** Answers by the item they were joined to; an item that two rows claim is claimed by none. */
function onceByRef(answers: readonly Answer[]): Map<string, Answer> {
  const joined = answers.filter((each) => !isUnjoined(each));
  const times = new Map<string, number>();
  for (const { ref } of joined) times.set(ref, (times.get(ref) ?? 0) + 1);
  return new Map(joined.filter(({ ref }) => times.get(ref) === 1).map((each) => [each.ref, each]));
}

/** Rows in the order of the newer side; what only the older one has stands behind the row it followed there. */
function inOrderOfNewer(
  older: readonly Answer[],
  newer: readonly Answer[],
  pairs: ReadonlyMap<Answer, Answer>,
): ComparedRow[] {
  const rows = newer.map((each) => {
    const was = pairs.get(each);
    return rowOf({ older: was ? [was] : [], newer: [each] }, null);
  });
  const placed = new Set(pairs.values());
  for (const [at, gone] of older.entries()) {
    if (placed.has(gone)) continue;
    const before = older[at - 1];
    const place = before ? rows.findIndex((each) => each.older.includes(before)) : -1;
    rows.splice(place + 1, 0, rowOf({ older: [gone] }, null));
  }
  return rows;
}

type Line = Pick<CrosswalkLine, "from" | "to" | "relation">;

function bridgeBetween(
  from: string | null,
  to: string | null,
  crosswalks: readonly Crosswalk[],
): { lines: readonly Line[]; ref: string } | null {
  const straight = crosswalks.find((each) => each.from === from && each.to === to);
  if (straight) return { lines: straight.lines, ref: catalogueRef(straight.head) };
  const turned = crosswalks.find((each) => each.from === to && each.to === from);
  return turned ? { lines: inverseLines(turned.lines), ref: catalogueRef(turned.head) } : null;
}

/** One row a line that either side answers; what no line holds stands for itself. */
function overCrosswalk(
  older: readonly Answer[],
  newer: readonly Answer[],
  lines: readonly Line[],
): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const placed = new Set<Answer>();
  const answersTo = (list: readonly Answer[], keys: readonly string[]) =>
    list.filter((each) => keys.includes(each.ref));
  const lineOfNewer = new Map(lines.flatMap((line) => line.to.map((key) => [key, line] as const)));
  const place = (row: ComparedRow) => {
    rows.push(row);
    for (const each of [...row.older, ...row.newer]) placed.add(each);
  };
  const placeLine = (line: Line) =>
    place(rowOfLine(line, answersTo(older, line.from), answersTo(newer, line.to)));
  for (const each of newer) {
    if (placed.has(each)) continue;
    const line = lineOfNewer.get(each.ref);
    if (line) placeLine(line);
    else place(rowOf({ newer: [each] }, "not-in-form"));
  }
  for (const line of lines) {
    const was = answersTo(older, line.from);
    if (was.length > 0 && !was.some((each) => placed.has(each))) placeLine(line);
  }
  for (const each of older) if (!placed.has(each)) place(rowOf({ older: [each] }, "not-in-form"));
  return rows;
}

function rowOfLine({ relation }: Line, older: Answer[], newer: Answer[]): ComparedRow {
  const isTwice = older.length > 1 || newer.length > 1;
  switch (relation) {
    case "split":
    case "joined":
      return rowOf({ older, newer }, relation);
    case "same":
      return rowOf({ older, newer }, isTwice ? "twice" : null);
    case "reworded":
      return { ...rowOf({ older, newer }, isTwice ? "twice" : null), isReworded: true };
    case "new":
    case "dropped":
      return rowOf({ older, newer }, isTwice ? "twice" : null);
  }
}

function rowOf(
  given: { older?: Answer[]; newer?: Answer[] },
  obstacle: ComparisonObstacle | null,
): ComparedRow {
  const { older = [], newer = [] } = given;
  const [was, is] = [older[0], newer[0]];
  const row = { obstacle, isReworded: false, older, newer, remark: null };
  if (obstacle !== null) return { ...row, change: "not-comparable" };
  if (!was || !is) return { ...row, change: is ? "new" : "gone" };
  const isSame = isSameMeaning(was.remark, is.remark);
  const change =
    was.answer !== is.answer ? "answer" : !isSame ? "remark" : was.remark === is.remark ? "none" : "width";
  return {
    ...row,
    change,
    isReworded: !isSameMeaning(was.question, is.question),
    remark: isSame ? null : changedRemark(was.remark, is.remark),
  };
}
