import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClashRecord, findClashes, type SaidItem } from "~/domain/clash";
import { partySayings, type StatementSource, statementSources } from "~/domain/clash-rules";
import type { Mapping, MappingLine } from "~/domain/mapping";
import { answerValues } from "~/domain/questionnaire";

const item = (key: string, value: SaidItem["value"], more: Partial<SaidItem> = {}): SaidItem => ({
  key,
  no: key,
  text: `項目 ${key}`,
  value,
  remark: "",
  cell: `S!${key}`,
  ...more,
});
const record = (
  source: StatementSource,
  id: string,
  items: SaidItem[],
  more: Partial<ClashRecord> = {},
): ClashRecord => ({
  source,
  id,
  title: id,
  form: null,
  day: "2026-04-15",
  revision: "",
  vendor: "事業者",
  catalogue: `${source}@1`,
  systemIds: ["s"],
  productVersionId: null,
  contractId: null,
  items,
  ...more,
});
const line = (id: string, requirement: string, questions: string[], more: Partial<MappingLine> = {}) => ({
  id,
  requirement,
  questions,
  rule: "all-yes" as const,
  relation: "covers" as const,
  acceptsNotApplicable: true,
  reason: "試験",
  ...more,
});
const mapping = (from: string, to: string, lines: MappingLine[]): Mapping => ({
  kind: "mapping",
  head: {
    id: `${from}-${to}`.replace(/[^a-z0-9-]/g, "-"),
    version: "1",
    title: "対応",
    issuer: "院内",
    issuedOn: null,
    source: "試験",
    licence: "試験",
    notice: "",
    replacedBy: null,
  },
  from,
  to,
  lines,
});
const [disclosure, list, sheet] = ["disclosure@1", "vendor-checklist@1", "role-sheet@1"];
const kinds = (records: ClashRecord[], mappings: Mapping[]) =>
  findClashes(records, mappings).map((each) => each.kind);

describe("where statements meet", () => {
  const yes = record("disclosure", "d", [item("q", "yes")]);
  const no = record("vendor-checklist", "c", [item("k", "no")]);
  const overRequirement = [
    mapping(disclosure, "gl@1", [line("a", "R", ["q"])]),
    mapping(list, "gl@1", [line("b", "R", ["k"])]),
  ];

  it("over one requirement that both are mapped to, with both lines named", () => {
    const [found, ...more] = findClashes([yes, no], overRequirement);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: "disclosure-yes-checklist-no", systemIds: ["s"], isWhole: true });
    expect(found?.left.items.map((each) => each.cell)).toEqual(["S!q"]);
    expect(found?.right.items.map((each) => each.cell)).toEqual(["S!k"]);
    expect(found?.ways.map((way) => way.map((each) => each.line.id))).toEqual([["a", "b"]]);
  });

  it.each([
    [disclosure, list, "k", "q"],
    [list, disclosure, "q", "k"],
  ])("over a line from %s to %s, in either direction", (from, to, requirement, question) => {
    const direct = mapping(from, to, [line("a", requirement, [question])]);
    expect(kinds([yes, no], [direct])).toEqual(["disclosure-yes-checklist-no"]);
  });

  it("nowhere without a published line, however alike the wording", () => {
    const alike = record("vendor-checklist", "c", [item("q", "no")]);
    expect(kinds([yes, alike], [])).toEqual([]);
  });

  it("one item of one catalogue needs no line", () => {
    const own = record("hospital-checklist", "h", [item("k", "yes")], { catalogue: list });
    expect(kinds([no, own], [])).toEqual(["checklists-disagree"]);
  });

  it("a line that only touches makes the pair one to look at, unless another covers", () => {
    const touching = [
      overRequirement[0],
      mapping(list, "gl@1", [line("b", "R", ["k"], { relation: "touches" })]),
    ];
    const given = touching.flatMap((each) => each ?? []);
    expect(findClashes([yes, no], given)[0]?.isWhole).toBe(false);
    const direct = mapping(disclosure, list, [line("c", "k", ["q"])]);
    const [both, ...more] = findClashes([yes, no], [...given, direct]);
    expect(more).toEqual([]);
    expect(both?.isWhole).toBe(true);
    expect(both?.ways).toHaveLength(2);
  });

  it("another system, product or contract is another matter", () => {
    const other = { ...no, systemIds: ["t"] };
    expect(kinds([yes, other], overRequirement)).toEqual([]);
    const product = { systemIds: [], productVersionId: "p" };
    const two = [
      record("disclosure", "d", [item("q", "yes")], product),
      record("disclosure", "e", [item("k", "no")], { ...product, catalogue: list }),
    ];
    expect(kinds(two, overRequirement)).toEqual(["disclosures-disagree"]);
    const rows = (contractId: string) => [
      record("role-sheet", "r", [item("x", "vendor")], { contractId }),
      record("annex", "a", [item("x", "hospital")], { contractId: "one", catalogue: sheet }),
    ];
    expect(kinds(rows("one"), [])).toEqual(["role-annex-differ"]);
    expect(kinds(rows("two"), [])).toEqual([]);
  });

  it("a row of a role sheet clashes by itself, beside another row of the same line", () => {
    const rows = record("role-sheet", "r", [item("x", "vendor"), item("y", "hospital")]);
    const given = [
      mapping(disclosure, "gl@1", [line("a", "R", ["q"])]),
      mapping(sheet, "gl@1", [line("b", "R", ["x", "y"])]),
    ];
    const found = findClashes([yes, rows], given);
    expect(found.map((each) => [each.kind, each.right.items[0]?.key])).toEqual([
      ["disclosure-yes-role-hospital", "y"],
    ]);
  });
});

