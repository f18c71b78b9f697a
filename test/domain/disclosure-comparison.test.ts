import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedRemark } from "~/domain/changed-words";
import type { Crosswalk, CrosswalkRelation } from "~/domain/crosswalk";
import { answerChanges, compareDisclosures } from "~/domain/disclosure-comparison";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import { foldWidth, isSameMeaning, wordsInJapanese } from "~/domain/width";

const answer = (ref: string, value: AnswerValue = "yes", remark = "", question = `問い${ref}`) => ({
  ...{ ref, no: ref, question, answer: value, remark, cell: `MDS!C${ref}` },
});
type Answer = ReturnType<typeof answer>;
const side = (answers: Answer[], formVersion = "4.1") => ({
  form: `mds@${formVersion}`,
  formVersion,
  answers,
});
const crosswalk = (lines: [CrosswalkRelation, string[], string[]][]): Crosswalk => ({
  kind: "crosswalk",
  head: {
    id: "crosswalk",
    version: "1",
    title: "版間対応",
    issuer: "院内",
    issuedOn: null,
    source: "試験",
    licence: "試験",
    notice: "",
    replacedBy: null,
  },
  from: "mds@4.1",
  to: "mds@5.0",
  lines: lines.map(([relation, from, to], at) => ({
    ...{ id: `line-${at}`, relation, from, to, reason: "", basis: [] },
    ...{ confirmedBy: "だれか", confirmedOn: "2026-01-01" },
  })),
});

describe("width", () => {
  it.each([
    ["ＭＦＡ対応", "MFA対応", true],
    ["ﾊﾞｯｸｱｯﾌﾟ", "バックアップ", true],
    ["（予定）　あり", "(予定)あり", true],
    ["①を実施", "1を実施", false],
    ["Ⅳ類", "IV類", false],
    ["年１回", "年2回", false],
    ["対応\n済み", "対応済み", true],
    ["", "　", true],
  ])("「%s」 and 「%s」: same meaning %s", (a, b, isSame) => {
    expect(isSameMeaning(a, b)).toBe(isSame);
    expect(isSameMeaning(b, a)).toBe(isSame);
  });

  it("words together are the text, whatever the text; folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(
          wordsInJapanese(text)
            .map((each) => each.text)
            .join(""),
        ).toBe(text);
        expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
      }),
    );
  });
});

describe("remarks word by word", () => {
  const changed = (old: string, next: string) => {
    const { old: was, next: is } = changedRemark(old, next);
    const marked = (pieces: typeof was) => pieces.filter((each) => each.isChanged).map((each) => each.text);
    return [marked(was), marked(is)];
  };
  it("marks whole words, not single characters", () => {
    expect(changed("次の版で対応する予定", "来年の版で対応する予定")).toEqual([["次"], ["来年"]]);
    expect(changed("バックアップは毎日取得", "バックアップは毎週取得")).toEqual([["毎日"], ["毎週"]]);
  });
  it("a word in another width is the same word and keeps its own writing", () => {
    expect(changed("ＭＦＡは未対応", "MFAは対応")).toEqual([["未"], []]);
    const { old } = changedRemark("ＭＦＡは未対応", "MFAは対応");
    expect(old.map((each) => each.text).join("")).toBe("ＭＦＡは未対応");
  });
});

describe("within one version", () => {
  const only = (older: Answer, newer: Answer) => compareDisclosures(side([older]), side([newer]), []).rows[0];
  it.each([
    ["yes", "", "no", "", "answer"],
    ["no", "検討中", "yes", "対応済み", "answer"],
    ["no", "検討中", "no", "来年に対応", "remark"],
    ["no", "ＭＦＡ", "no", "MFA", "width"],
    ["no", "a b", "no", "ab", "width"],
    ["no", "検討中", "no", "検討中", "none"],
    ["blank", "", "unclear", "", "answer"],
  ] as const)("%s「%s」 → %s「%s」: %s", (was, oldRemark, is, nextRemark, change) => {
    const row = only(answer("1", was, oldRemark), answer("1", is, nextRemark));
    expect(row?.change).toBe(change);
    expect(row?.remark === null).toBe(isSameMeaning(oldRemark, nextRemark));
  });

  it("a question worded differently is told, a different width of it is not", () => {
    expect(only(answer("1"), answer("1", "yes", "", "別の問い"))?.isReworded).toBe(true);
    expect(only(answer("1", "yes", "", "問い１"), answer("1", "yes", "", "問い1"))?.isReworded).toBe(false);
  });

  it("new rows stand in their place, gone ones where they were", () => {
    const { rows, counts } = compareDisclosures(
      side(["1", "2", "3"].map((each) => answer(each))),
      side(["1", "3", "4"].map((each) => answer(each))),
      [],
    );
    expect(rows.map((each) => [each.newer[0]?.no ?? each.older[0]?.no, each.change])).toEqual([
      ["1", "none"],
      ["2", "gone"],
      ["3", "none"],
      ["4", "new"],
    ]);
    expect(counts).toMatchObject({ none: 2, gone: 1, new: 1 });
  });

  it("one version is one version, however its number is written, with or without a catalogue", () => {
    const [older, newer] = [answer("row:0"), answer("row:0", "no")].map((each) => ({ ...each, no: "1" }));
    const without = { form: null, answers: older ? [older] : [] };
    const found = compareDisclosures(
      { ...without, formVersion: "Ver.4.1" },
      { form: null, formVersion: "４．１", answers: newer ? [newer] : [] },
      [],
    );
    expect(found.rows.map((each) => each.change)).toEqual(["answer"]);
  });
});

