import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckFacts } from "~/domain/check-facts";
import { addDays } from "~/domain/day";
import { feeBoard } from "~/domain/fee-board";
import { fiscalYearOf } from "~/domain/figures";
import { houseQuestions } from "~/domain/self-check-templates";
import {
  answerDay,
  answerOfYear,
  basisOf,
  bedClassOf,
  carriedAnswer,
  costBand,
  proposalFrom,
  readHouseAnswer,
  surveyDay,
} from "~/domain/survey";
import { recordSources } from "~/domain/survey-question";
import { ja } from "~/messages/ja";
import { checkedSystem, factorRecord, houseRecord, noFacts } from "../support/check-facts";
import { testCatalogues } from "../support/ports";

const { selfChecks } = await testCatalogues();
const [survey] = selfChecks.surveys;
if (!survey) throw new Error("no survey ships");
const day = "2026-11-24";
const from = (source: (typeof recordSources)[number], facts: Partial<CheckFacts>) =>
  proposalFrom(source, { ...noFacts, ...facts }, day);

describe("the day asked about", () => {
  it("is the end of March of the fiscal year, wherever the month lies", () => {
    expect(surveyDay({ asOf: "03-31" }, 2025)).toBe("2026-03-31");
    expect(surveyDay({ asOf: "06-01" }, 2025)).toBe("2025-06-01");
    expect([answerDay("2027-03-31", day), answerDay("2026-03-31", day)]).toEqual([day, "2026-03-31"]);
  });

  it("an answer counts in its own fiscal year only, and is carried into the next ones", () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 500 }), (days) => {
        const effectiveFrom = addDays("2026-04-01", days);
        const house = [houseRecord("bcp", "yes", { effectiveFrom })];
        const asked = "2027-03-31";
        const isThisYear = fiscalYearOf(effectiveFrom) === 2026;
        expect(answerOfYear(house, "bcp", asked) !== null).toBe(isThisYear);
        expect(carriedAnswer(house, "bcp", asked) !== null).toBe(effectiveFrom < "2026-04-01");
      }),
    );
  });

  it("a correction of the same day stands for the earlier answer", () => {
    const first = houseRecord("bcp", "no", { id: "a", effectiveFrom: "2026-06-01" });
    const second = houseRecord("bcp", "yes", {
      id: "b",
      effectiveFrom: "2026-06-01",
      supersedes: "a",
      recordedSeq: 2,
    });
    expect(answerOfYear([first, second], "bcp", "2027-03-31")?.id).toBe("b");
  });
});

