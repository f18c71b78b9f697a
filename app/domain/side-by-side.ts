import type { AssessedAnswer } from "./assessment.ts";
import { carryAnswers } from "./carried-answer.ts";
import type { CatalogueItem } from "./catalogue-item.ts";
import { type Crosswalk, inverseLines } from "./crosswalk.ts";
import { type ChoiceBasis, type WeightKind, weightPoints } from "./procurement.ts";
import { catalogueRef } from "./provenance.ts";

/** Why a candidate's cell shows no answer; words in messages/. */
export const cellObstacles = [
  "no-disclosure",
  "no-form",
  "no-crosswalk",
  "split",
  "joined",
  "not-asked",
  "not-in-sheet",
  "twice",
] as const;
export type CellObstacle = (typeof cellObstacles)[number];

type Answer = Pick<AssessedAnswer, "ref" | "no" | "question" | "answer" | "remark" | "cell">;
/** One candidate with the disclosure it is compared by. */
export type SideCandidate = {
  candidateId: string;
  name: string;
  vendor: string;
  /** Null: nothing was disclosed on any version of this form. `form` null: nobody loaded its version. */
  disclosure: { id: string; form: string | null; formVersion: string; answers: readonly Answer[] } | null;
};
export type SideCell =
  /** `isToConfirm`: the question was reworded between the versions, so the answer counts as open. */
  | { kind: "answer"; answer: Answer; carriedFrom: string | null; isToConfirm: boolean }
  | { kind: "none"; why: CellObstacle };
export type SideRow = {
  key: string;
  no: string;
  section: string;
  text: string;
  weight: WeightKind;
  /** In the order of the candidates. */
  cells: SideCell[];
  isDifferent: boolean;
};
export type SideBySide = { form: string; rows: SideRow[]; totals: ChoiceBasis["candidates"] };

/**
 * 並べて比べる: every item of one form version with each candidate's answer to it. Answers to another version
 * come over a published crosswalk (either direction, one step); what it splits, joins or does not hold is a cell
 * that says why it cannot be compared. Rows that differ stand on top, then the order of the form.
 */
export function sideBySide(
  form: string,
  items: readonly CatalogueItem[],
  candidates: readonly SideCandidate[],
  crosswalks: readonly Crosswalk[],
  weights: Readonly<Record<string, WeightKind>>,
): SideBySide {
  const columns = candidates.map((each) => columnOf(form, each, crosswalks));
  const rows = items.map((item): SideRow => {
    const cells = columns.map((cellOf) => cellOf(item.key));
    return {
      key: item.key,
      no: item.no ?? "",
      section: item.section,
      text: item.text,
      weight: weights[item.key] ?? "normal",
      cells,
      isDifferent: isDifferent(cells),
    };
  });
  return {
    form,
    rows: [...rows.filter((each) => each.isDifferent), ...rows.filter((each) => !each.isDifferent)],
    totals: candidates.map((each, at) => totalOf(each, rows, at)),
  };
}

/** What a candidate says to an item of the form, by its key. */
function columnOf(
  form: string,
  { disclosure }: SideCandidate,
  crosswalks: readonly Crosswalk[],
): (key: string) => SideCell {
  const none = (why: CellObstacle) => (): SideCell => ({ kind: "none", why });
  if (disclosure === null) return none("no-disclosure");
  if (disclosure.form === null) return none("no-form");
  if (disclosure.form === form) {
    const cells = cellsOf(
      disclosure.answers.map((answer) => ({
        key: answer.ref,
        answer,
        carriedFrom: null,
        isToConfirm: false,
      })),
    );
    return (key) => cells.get(key) ?? { kind: "none", why: "not-in-sheet" };
  }
  const crosswalk = crosswalkTo(form, disclosure.form, crosswalks);
  if (crosswalk === null) return none("no-crosswalk");
  const { carried } = carryAnswers(crosswalk, disclosure.answers, disclosure.id);
  const cells = cellsOf(
    carried.map(({ key, given, isToConfirm }) => ({
      ...{ key, answer: given, carriedFrom: disclosure.formVersion, isToConfirm },
    })),
  );
  const whyOf = obstaclesOf(crosswalk);
  return (key) => cells.get(key) ?? { kind: "none", why: whyOf.get(key) ?? "not-in-sheet" };
}

type Found = { key: string; answer: Answer; carriedFrom: string | null; isToConfirm: boolean };

