import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Crosswalk, CrosswalkRelation } from "~/domain/crosswalk";
import { readProcurement, type WeightKind, weightKinds } from "~/domain/procurement";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import { cellObstacles, formsToCompareOn, type SideCandidate, sideBySide } from "~/domain/side-by-side";

const [OLD, NEW] = ["mds@4.1", "mds@5.0"];
const item = (key: string) => ({ key, no: key, section: "", text: `問い${key}`, clauses: [] });
const items = ["1", "2", "3", "4", "5"].map(item);
const answer = (ref: string, value: AnswerValue) => ({
  ...{ ref, no: ref, question: `問い${ref}`, answer: value, remark: "", cell: `MDS!C${ref}` },
});
const candidate = (
  name: string,
  answers: Record<string, AnswerValue> | null,
  form: string | null = NEW,
): SideCandidate => ({
  candidateId: name,
  name,
  vendor: `${name}社`,
  disclosure: answers && {
    id: `d-${name}`,
    form,
    formVersion: form?.split("@")[1] ?? "?",
    answers: Object.entries(answers).map(([ref, value]) => answer(ref, value)),
  },
});
const bridge: Crosswalk = {
  kind: "crosswalk",
  head: {
    id: "bridge",
    version: "1",
    title: "版間対応",
    issuer: "院内",
    issuedOn: null,
    source: "試験",
    licence: "試験",
    notice: "",
    replacedBy: null,
  },
  from: OLD,
  to: NEW,
  lines: (
    [
      ["same", ["a"], ["1"]],
      ["reworded", ["b"], ["2"]],
      ["split", ["c"], ["3", "4"]],
      ["new", [], ["5"]],
      ["dropped", ["e"], []],
    ] satisfies [CrosswalkRelation, string[], string[]][]
  ).map(([relation, from, to], at) => ({
    ...{ id: `line-${at}`, relation, from, to, reason: "", basis: [] },
    ...{ confirmedBy: "だれか", confirmedOn: "2026-01-01" },
  })),
};
const allYes = Object.fromEntries(items.map(({ key }) => [key, "yes" as const]));
const lay = (
  candidates: SideCandidate[],
  weights: Record<string, WeightKind> = {},
  crosswalks: Crosswalk[] = [bridge],
) => sideBySide(NEW, items, candidates, crosswalks, weights);

describe("what a cell shows", () => {
  const older = candidate("古い版", { a: "yes", b: "yes", c: "yes", e: "no" }, OLD);
  it("an older version comes over the crosswalk; what it cannot carry says why", () => {
    const { rows } = lay([candidate("今の版", allYes), older]);
    const said = new Map(
      rows.map(({ key, cells: [, cell] }) => [
        key,
        cell?.kind === "answer" ? `${cell.answer.no} ${cell.carriedFrom} ${cell.isToConfirm}` : cell?.why,
      ]),
    );
    expect(Object.fromEntries(said)).toEqual({
      1: "a 4.1 false",
      2: "b 4.1 true",
      3: "split",
      4: "split",
      5: "not-asked",
    });
  });

  it.each([
    ["no-disclosure", candidate("x", null)],
    ["no-form", candidate("x", { "1": "yes" }, null)],
    ["no-crosswalk", candidate("x", { "1": "yes" }, "sds@1")],
    ["not-in-sheet", candidate("x", {})],
  ] as const)("%s", (why, given) => {
    const { rows } = lay([given]);
    expect(rows.every(({ cells: [cell] }) => cell?.kind === "none" && cell.why === why)).toBe(true);
  });

  it("two answers to one item are shown as two, none is chosen", () => {
    const twice = candidate("x", null);
    twice.disclosure = {
      id: "d",
      form: NEW,
      formVersion: "5.0",
      answers: [answer("1", "yes"), answer("1", "no")],
    };
    expect(lay([twice]).rows[0]?.cells[0]).toEqual({ kind: "none", why: "twice" });
  });

  it("the crosswalk is read backwards too, for a newer answer on the older form", () => {
    const back = sideBySide(OLD, ["a", "b", "c"].map(item), [candidate("x", allYes)], [bridge], {});
    expect(
      back.rows.map(({ key, cells: [cell] }) => [key, cell?.kind === "none" ? cell.why : "answer"]),
    ).toEqual([
      ["a", "answer"],
      ["b", "answer"],
      ["c", "joined"],
    ]);
  });
});