describe("what the records propose", () => {
  it.each(recordSources.map((each) => [each]))("%s: nothing for a hospital without records", (source) => {
    expect(from(source, {}).value).toBeNull();
  });

  const client = factorRecord("a", "client", "ready");
  const server = factorRecord("a", "server", "ready");
  const planned = factorRecord("a", "server", "planned", { plannedOn: "2027-03-31" });
  it.each([
    ["both ready", [client, server], "ready"],
    ["one ready, one not concerned", [client, factorRecord("a", "server", "not-applicable")], "ready"],
    ["one planned", [client, planned], "planned"],
    ["one not possible", [client, factorRecord("a", "server", "not-possible")], "part"],
    ["one nobody looked at", [client], "part"],
    [
      "both not possible",
      [factorRecord("a", "client", "not-possible"), factorRecord("a", "server", "not-possible")],
      "none",
    ],
    ["one not possible, one nobody looked at", [factorRecord("a", "client", "not-possible")], null],
    [
      "only not concerned",
      [factorRecord("a", "client", "not-applicable"), factorRecord("a", "server", "not-applicable")],
      null,
    ],
  ])("two-factor: %s", (_name, twoFactor, expected) => {
    expect(from("two-factor", { systems: [checkedSystem("a")], twoFactor }).value).toBe(expected);
  });

  it("names each reason once, in the order of the question, and counts the places", () => {
    const twoFactor = [
      factorRecord("a", "client", "not-possible", { obstacle: "budget" }),
      factorRecord("a", "server", "not-possible", { obstacle: "system" }),
      factorRecord("b", "client", "not-possible", { obstacle: "budget" }),
      factorRecord("b", "server", "ready", { obstacle: "other" }),
    ];
    const found = from("two-factor-obstacles", {
      systems: [checkedSystem("a"), checkedSystem("b")],
      twoFactor,
    });
    expect(found.value).toBe("system,budget");
    expect(found.statements.map(({ code, count, total }) => [code, count, total])).toEqual([
      ["obstacle-system", 1, 3],
      ["obstacle-budget", 2, 3],
    ]);
  });

  it("adds up what was paid, else what was estimated, of what holds now", () => {
    const twoFactor = [
      factorRecord("a", "client", "ready", { costEstimate: 9_000_000, costActual: 4_000_000 }),
      factorRecord("a", "server", "planned", { costEstimate: 7_000_000 }),
      factorRecord("gone", "client", "ready", { costActual: 90_000_000 }),
    ];
    const found = from("two-factor-cost", { systems: [checkedSystem("a")], twoFactor });
    expect(found).toMatchObject({ value: "10m-30m", statements: [{ count: 11_000_000, total: 2 }] });
  });

  it.each([
    [0, "under-5m"],
    [4_999_999, "under-5m"],
    [5_000_000, "5m-10m"],
    [10_000_000, "10m-30m"],
    [29_999_999, "10m-30m"],
    [30_000_000, "30m-50m"],
    [50_000_000, "over-50m"],
  ])("%d yen: %s", (yen, band) => {
    expect(costBand(yen)).toBe(band);
    expect(survey.questions.find((each) => each.key === "two-factor-cost")?.options).toContain(band);
  });

  it("every proposal is an option of its question", () => {
    const system = checkedSystem("a", { category: "record" });
    const contract = { id: "c", number: "1", title: "保守", vendorId: "v", vendor: "V", systemIds: ["a"] };
    const sheet = { id: "r", roleSheetId: "s", contractId: "c", title: "分担", effectiveFrom: "2026-04-01" };
    const facts = { systems: [system], contracts: [contract], sheets: [sheet], twoFactor: [client, server] };
    const values = survey.questions.flatMap((question) => {
      const value = question.from === null ? null : from(question.from, facts).value;
      return value === null
        ? []
        : [
            [
              question.key,
              readHouseAnswer(
                { questionKey: question.key, value, happenedOn: "", note: "", seenId: "" },
                question,
                day,
              ).answer?.value === value,
            ],
          ];
    });
    expect(values).toEqual([
      ["disclosure-check", true],
      ["role-sheet-known", true],
      ["role-sheet-used", true],
      ["two-factor", true],
      ["record-system", true],
    ]);
  });
});

describe("an answer as it is typed", () => {
  const question = (kind: "yes-no" | "number" | "choice" | "choices", fields = {}) => ({
    key: "k",
    kind,
    options: ["a", "b"],
    asksDay: true,
    ...fields,
  });
  const read = (kind: Parameters<typeof question>[0], value: string, fields = {}) =>
    readHouseAnswer(
      { questionKey: "k", value, happenedOn: "", note: "", seenId: "", ...fields },
      question(kind),
      day,
    );
  it.each([
    ["yes-no", "yes", "yes"],
    ["yes-no", "maybe", null],
    ["number", "１,２００", "1200"],
    ["number", "-1", null],
    ["number", "007", "7"],
    ["number", "12.5", null],
    ["choice", "b", "b"],
    ["choice", "c", null],
    ["choices", "b,a", "a,b"],
    ["choices", "a,c", null],
  ] as const)("%s %s: %s", (kind, value, expected) => {
    const { answer, problems } = read(kind, value);
    expect(answer?.value ?? null).toBe(expected);
    expect(problems.length).toBe(expected === null ? 1 : 0);
  });
  it("takes no day to come, and nothing at all as no answer", () => {
    expect(read("yes-no", "yes", { happenedOn: "2026-11-25" }).problems[0]?.at).toBe("happenedOn.k");
    expect(read("yes-no", "", { note: "メモ" })).toEqual({ answer: null, problems: [] });
  });
  it("rests on the records where they say the same, else on the year before, else on the person", () => {
    const answer = { questionKey: "k", value: "yes", happenedOn: null, note: "" };
    const proposal = { value: "yes", statements: [] };
    const carried = houseRecord("k", "yes");
    expect(basisOf(answer, proposal, carried)).toBe("records");
    expect(basisOf(answer, { ...proposal, value: null }, carried)).toBe("carried");
    expect(basisOf({ ...answer, note: "直した" }, null, carried)).toBe("asked");
  });
});

