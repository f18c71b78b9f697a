import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChecklistItem } from "~/domain/checklist";
import { addDays } from "~/domain/day";
import { endOfFiscalYear, fiscalYearOf } from "~/domain/figures";
import {
  answersOfRound,
  besideRows,
  nextRound,
  type OwnRow,
  problemsOfRound,
  type RoundToFreeze,
  readOwnRow,
  sheetOf,
  startOfFiscalYear,
} from "~/domain/own-checklist";
import { rowsBeside, vendorSheets } from "~/domain/own-checklist-beside";
import { heldInYear } from "~/domain/self-check-templates";
import { testCatalogues } from "../support/ports";

const { selfChecks } = await testCatalogues();
const year = heldInYear(selfChecks.years, 2026);
if (!year) throw new Error("no year");

const item = (no: string, fields: Partial<ChecklistItem> = {}): ChecklistItem => ({
  key: `starter:${no}`,
  no,
  section: "1",
  item: `設問 ${no}`,
  audience: "both",
  target: "",
  help: "",
  clauses: [],
  provenance: "own-wording",
  ...fields,
});
const items = [item("1"), item("2"), item("3", { audience: "vendor" })];
const row = (no: string, fields: Partial<OwnRow> = {}): [string, OwnRow] => [
  `starter:${no}`,
  { itemKey: `starter:${no}`, answer: "yes", remark: "", targetOn: null, ...fields },
];
const read = (fields: Partial<Parameters<typeof readOwnRow>[0]>) =>
  readOwnRow({ itemKey: "k", answer: "no", remark: "", targetOn: "", ...fields }, year, 2026);
const codes = (problems: readonly { code: string; at?: string }[]) =>
  problems.map((each) => `${each.code}${each.at ? ` ${each.at}` : ""}`);

describe("a row as it is typed", () => {
  it.each([
    ["no", "2026-04-01", []],
    ["no", "2027-03-31", []],
    ["no", "2026-03-31", ["target-outside-year targetOn.k"]],
    ["no", "2027-04-01", ["target-outside-year targetOn.k"]],
    ["yes", "2026-05-01", ["target-without-no targetOn.k"]],
    ["", "2026-05-01", ["target-without-no targetOn.k"]],
    ["no", "2026-02-30", ["field-not-a-day targetOn.k"]],
    ["not-applicable", "", ["field-not-an-option answer.k"]],
    ["yes", "", []],
  ])("%s with 目標日 %s: %j", (answer, targetOn, expected) => {
    expect(codes(read({ answer, targetOn }).problems)).toEqual(expected);
  });

  it("takes a 目標日 of いいえ exactly when it lies in the fiscal year", () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const targetOn = addDays("2026-10-01", days);
        const isInside = targetOn >= "2026-04-01" && targetOn <= "2027-03-31";
        expect(read({ targetOn }).problems.length === 0).toBe(isInside);
        expect(fiscalYearOf(targetOn) === 2026).toBe(isInside);
      }),
    );
  });

  it("knows both ends of a fiscal year", () => {
    for (const of of [2019, 2023, 2027]) {
      expect([fiscalYearOf(startOfFiscalYear(of)), fiscalYearOf(endOfFiscalYear(of))]).toEqual([of, of]);
      expect(fiscalYearOf(addDays(startOfFiscalYear(of), -1))).toBe(of - 1);
    }
  });
});

describe("rows and gate of the hospital's sheet", () => {
  const { topics } = selfChecks.topics;
  it("leaves out rows only vendors answer, and asks the year's gate in front", () => {
    const sheet = sheetOf({ items }, year, topics);
    expect(sheet.items.map((each) => each.no)).toEqual(["1", "2"]);
    expect(sheet.gate).toMatchObject({ itemKey: null, no: "0" });
  });
  it("takes the edition's own gate where it prints one", () => {
    const printed = item("０", { item: "医療情報システムを導入、運用している。" });
    const sheet = sheetOf({ items: [printed, ...items] }, year, topics);
    expect(sheet.gate).toEqual({ itemKey: printed.key, no: "０", text: printed.item });
    expect(sheet.items.map((each) => each.no)).toEqual(["1", "2"]);
  });
  it("has none where the year defines none", () => {
    expect(sheetOf({ items }, { gate: null }, topics).gate).toBeNull();
  });
});

const gate = { itemKey: null, no: "0", text: "ある か" };
const round = (fields: Partial<RoundToFreeze> = {}): RoundToFreeze => ({
  fiscalYear: 2026,
  year,
  before: [],
  answeredOn: "2026-06-01",
  today: "2026-11-24",
  gate,
  gateAnswer: "yes",
  items: items.slice(0, 2),
  rows: new Map([row("1"), row("2", { answer: "no", targetOn: "2026-12-31" })]),
  ...fields,
});