describe("what a line says", () => {
  const against = (values: SaidItem["value"][], more: Partial<MappingLine>, other: SaidItem["value"]) => {
    const keys = values.map((_value, at) => `q${at}`);
    const own = record(
      "disclosure",
      "d",
      values.map((value, at) => item(`q${at}`, value)),
    );
    const given = [mapping(disclosure, list, [line("a", "k", keys, more)])];
    return kinds([own, record("vendor-checklist", "c", [item("k", other)])], given);
  };
  it.each([
    [["yes", "yes"], {}, "no", true],
    [["yes", "no"], {}, "no", false],
    [["yes", "no"], {}, "yes", true],
    [["yes", "blank"], {}, "no", false],
    [["yes", "not-applicable"], {}, "no", true],
    [["yes", "not-applicable"], { acceptsNotApplicable: false }, "yes", false],
    [["yes", "no"], { rule: "any-yes" }, "no", true],
    [["no", "blank"], { rule: "any-yes" }, "yes", false],
    [["not-applicable"], { rule: "any-yes", acceptsNotApplicable: false }, "yes", false],
    [["conflict"], {}, "no", false],
    [["unclear"], {}, "yes", false],
  ] as const)("%j %j beside %s", (values, more, other, isClash) => {
    expect(against([...values], more, other).length > 0).toBe(isClash);
  });

  it("one いいえ on the matter outweighs a はい of another line, and an open line leaves it open", () => {
    const of = (first: SaidItem["value"], second: SaidItem["value"], other: SaidItem["value"]) => {
      const own = record("disclosure", "d", [item("q0", first), item("q1", second)]);
      const given = [
        mapping(disclosure, "gl@1", [line("a", "R", ["q0"]), line("b", "R", ["q1"])]),
        mapping(list, "gl@1", [line("c", "R", ["k"])]),
      ];
      return kinds([own, record("vendor-checklist", "c", [item("k", other)])], given);
    };
    expect(of("yes", "no", "no")).toEqual([]);
    expect(of("yes", "no", "yes")).toEqual(["disclosure-no-checklist-yes"]);
    expect(of("yes", "blank", "no")).toEqual([]);
    expect(of("yes", "not-applicable", "no")).toEqual(["disclosure-yes-checklist-no"]);
  });

  it("a question the record does not hold leaves the line unknown", () => {
    const own = record("disclosure", "d", [item("q0", "yes")]);
    const given = [mapping(disclosure, list, [line("a", "k", ["q0", "q1"])])];
    expect(kinds([own, record("vendor-checklist", "c", [item("k", "no")])], given)).toEqual([]);
  });
});

describe("for any records and mappings", () => {
  const keys = ["a", "b", "c"];
  const anyRecords = fc.array(
    fc.record({
      source: fc.constantFrom(...statementSources),
      values: fc.array(fc.constantFrom(...answerValues), { minLength: 3, maxLength: 3 }),
      parties: fc.array(fc.constantFrom(...partySayings), { minLength: 3, maxLength: 3 }),
      system: fc.constantFrom("s", "t"),
    }),
    { maxLength: 6 },
  );
  const anyLines = fc.array(
    fc.record({
      from: fc.constantFrom(...statementSources),
      requirement: fc.constantFrom(...keys),
      questions: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1 }),
      relation: fc.constantFrom("covers" as const, "touches" as const),
    }),
    { maxLength: 8 },
  );
  const build = (
    given: {
      source: StatementSource;
      values: SaidItem["value"][];
      parties: SaidItem["value"][];
      system: string;
    }[],
  ) =>
    given.map(({ source, values, parties, system }, at) => {
      const isTable = source === "role-sheet" || source === "annex";
      const said = isTable ? parties : values;
      const catalogue = source === "annex" ? sheet : `${source}@1`;
      const items = keys.map((key, place) => item(key, said[place] ?? "blank"));
      return record(source, `r${at}`, items, { systemIds: [system], contractId: system, catalogue });
    });
  const relate = (
    lines: { from: string; requirement: string; questions: string[]; relation: "covers" | "touches" }[],
  ) =>
    lines.map(({ from, requirement, questions, relation }, at) =>
      mapping(`${from}@1`, "gl@1", [line(`l${at}`, requirement, questions, { relation })]),
    );

  it("a pair stands once, has two records of one subject, and its own ways; the order of records is nothing", () => {
    fc.assert(
      fc.property(anyRecords, anyLines, (given, lines) => {
        const [records, mappings] = [build(given), relate(lines)];
        const found = findClashes(records, mappings);
        const names = found.map(({ kind, left, right }) =>
          [
            kind,
            ...[left, right].flatMap((each) => [each.record.id, ...each.items.map(({ key }) => key)]),
          ].join(),
        );
        expect(new Set(names).size).toBe(names.length);
        for (const { left, right, ways, systemIds } of found) {
          expect(left.record.id).not.toBe(right.record.id);
          expect(systemIds).toEqual(left.record.systemIds);
          expect(left.items.length * right.items.length * ways.length).toBeGreaterThan(0);
        }
        const turned = findClashes([...records].reverse(), mappings);
        expect(turned.map((each) => each.kind).sort()).toEqual(found.map((each) => each.kind).sort());
      }),
    );
  });

  it("on one matter two answering records clash once at most: no record says both yes and no", () => {
    fc.assert(
      fc.property(anyRecords, anyLines, (given, lines) => {
        const records = build(given).filter(({ source }) => source !== "role-sheet" && source !== "annex");
        const apart = records.map((each) => ({ ...each, catalogue: `${each.source}@1` }));
        const onOne = relate(lines.map((each) => ({ ...each, requirement: "R" })));
        const pairs = findClashes(apart, onOne)
          .filter((each) => each.left.record.source !== each.right.record.source)
          .map(({ left, right }) => [left.record.id, right.record.id].sort().join());
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });
});
