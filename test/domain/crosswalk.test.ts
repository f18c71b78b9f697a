import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryAnswers } from "~/domain/carried-answer";
import type { CatalogueItem } from "~/domain/catalogue-item";
import {
  type Crosswalk,
  type CrosswalkDraftLine,
  checkCrosswalk,
  crosswalkRelations,
  editLine,
  fitsRelation,
  inReadingOrder,
  inverseLines,
} from "~/domain/crosswalk";
import { basisBetween, isCertain, proposeCrosswalk } from "~/domain/crosswalk-proposal";

const item = (key: string, no: string | null, text: string, clauses: string[] = []): CatalogueItem => ({
  key,
  no,
  section: "",
  text,
  clauses,
});

/** Invented wordings, close enough to one another to be confused. */
const texts = fc.constantFrom(
  "利用者を識別していますか",
  "利用者を識別し、認証していますか",
  "認証していますか",
  "操作の記録を残していますか",
  "操作の記録を残し、点検できますか",
  "点検できますか",
  "",
);
const edition = fc.array(
  fc.tuple(
    fc.constantFrom("1", "1.1", "2", "2.1", "3", null),
    texts,
    fc.constantFrom([], ["6.5 C.13"], ["システム運用編 14⑤"]),
  ),
  { maxLength: 12 },
);
const items = (side: string, rows: [string | null, string, readonly string[]][]) =>
  rows.map(([no, text, clauses], at) => item(`${side}:${at}`, no, text, [...clauses]));
const keysOf = (list: readonly CatalogueItem[]) => list.map((each) => each.key);
const confirmed = (lines: readonly CrosswalkDraftLine[]): Crosswalk["lines"] =>
  lines.map((each) => ({ ...each, confirmedBy: "森川 樹", confirmedOn: "2026-11-22" }));
const crosswalk = (lines: readonly CrosswalkDraftLine[]): Crosswalk => ({
  kind: "crosswalk",
  head: {
    id: "test-walk",
    version: "1",
    title: "試験",
    issuer: "院内",
    issuedOn: null,
    source: "試験",
    licence: "試験",
    notice: "",
    replacedBy: null,
  },
  from: "test@1",
  to: "test@2",
  lines: confirmed(lines),
});

describe("proposeCrosswalk", () => {
  it("puts every item of both versions into exactly one line, whatever they say", () => {
    fc.assert(
      fc.property(edition, edition, (a, b) => {
        const [from, to] = [items("a", a), items("b", b)];
        const lines = proposeCrosswalk(from, to);
        expect(lines.flatMap((each) => each.from).sort()).toEqual(keysOf(from).sort());
        expect(lines.flatMap((each) => each.to).sort()).toEqual(keysOf(to).sort());
        const problems = checkCrosswalk(lines, { from: keysOf(from), to: keysOf(to) });
        expect(problems.map((each) => each.code)).toEqual(
          lines.length === 0 ? [] : ["crosswalk-unconfirmed"],
        );
        expect(lines.every((each) => each.confirmedBy === null)).toBe(true);
      }),
    );
  });

  it("calls one wording the same wherever it moved, but only certain under its number", () => {
    const from = [item("a", "4.1", "利用者を識別していますか。")];
    const to = [item("b", "5.2", "利用者を識別していますか"), item("c", "4.1", "別のことを尋ねる設問ですか")];
    const lines = proposeCrosswalk(from, to);
    expect(lines.map(({ relation, to: keys }) => [relation, keys])).toEqual([
      ["same", ["b"]],
      ["new", ["c"]],
    ]);
    expect(isCertain({ relation: "same", from: ["a"], to: ["b"] }, from, to.slice(0, 1))).toBe(false);
    expect(
      isCertain({ relation: "same", from: ["a"], to: ["b"] }, from, [
        item("b", "4.1", "利用者を識別していますか"),
      ]),
    ).toBe(true);
  });

  it("does not join one number with another wording", () => {
    const lines = proposeCrosswalk(
      [item("a", "4.1", "利用者を識別していますか")],
      [item("b", "4.1", "保守の契約書を示せますか")],
    );
    expect(lines.map((each) => each.relation)).toEqual(["dropped", "new"]);
  });

  it("finds a question that was split and one that was joined", () => {
    const whole = "操作の記録を残し、記録を定期に点検できますか";
    const parts = ["操作の記録を残しますか", "記録を定期に点検できますか"];
    const one = [item("w", "6.1", whole)];
    const two = parts.map((text, at) => item(`p${at}`, `6.1.${at + 1}`, text));
    expect(proposeCrosswalk(one, two)).toMatchObject([
      { relation: "split", from: ["w"], to: ["p0", "p1"], basis: ["number", "wording"] },
    ]);
    expect(proposeCrosswalk(two, one)).toMatchObject([{ relation: "joined", from: ["p0", "p1"], to: ["w"] }]);
  });

  it("leaves repeated wordings to their numbers and never guesses between them", () => {
    const from = [item("a", "1", "はい"), item("b", "2", "はい")];
    const to = [item("c", "2", "はい"), item("d", "9", "はい")];
    const lines = proposeCrosswalk(from, to);
    expect(lines.find((each) => each.from[0] === "b")).toMatchObject({ relation: "same", to: ["c"] });
  });
});