describe("freezing a round", () => {
  it.each<[string, Partial<RoundToFreeze>, string[]]>([
    ["complete", {}, []],
    ["gate open", { gateAnswer: "" }, ["gate-unanswered gate"]],
    ["no gate at all", { gate: null, gateAnswer: "" }, []],
    ["a row open", { rows: new Map([row("1")]) }, ["own-checklist-open"]],
    [
      "いいえ without 目標日",
      { rows: new Map([row("1"), row("2", { answer: "no" })]) },
      ["own-checklist-targets"],
    ],
    ["no system: nothing else is asked", { gateAnswer: "no", rows: new Map() }, []],
    ["a day to come", { answeredOn: "2026-11-25" }, ["field-not-a-day answeredOn"]],
    ["the year before", { answeredOn: "2026-03-31" }, ["day-outside-year answeredOn"]],
    ["its first day", { answeredOn: "2026-04-01" }, []],
    ["before round 1", { before: [{ round: 1, answeredOn: "2026-06-02" }] }, ["day-before-round answeredOn"]],
    ["on the day of round 1", { before: [{ round: 1, answeredOn: "2026-06-01" }] }, []],
    [
      "after the last round",
      { before: [1, 2, 3].map((no) => ({ round: no, answeredOn: "2026-05-01" })) },
      ["rounds-over"],
    ],
  ])("%s", (_name, fields, expected) => {
    expect(codes(problemsOfRound(round(fields)))).toEqual(expected);
  });

  it("does a withdrawn last round again under its number", () => {
    expect([nextRound([]), nextRound([{ round: 1 }]), nextRound([{ round: 2 }, { round: 1 }])]).toEqual([
      1, 2, 3,
    ]);
  });

  it("freezes the gate and every row as it stands, and the gate alone where there is no system", () => {
    expect(answersOfRound(round())).toMatchObject([
      { no: "0", answer: "yes", itemKey: null },
      { no: "1", answer: "yes" },
      { no: "2", answer: "no", targetOn: "2026-12-31" },
    ]);
    expect(answersOfRound(round({ gateAnswer: "no" }))).toMatchObject([{ no: "0", answer: "no" }]);
  });
});

describe("beside the rows", () => {
  const answer = (no: string, fields = {}) => ({
    responseId: "last",
    itemKey: `starter:${no}`,
    no,
    item: `設問 ${no}`,
    answer: "no" as const,
    remark: "",
    targetOn: null,
    ...fields,
  });
  it("joins one edition by its keys, another by number and wording, and leaves the rest alone", () => {
    const answers = [answer("2"), answer("9", { no: "1", itemKey: "item:1" })];
    expect([...besideRows(items, answers, true)].map(([key, each]) => [key, each.no])).toEqual([
      ["starter:2", "2"],
    ]);
    expect([...besideRows(items, answers, false).keys()].sort()).toEqual(["starter:1", "starter:2"]);
  });

  const head = (id: string, fields = {}) => ({
    id,
    respondent: "vendor" as const,
    vendorId: "v1",
    checklistRef: "c@1",
    title: "事業者確認用",
    round: 1,
    answeredOn: "2026-06-01",
    ...fields,
  });
  it("shows the hospital's newest sheet of last year and the newest of each vendor this year", () => {
    const heads = [
      head("older", { respondent: "hospital", vendorId: null, answeredOn: "2025-06-01" }),
      head("last", { respondent: "hospital", vendorId: null, answeredOn: "2026-03-31", round: 2 }),
      head("v1-first"),
      head("v1-second", { answeredOn: "2026-09-01" }),
      head("v2", { vendorId: "v2", answeredOn: "2026-10-01" }),
    ];
    const beside = rowsBeside(heads, 2026);
    expect(beside.responseIds).toEqual(["last", "v1-second", "v2"]);
    const answers = [
      answer("1", { responseId: "last" }),
      answer("1", { responseId: "v1-second", answer: "yes" }),
      answer("1", { responseId: "v2" }),
    ];
    const [first, second] = beside.place(items, answers, "c@1");
    expect(first?.lastYear).toMatchObject({ answer: "no", round: 2, answeredOn: "2026-03-31" });
    expect(first?.vendors).toMatchObject({ said: { count: 1, total: 2 }, no: [{ id: "v2" }] });
    expect(second).toMatchObject({ lastYear: null, vendors: null });
  });

  it("lists every vendor under contract once: received, asked, or neither", () => {
    const contract = (id: string, vendorId: string) => ({
      id,
      number: id,
      title: id,
      vendorId,
      vendor: vendorId,
      systemIds: [],
    });
    const contracts = [
      contract("c1", "v1"),
      contract("c2", "v1"),
      contract("c3", "v2"),
      contract("c4", "v3"),
    ];
    const heads = [
      head("last", { answeredOn: "2025-05-01", vendorId: "v3" }),
      head("a"),
      head("b", { answeredOn: "2026-08-01" }),
    ];
    const asked = { id: "r", vendorId: "v2", dueOn: "2026-12-01", state: "waiting" };
    expect(vendorSheets(contracts, heads, [asked], 2026)).toMatchObject([
      { vendorId: "v1", received: [{ id: "b" }, { id: "a" }], open: null, lastYear: null },
      { vendorId: "v2", received: [], open: { id: "r" } },
      { vendorId: "v3", received: [], open: null, lastYear: { id: "last" } },
    ]);
  });
});

it("a fiscal year without a line of its own takes the newest before it, the first of all before them", () => {
  const of = (fiscalYear: number) => heldInYear(selfChecks.years, fiscalYear)?.fromFiscalYear;
  expect([of(2020), of(2023), of(2026), of(2031)]).toEqual([2023, 2023, 2026, 2026]);
});