describe("the questions that ship", () => {
  it("have keys of their own, words for every option, own wording, and figures with their source", () => {
    expect(new Set(survey.questions.map((each) => each.key)).size).toBe(survey.questions.length);
    for (const each of survey.questions) {
      expect(each.provenance).toBe("own-wording");
      expect(each.options.filter((option) => !ja.surveys.options[option])).toEqual([]);
      expect(each.national.every(({ source, asOf }) => source !== "" && asOf !== "")).toBe(true);
    }
  });
  it("classes of beds leave no number out and share none", () => {
    for (const beds of [1, 19, 20, 99, 100, 199, 200, 499, 500, 1500]) {
      expect(
        survey.bedClasses.filter(({ from: least, to }) => beds >= least && (to === null || beds <= to)),
      ).toHaveLength(1);
      expect(bedClassOf(survey.bedClasses, beds)).not.toBeNull();
    }
    expect([bedClassOf(survey.bedClasses, null), bedClassOf(survey.bedClasses, 0)]).toEqual([null, null]);
  });
});

describe("conditions of the fee", () => {
  const [fee] = selfChecks.fees;
  const questions = houseQuestions(selfChecks.surveys);
  const board = (house: CheckFacts["house"]) =>
    feeBoard(fee ?? { conditions: [] }, questions, {
      facts: { ...noFacts, house },
      day,
      twoFactorBy: "2028-03-31",
      houseTexts: new Map(),
    });
  const state = (no: string, house: CheckFacts["house"] = []) =>
    board(house).find((each) => each.condition.no === no)?.state;

  it("are twelve; (1) to (7) lie outside, (8) is not judged, (10) is desirable", () => {
    const lines = board([]);
    expect(lines.map((each) => each.condition.no)).toEqual(
      Array.from({ length: 12 }, (_, at) => `(${at + 1})`),
    );
    expect(lines.map((each) => each.state)).toEqual([
      ...Array(7).fill("outside"),
      "not-judged",
      ...Array(4).fill("nothing"),
    ]);
    expect(
      lines.filter((each) => each.condition.need === "desirable").map((each) => each.condition.no),
    ).toEqual(["(10)"]);
  });
  it("name only questions that exist", () => {
    const keys = new Set(questions.map((each) => each.key));
    expect(fee?.conditions.flatMap((each) => each.questions).filter((key) => !keys.has(key))).toEqual([]);
  });
  it.each([
    [["yes", "yes"], "recorded"],
    [["yes"], "partly"],
    [["yes", "no"], "denied"],
    [[], "nothing"],
  ])("(11) with %j: %s", (values, expected) => {
    const keys = ["backup-methods", "backup-offline"];
    expect(
      state(
        "(11)",
        values.map((value, at) => houseRecord(keys[at] ?? "", value)),
      ),
    ).toBe(expected);
  });
  it("(8) is never judged, whatever the records hold", () => {
    expect(state("(8)", [houseRecord("rules", "yes"), houseRecord("contact-chart", "yes")])).toBe(
      "not-judged",
    );
  });
  it("(12) is whole only with the drill of this fiscal year", () => {
    const house = (drill: string) => [
      houseRecord("bcp", "yes"),
      houseRecord("bcp-improvement", "yes"),
      houseRecord("bcp-drill", "yes", { happenedOn: drill }),
    ];
    expect([state("(12)", house("2026-04-01")), state("(12)", house("2026-03-31"))]).toEqual([
      "recorded",
      "partly",
    ]);
  });
  it("says whether the yearly drill lies in this fiscal year", () => {
    const drill = (happenedOn: string | null) =>
      board([houseRecord("bcp-drill", "yes", { happenedOn })])
        .flatMap((each) => each.answers)
        .find((each) => each.question.key === "bcp-drill")?.isThisYear;
    expect([drill("2026-04-01"), drill("2026-03-31"), drill(null)]).toEqual([true, false, false]);
  });
});
