import { describe, expect, it } from "vitest";
import type { CatalogueItem } from "~/domain/catalogue-item";
import { type ClauseMoves, canonicalClause, movesOf, olderClause } from "~/domain/clause-moves";
import { checkMappingDraft, mappingOf } from "~/domain/mapping-draft";
import { proposeMapping } from "~/domain/mapping-proposal";

const item = (key: string, clauses: string[]): CatalogueItem => ({
  key,
  no: key,
  section: "",
  text: key,
  clauses,
});
const head = {
  id: "test",
  version: "1",
  title: "試験",
  issuer: "院内",
  issuedOn: null,
  source: "試験",
  licence: "試験",
  notice: "",
  replacedBy: null,
};
const moves: ClauseMoves[] = [
  {
    kind: "clause-moves",
    head,
    from: "old@5.2",
    to: "new@6.0",
    isIncomplete: true,
    sources: ["x"],
    moves: [
      {
        from: "6.5 C.13",
        topic: "試験",
        to: ["企画管理編 15②", "システム運用編 14⑤"],
        confidence: "low",
        note: "",
      },
    ],
  },
];
const target = [
  item("PM-15-2", ["企画管理編 15②"]),
  item("SO-14-5", ["システム運用編 14⑤"]),
  item("SO-9-1", ["システム運用編 9①"]),
];

describe("clause references", () => {
  it.each([
    ["(6.5.C13)", "6.5 C.13"],
    ["６．５　Ｃ．１３", "6.5 C.13"],
    ["6.5章 C.13", "6.5 C.13"],
    ["6.5 C.13", "6.5 C.13"],
  ])("%s is %s", (printed, clause) => expect(olderClause(printed)).toBe(clause));
  it.each(["6.5", "C.13", "6.5 C.13(1)", "6.5 C.1①", "システム運用編 14⑤", "65C13", ""])(
    "%s is none of the older edition",
    (text) => expect(olderClause(text)).toBeNull(),
  );
  it("both editions come in one spelling", () => {
    expect(canonicalClause("システム運用編14 （5）")).toBe("システム運用編 14⑤");
    expect(canonicalClause("6.5.C13")).toBe("6.5 C.13");
    expect(canonicalClause("別紙1")).toBeNull();
  });
  it("a move leads only into the edition it names", () => {
    expect(movesOf(moves, "6.5.C13", "new@6.0").map((each) => each.to.length)).toEqual([2]);
    expect(movesOf(moves, "6.5.C13", "new@7.0")).toEqual([]);
    expect(movesOf(moves, "6.5.C14", "new@6.0")).toEqual([]);
  });
});

describe("proposeMapping", () => {
  it("joins what prints one clause, over a move only as touching, and confirms nothing", () => {
    const from = [
      item("q1", ["システム運用編 14⑤"]),
      item("q2", ["6.5 C.13"]),
      item("q3", ["6.5 C.99"]),
      item("q4", []),
    ];
    expect(proposeMapping(from, target, "new@6.0", moves)).toMatchObject([
      {
        requirement: "PM-15-2",
        questions: ["q2"],
        relation: "touches",
        reason: "6.5 C.13 → 企画管理編 15②",
        state: "proposed",
      },
      {
        requirement: "SO-14-5",
        questions: ["q1", "q2"],
        relation: "touches",
        reason: "システム運用編 14⑤、6.5 C.13 → システム運用編 14⑤",
      },
    ]);
    expect(proposeMapping([item("q1", ["システム運用編 14⑤"])], target, "new@6.0", moves)).toMatchObject([
      { relation: "covers" },
    ]);
  });

  it("never proposes from wording", () => {
    const same = item("同じ文言の項目です", []);
    expect(proposeMapping([same], [{ ...same }], "new@6.0", moves)).toEqual([]);
  });
});

describe("a mapping before it is frozen", () => {
  const [first, second] = proposeMapping([item("q2", ["6.5 C.13"])], target, "new@6.0", moves);
  if (!first || !second) throw new Error("two lines are proposed");
  const keys = { from: new Set(["q2"]), to: new Set(["PM-15-2", "SO-14-5"]) };
  const who = { confirmedBy: "森川 樹", confirmedOn: "2026-11-22" };

  it("waits for every line, refuses dead keys, and is nothing without a line", () => {
    const codes = (lines: (typeof first)[]) => checkMappingDraft({ lines }, keys).map((each) => each.code);
    expect(codes([first, { ...second, state: "confirmed" }])).toEqual(["mapping-unconfirmed"]);
    expect(codes([{ ...first, state: "confirmed", questions: ["gone"] }])).toEqual(["mapping-key-unknown"]);
    expect(codes([{ ...first, state: "confirmed", requirement: "gone" }])).toEqual(["mapping-key-unknown"]);
    expect(codes([{ ...first, state: "rejected" }])).toEqual(["mapping-without-lines"]);
    expect(codes([{ ...first, state: "confirmed", reason: " " }])).toEqual(["field-required"]);
    expect(codes([{ ...first, state: "confirmed" }])).toEqual([]);
  });

  it("keeps confirmed lines with their confirmer and the rejected ones beside them", () => {
    const lines = [
      { ...first, ...who, state: "confirmed" as const },
      { ...second, ...who, state: "rejected" as const, reason: "" },
    ];
    const mapping = mappingOf({ kind: "mapping", from: "f@1", to: "new@6.0", lines }, head);
    expect(mapping.lines).toEqual([
      {
        id: "line-1",
        requirement: "PM-15-2",
        questions: ["q2"],
        rule: "all-yes",
        relation: "touches",
        acceptsNotApplicable: true,
        reason: "6.5 C.13 → 企画管理編 15②",
        ...who,
      },
    ]);
    expect(mapping.rejected).toEqual([{ requirement: "SO-14-5", questions: ["q2"], reason: "", ...who }]);
  });
});