describe("editLine", () => {
  const basis = () => [];
  it("keeps the partition and makes every touched line wait for a person again", () => {
    const choice = fc.record({
      relation: fc.constantFrom(...crosswalkRelations),
      line: fc.nat(),
      from: fc.array(fc.nat(), { maxLength: 3 }),
      to: fc.array(fc.nat(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(edition, edition, fc.array(choice, { maxLength: 6 }), (a, b, edits) => {
        const [from, to] = [items("a", a), items("b", b)];
        const keys = { from: keysOf(from), to: keysOf(to) };
        let lines: CrosswalkDraftLine[] = confirmed(proposeCrosswalk(from, to));
        for (const edit of edits) {
          const line = lines[edit.line % Math.max(1, lines.length)];
          if (!line) return;
          const chosen = (side: "from" | "to") =>
            edit[side].flatMap((at) => keys[side][at % Math.max(1, keys[side].length)] ?? []);
          const before = lines;
          const edited = editLine(
            lines,
            { id: line.id, relation: edit.relation, from: chosen("from"), to: chosen("to"), reason: "" },
            basis,
          );
          if (!edited.ok) continue;
          lines = edited.value;
          const codes = checkCrosswalk(lines, keys).map((each) => each.code);
          expect(codes).toEqual(["crosswalk-unconfirmed"]);
          expect(new Set(lines.map((each) => each.id)).size).toBe(lines.length);
          for (const each of lines.filter((one) => one.confirmedBy !== null))
            expect(before).toContainEqual(each);
        }
      }),
    );
  });

  it("takes a pair apart into dropped and new", () => {
    const lines = proposeCrosswalk(
      [item("a", "1", "利用者を識別していますか")],
      [item("b", "1", "利用者を識別していますか")],
    );
    const edited = editLine(
      lines,
      { id: "line-1", relation: "dropped", from: ["a"], to: ["b"], reason: "別物" },
      basis,
    );
    expect(edited).toMatchObject({
      ok: true,
      value: [
        { relation: "dropped", from: ["a"], to: [], reason: "別物" },
        { relation: "new", from: [], to: ["b"] },
      ],
    });
  });

  it("refuses a relation its items do not fit", () => {
    const lines = proposeCrosswalk([item("a", "1", "利用者を識別していますか")], []);
    const edited = editLine(
      lines,
      { id: "line-1", relation: "same", from: ["a"], to: [], reason: "" },
      basis,
    );
    expect(edited).toMatchObject({ ok: false, problems: [{ code: "crosswalk-relation-unfit" }] });
  });
});

describe("checkCrosswalk", () => {
  it("names every item that is missing, doubled or unknown", () => {
    const line = (id: string, from: string[], to: string[]): CrosswalkDraftLine => ({
      id,
      from,
      to,
      relation: "same",
      reason: "",
      basis: [],
      confirmedBy: "x",
      confirmedOn: "2026-11-22",
    });
    const problems = checkCrosswalk([line("1", ["a"], ["z"]), line("2", ["a"], ["y"])], {
      from: ["a", "b"],
      to: ["y"],
    });
    expect(problems).toMatchObject([
      { code: "crosswalk-item-twice", params: { item: "a", side: "from" } },
      { code: "crosswalk-item-missing", params: { item: "b", side: "from" } },
      { code: "crosswalk-item-unknown", params: { item: "z", side: "to" } },
    ]);
  });
});

describe("inverseLines", () => {
  it("twice is the line itself, and each line fits its relation both ways", () => {
    fc.assert(
      fc.property(edition, edition, (a, b) => {
        const lines = proposeCrosswalk(items("a", a), items("b", b));
        expect(inverseLines(inverseLines(lines))).toEqual(lines);
        expect(inverseLines(lines).every((each) => fitsRelation(each.relation, each))).toBe(true);
      }),
    );
  });
});

describe("inReadingOrder", () => {
  it("keeps every line, in the older version's order, new items behind the one they follow", () => {
    const from = [item("a", "1", "利用者を識別していますか"), item("b", "2", "操作の記録を残していますか")];
    const to = [
      item("x", "1", "利用者を識別していますか"),
      item("n", "1.1", "電子証明書を配布できますか"),
      item("y", "2", "操作の記録を残していますか"),
    ];
    const keys = { from: keysOf(from), to: keysOf(to) };
    const ordered = inReadingOrder([...proposeCrosswalk(from, to)].reverse(), keys);
    expect(ordered.map((each) => each.to[0])).toEqual(["x", "n", "y"]);
  });
});

describe("carryAnswers", () => {
  const answer = (ref: string) => ({ ref, no: ref, question: ref, answer: "yes" as const, remark: "備考" });

  it("carries same, carries reworded to be confirmed, and nothing else; every answer ends in one list", () => {
    fc.assert(
      fc.property(edition, edition, (a, b) => {
        const [from, to] = [items("a", a), items("b", b)];
        const walk = crosswalk(proposeCrosswalk(from, to));
        const { carried, left } = carryAnswers(
          walk,
          from.map((each) => answer(each.key)),
          "d1",
        );
        expect(carried.length + left.length).toBe(from.length);
        for (const each of carried) {
          const line = walk.lines.find((one) => one.id === each.origin.line);
          expect(line?.relation).toBe(each.isToConfirm ? "reworded" : "same");
          expect([line?.from, line?.to]).toEqual([[each.origin.fromKey], [each.key]]);
        }
        for (const { given, why } of left)
          expect(walk.lines.find((one) => one.from.includes(given.ref))?.relation).toBe(why);
        expect(new Set(carried.map((each) => each.key)).size).toBe(carried.length);
      }),
    );
  });

  it("there and back is where it was, on every line that carries", () => {
    fc.assert(
      fc.property(edition, edition, (a, b) => {
        const [from, to] = [items("a", a), items("b", b)];
        const walk = crosswalk(proposeCrosswalk(from, to));
        const back: Crosswalk = { ...walk, from: walk.to, to: walk.from, lines: inverseLines(walk.lines) };
        const there = carryAnswers(
          walk,
          from.map((each) => answer(each.key)),
          null,
        ).carried;
        const home = carryAnswers(
          back,
          there.map((each) => answer(each.key)),
          null,
        );
        expect(home.left).toEqual([]);
        expect(home.carried.map((each) => each.key)).toEqual(there.map((each) => each.origin.fromKey));
      }),
    );
  });

  it("carries neither of two answers to one item, and none to an item the crosswalk does not know", () => {
    const walk = crosswalk(
      proposeCrosswalk(
        [item("a", "1", "利用者を識別していますか")],
        [item("b", "1", "利用者を識別していますか")],
      ),
    );
    const { carried, left } = carryAnswers(walk, [answer("a"), answer("a"), answer("row:7")], null);
    expect(carried).toEqual([]);
    expect(left.map((each) => each.why)).toEqual(["twice", "twice", "unknown-item"]);
  });
});

it("a basis is computed for pairs and for groups, and an item alone has none", () => {
  const one = item("a", "1", "利用者を識別していますか", ["6.5 C.13"]);
  expect(basisBetween([one], [{ ...one, key: "b" }])).toEqual(["number", "clause", "wording"]);
  expect(basisBetween([one], [])).toEqual([]);
  expect(basisBetween([one], [item("b", "2", "保守の契約を示せますか", ["6.5 C.13"])])).toEqual(["clause"]);
});