/** One cell an item; two answers to one item are shown as such, never one of them chosen. */
function cellsOf(found: readonly Found[]): Map<string, SideCell> {
  const cells = new Map<string, SideCell>();
  for (const { key, ...rest } of found)
    cells.set(key, cells.has(key) ? { kind: "none", why: "twice" } : { kind: "answer", ...rest });
  return cells;
}

function crosswalkTo(to: string, from: string, crosswalks: readonly Crosswalk[]): Crosswalk | null {
  const straight = crosswalks.find((each) => each.from === from && each.to === to);
  if (straight) return straight;
  const turned = crosswalks.find((each) => each.from === to && each.to === from);
  return turned ? { ...turned, from, to, lines: inverseLines(turned.lines) } : null;
}

function obstaclesOf({ lines }: Crosswalk): Map<string, CellObstacle> {
  return new Map(
    lines.flatMap(({ relation, to }) =>
      to.flatMap((key): [string, CellObstacle][] => {
        if (relation === "split" || relation === "joined") return [[key, relation]];
        return relation === "new" ? [[key, "not-asked"]] : [];
      }),
    ),
  );
}

/** Different: two candidates answer differently, or one cannot be compared while another answers. */
/** Why a candidate shows no answer in any row: there is nothing of it to differ from. */
const wholeColumn: readonly CellObstacle[] = ["no-disclosure", "no-form", "no-crosswalk"];

/** The candidates that can be laid on this form say different things; one that cannot is left aside. */
function isDifferent(cells: readonly SideCell[]): boolean {
  const said = cells.flatMap((each) => {
    if (each.kind === "answer") return [`${each.answer.answer} ${each.isToConfirm}`];
    return wholeColumn.includes(each.why) ? [] : ["none"];
  });
  return new Set(said).size > 1;
}

/** Every row of the form is in exactly one of the five counts; points leave out what has no weight. */
function totalOf(
  { candidateId, name, vendor, disclosure }: SideCandidate,
  rows: readonly SideRow[],
  at: number,
): ChoiceBasis["candidates"][number] {
  const counts = { yes: 0, no: 0, notApplicable: 0, open: 0, notComparable: 0 };
  const points = { reached: 0, possible: 0 };
  const mustOpen: string[] = [];
  for (const row of rows) {
    const count = countOf(row.cells[at]);
    counts[count] += 1;
    // why 対象外 asks for nothing: an item that does not concern the product can be reached by nobody.
    if (count !== "notApplicable") points.possible += weightPoints[row.weight];
    if (count === "yes") points.reached += weightPoints[row.weight];
    if (row.weight === "must" && count !== "yes" && count !== "notApplicable")
      mustOpen.push(row.no || row.text);
  }
  return { candidateId, name, vendor, disclosureId: disclosure?.id ?? null, counts, points, mustOpen };
}

function countOf(cell: SideCell | undefined): keyof ChoiceBasis["candidates"][number]["counts"] {
  if (cell === undefined || cell.kind === "none") return "notComparable";
  if (cell.isToConfirm) return "open";
  switch (cell.answer.answer) {
    case "yes":
      return "yes";
    case "no":
      return "no";
    case "not-applicable":
      return "notApplicable";
    default:
      return "open";
  }
}

/**
 * Form versions the candidates can be laid on: those they disclosed on, the one that most of them reach first
 * (without a crosswalk or over one), of equals the one published later.
 * @param published refs of the form versions in order of publishing
 */
export function formsToCompareOn(
  candidates: readonly SideCandidate[],
  crosswalks: readonly Crosswalk[],
  published: readonly string[],
): string[] {
  const used = [...new Set(candidates.flatMap((each) => each.disclosure?.form ?? []))];
  const reach = (form: string) =>
    candidates.filter(({ disclosure }) => {
      if (!disclosure?.form) return false;
      return disclosure.form === form || crosswalkTo(form, disclosure.form, crosswalks) !== null;
    }).length;
  return used.sort((a, b) => reach(b) - reach(a) || published.indexOf(b) - published.indexOf(a));
}

/** The crosswalks a comparison rests on, as `id@version`. */
export function crosswalksUsed(
  form: string,
  candidates: readonly SideCandidate[],
  crosswalks: readonly Crosswalk[],
): string[] {
  const used = candidates.flatMap(({ disclosure }) => {
    const from = disclosure?.form ?? form;
    const found = from === form ? null : crosswalkTo(form, from, crosswalks);
    return found ? [catalogueRef(found.head)] : [];
  });
  return [...new Set(used)];
}