describe("across versions", () => {
  const bridge = crosswalk([
    ["same", ["1"], ["1"]],
    ["reworded", ["2"], ["2"]],
    ["split", ["3"], ["3", "4"]],
    ["joined", ["5", "6"], ["5"]],
    ["dropped", ["7"], []],
    ["new", [], ["8"]],
  ]);
  const older = side(["1", "2", "3", "5", "6", "7", "9"].map((each) => answer(each, "no")));
  const newer = side(
    ["1", "2", "3", "4", "5", "8"].map((each) => answer(each)),
    "5.0",
  );

  it("each line of the crosswalk says what can be compared", () => {
    const { rows, crosswalk: used } = compareDisclosures(older, newer, [bridge]);
    expect(used).toBe("crosswalk@1");
    const shown = rows.map(({ older: was, newer: is, change, obstacle, isReworded }) => [
      was.map((each) => each.no).join(),
      is.map((each) => each.no).join(),
      change,
      obstacle ?? (isReworded ? "reworded" : ""),
    ]);
    expect(shown).toEqual([
      ["1", "1", "answer", ""],
      ["2", "2", "answer", "reworded"],
      ["3", "3,4", "not-comparable", "split"],
      ["5,6", "5", "not-comparable", "joined"],
      ["", "8", "new", ""],
      ["7", "", "gone", ""],
      ["9", "", "not-comparable", "not-in-form"],
    ]);
  });

  it("without a published crosswalk nothing is compared, and every row is still there", () => {
    const { rows, counts, crosswalk: used } = compareDisclosures(older, newer, []);
    expect(used).toBeNull();
    expect(counts["not-comparable"]).toBe(rows.length);
    expect(rows.map((each) => each.obstacle)).toEqual(rows.map(() => "no-crosswalk"));
    expect(rows).toHaveLength(older.answers.length + newer.answers.length);
  });

  it("the crosswalk is read backwards, too: a split becomes a joining", () => {
    const { rows } = compareDisclosures(newer, older, [bridge]);
    const obstacles = rows.flatMap((each) =>
      each.obstacle ? [`${each.newer[0]?.no} ${each.obstacle}`] : [],
    );
    expect(obstacles).toEqual(["3 joined", "5 split", "9 not-in-form"]);
  });
});

it("every answer of either side stands in exactly one row, and every row is counted once", () => {
  const refs = ["1", "2", "3", "4", "5"];
  const answers = fc.array(
    fc.record({
      ref: fc.constantFrom(...refs, "row:7"),
      value: fc.constantFrom(...answerValues),
      remark: fc.constantFrom("", "対応済み", "未対応"),
    }),
    { maxLength: 7 },
  );
  const lines = fc.constantFrom<[CrosswalkRelation, string[], string[]][]>(
    [
      ["same", ["1"], ["2"]],
      ["split", ["2"], ["3", "4"]],
      ["dropped", ["3"], []],
      ["new", [], ["1"]],
    ],
    [
      ["joined", ["1", "2"], ["5"]],
      ["reworded", ["4"], ["4"]],
    ],
    [],
  );
  fc.assert(
    fc.property(answers, answers, lines, fc.boolean(), (one, two, given, isOneVersion) => {
      const build = (list: typeof one) => list.map((each) => answer(each.ref, each.value, each.remark));
      const [was, is] = [build(one), build(two)];
      const { rows, counts } = compareDisclosures(
        side(was),
        side(is, isOneVersion ? "4.1" : "5.0"),
        given.length > 0 ? [crosswalk(given)] : [],
      );
      const placed = { older: rows.flatMap((each) => each.older), newer: rows.flatMap((each) => each.newer) };
      expect(new Set(placed.older)).toEqual(new Set(was));
      expect(placed.older).toHaveLength(was.length);
      expect(new Set(placed.newer)).toEqual(new Set(is));
      expect(placed.newer).toHaveLength(is.length);
      expect(answerChanges.reduce((sum, each) => sum + counts[each], 0)).toBe(rows.length);
    }),
  );
});