describe("rows and counts", () => {
  it("rows that differ stand on top, each group in the order of the form", () => {
    const { rows } = lay([candidate("x", allYes), candidate("y", { ...allYes, "2": "no", "4": "blank" })]);
    expect(rows.map((each) => [each.key, each.isDifferent])).toEqual([
      ["2", true],
      ["4", true],
      ["1", false],
      ["3", false],
      ["5", false],
    ]);
  });

  it.each([
    candidate("z", null),
    candidate("z", { "1": "yes" }, null),
    candidate("z", { "1": "yes" }, "sds@1"),
  ])("a candidate that shows nothing at all makes no row differ, one that lacks a row does", (nothing) => {
    const pair = [candidate("x", allYes), candidate("y", { ...allYes, "2": "no" })];
    const different = (all: SideCandidate[]) => lay(all).rows.filter((each) => each.isDifferent);
    expect(different([...pair, nothing]).map((each) => each.key)).toEqual(["2"]);
    expect(different([candidate("x", allYes), nothing])).toEqual([]);
    const { "3": _left, ...rest } = allYes;
    expect(different([candidate("x", allYes), candidate("y", rest)]).map((each) => each.key)).toEqual(["3"]);
  });

  it("weights add up with their parts: 対象外 asks for nothing, `out` counts nowhere", () => {
    const said = { "1": "yes", "2": "no", "3": "not-applicable", "4": "yes", "5": "blank" } as const;
    const { totals } = lay([candidate("x", said)], {
      "1": "must",
      "2": "must",
      "3": "must",
      "4": "out",
      "5": "high",
    });
    expect(totals[0]).toMatchObject({
      counts: { yes: 2, no: 1, notApplicable: 1, open: 1, notComparable: 0 },
      points: { reached: 3, possible: 3 + 3 + 2 },
      mustOpen: ["2"],
    });
  });

  it("an answer to a reworded question counts as open until somebody confirms it", () => {
    const { totals } = lay([candidate("x", { a: "yes", b: "yes" }, OLD)], { "2": "must" });
    expect(totals[0]).toMatchObject({ counts: { yes: 1, open: 1, notComparable: 3 }, mustOpen: ["2"] });
  });

  it("every row is in exactly one count of every candidate, and every row of the form is there", () => {
    const answers = fc.dictionary(
      fc.constantFrom("1", "2", "3", "4", "5", "a", "b", "c"),
      fc.constantFrom(...answerValues),
    );
    const candidates = fc.array(
      fc.record({ answers: fc.option(answers), form: fc.constantFrom(OLD, NEW, "sds@1", null) }),
      { maxLength: 10 },
    );
    const weights = fc.dictionary(fc.constantFrom("1", "2", "3"), fc.constantFrom(...weightKinds));
    fc.assert(
      fc.property(candidates, weights, (given, set) => {
        const all = given.map((each, at) => candidate(`c${at}`, each.answers, each.form));
        const { rows, totals } = lay(all, set);
        expect(rows.map((each) => each.key).sort()).toEqual(items.map((each) => each.key));
        for (const { counts, points } of totals) {
          expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(items.length);
          expect(points.reached).toBeLessThanOrEqual(points.possible);
        }
        for (const cell of rows.flatMap((each) => each.cells))
          if (cell.kind === "none") expect(cellObstacles).toContain(cell.why);
      }),
    );
  });
});

it("the form most candidates reach is first, of equals the one published later", () => {
  const [x, y] = [candidate("x", allYes), candidate("y", { a: "yes" }, OLD)];
  const other = candidate("z", { q: "yes" }, "sds@1");
  expect(formsToCompareOn([x, y, other], [bridge], [OLD, NEW, "sds@1"])).toEqual([NEW, OLD, "sds@1"]);
  expect(formsToCompareOn([x, y, other], [], [OLD, NEW, "sds@1"])).toEqual(["sds@1", NEW, OLD]);
  expect(formsToCompareOn([candidate("n", null)], [bridge], [OLD])).toEqual([]);
});

it.each([
  [{ title: " ", purpose: "", wantedBy: "" }, ["field-required@title"]],
  [{ title: "更改", purpose: "", wantedBy: "2026-02-30" }, ["field-not-a-day@wantedBy"]],
  [
    { title: "あ".repeat(201), purpose: "い".repeat(2001), wantedBy: "" },
    ["field-too-long@title", "field-too-long@purpose"],
  ],
  [{ title: " 更改 ", purpose: "", wantedBy: "" }, []],
])("a case as typed %#", (raw, problems) => {
  const read = readProcurement(raw);
  expect(read.problems.map((each) => `${each.code}@${each.at}`)).toEqual(problems);
  if (problems.length === 0) expect(read.facts).toEqual({ title: "更改", purpose: "", wantedBy: null });
});
