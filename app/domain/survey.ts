import { type CheckFacts, type Citation, type HouseRecord, houseAnswerOn, systemsOn } from "./check-facts.ts";
import { addDays, type Day, isRealDay } from "./day.ts";
import { disclosedSystems, type EvidenceStatement, serversWithBearer, statement } from "./evidence.ts";
import { fiscalYearOf } from "./figures.ts";
import { startOfFiscalYear } from "./own-checklist.ts";
import { assertNever, type Problem, problem } from "./problem.ts";
import type { HouseQuestion, Survey } from "./self-check-templates.ts";
import type { RecordSource } from "./survey-question.ts";
import { type TwoFactorRecord, twoFactorAsOf, twoFactorObstacles, twoFactorPlaces } from "./two-factor.ts";

/** Where an answer about the hospital came from: its records, a person, the year before. */
export const answerBases = ["records", "asked", "carried"] as const;
export type AnswerBasis = (typeof answerBases)[number];

const NOW = Number.MAX_SAFE_INTEGER;

/** The day a survey of a fiscal year asks about (3月末). */
export function surveyDay(survey: Pick<Survey, "asOf">, fiscalYear: number): Day {
  const year = survey.asOf >= "04-01" ? fiscalYear : fiscalYear + 1;
  return `${year}-${survey.asOf}`;
}

/** The day an answer given today holds from: today, or the day asked about where that is over. */
export function answerDay(asked: Day, today: Day): Day {
  return asked < today ? asked : today;
}

/** What was answered in the fiscal year up to the day asked about; an answer of an earlier year is none. */
export function answerOfYear(house: readonly HouseRecord[], key: string, asked: Day): HouseRecord | null {
  const held = houseAnswerOn(house, key, asked);
  return held !== null && fiscalYearOf(held.effectiveFrom) === fiscalYearOf(asked) ? held : null;
}

/** The answer of the years before, as a proposal. */
export function carriedAnswer(house: readonly HouseRecord[], key: string, asked: Day): HouseRecord | null {
  return houseAnswerOn(house, key, addDays(startOfFiscalYear(fiscalYearOf(asked)), -1));
}

/** An answer the records suggest; null where they do not settle it. The statements name the records either way. */
export type RecordProposal = { value: string | null; statements: EvidenceStatement[] };

/** 記録からの案 for one source, on the day. */
export function proposalFrom(source: RecordSource, facts: CheckFacts, day: Day): RecordProposal {
  switch (source) {
    case "device-ledger":
      return { value: null, statements: [ledger(facts, day)] };
    case "external-connections":
      return allOrSome(connections(facts), { none: null });
    case "server-updates":
      return { value: null, statements: [serversWithBearer(facts)] };
    case "systems-with-disclosure":
      return allOrSome(disclosedSystems(facts, day), { none: "none" });
    case "role-sheets-known":
      return { value: facts.sheets.length > 0 ? "yes" : null, statements: [sheetsInUse(facts)] };
    case "role-sheets-in-use":
      return allOrSome(sheetsInUse(facts), { none: "none" });
    case "two-factor":
      return twoFactorState(facts, day);
    case "two-factor-obstacles":
      return obstacles(facts, day);
    case "two-factor-cost":
      return cost(facts, day);
    case "record-system":
      return recordSystem(facts, day);
    default:
      return assertNever(source);
  }
}

/** all, some, none by count of total; nothing to count settles nothing. */
function allOrSome(said: EvidenceStatement, { none }: { none: string | null }): RecordProposal {
  const { count, total } = said;
  const value = total === 0 ? null : count === total ? "all" : count > 0 ? "some" : none;
  return { value, statements: [said] };
}

function ledger(facts: CheckFacts, day: Day): EvidenceStatement {
  const cites = systemsOn(facts, day).map(({ id, name }): Citation => {
    return { kind: "system", id, label: name, on: null };
  });
  return statement("systems-and-servers", cites, facts.servers.length);
}

/** Connections a person confirmed, of all in the register; whether there are more only a person knows. */
function connections(facts: CheckFacts): EvidenceStatement {
  const confirmed = facts.connections.filter((each) => each.confirmedOn !== null);
  const cites = confirmed.map(({ id, name, confirmedOn }): Citation => {
    return { kind: "connection", id, label: name, on: confirmedOn };
  });
  const open = facts.connections.filter((each) => each.confirmedOn === null).map((each) => each.name);
  return statement("connections-confirmed", cites, facts.connections.length, open);
}

/** Contracts in force with an agreed role sheet that holds. */
function sheetsInUse(facts: CheckFacts): EvidenceStatement {
  const byContract = new Map(facts.sheets.map((each) => [each.contractId, each]));
  const cites = facts.contracts.flatMap((contract): Citation[] => {
    const sheet = byContract.get(contract.id);
    if (!sheet) return [];
    return [
      {
        kind: "role-sheet",
        id: sheet.roleSheetId,
        label: `${contract.number} ${sheet.title}`,
        on: sheet.effectiveFrom,
      },
    ];
  });
  const missing = facts.contracts
    .filter((each) => !byContract.has(each.id))
    .map((each) => `${each.number} ${each.title}`);
  return statement("contracts-with-sheet", cites, facts.contracts.length, missing);
}

type Place = { system: { id: string; name: string }; held: TwoFactorRecord | null };

function places(facts: CheckFacts, day: Day): Place[] {
  return systemsOn(facts, day).flatMap((system) =>
    twoFactorPlaces.map((place) => ({
      system,
      held: twoFactorAsOf(facts.twoFactor, { systemId: system.id, place }, day, NOW),
    })),
  );
}

const citeFactor = ({ system, held }: Place): Citation => ({
  kind: "two-factor",
  id: system.id,
  label: system.name,
  on: held?.effectiveFrom ?? null,
});

/** Places that are not concerned count on no side. A place nobody looked at keeps "ready" and "planned" out. */
function twoFactorState(facts: CheckFacts, day: Day): RecordProposal {
  const asked = places(facts, day).filter(({ held }) => held?.state !== "not-applicable");
  const ready = asked.filter(({ held }) => held?.state === "ready");
  const planned = asked.filter(({ held }) => held?.state === "planned");
  const some = ready.length + planned.length;
  const isWhole = some === asked.length;
  const isKnown = asked.every(({ held }) => held !== null);
  const value =
    asked.length === 0
      ? null
      : ready.length === asked.length
        ? "ready"
        : isWhole
          ? "planned"
          : some > 0
            ? "part"
            : isKnown
              ? "none"
              : null;
  const unknown = asked.filter(({ held }) => held === null).map(({ system }) => system.name);
  return {
    value,
    statements: [
      statement("two-factor-ready", ready.map(citeFactor), asked.length),
      statement("two-factor-planned", planned.map(citeFactor), asked.length, [...new Set(unknown)]),
    ],
  };
}

function obstacles(facts: CheckFacts, day: Day): RecordProposal {
  const impossible = places(facts, day).filter(({ held }) => held?.state === "not-possible");
  const named = twoFactorObstacles.filter((each) => each !== "");
  const by = named.map((name) => ({
    name,
    own: impossible.filter(({ held }) => held?.obstacle === name),
  }));
  const found = by.filter(({ own }) => own.length > 0);
  return {
    value: found.length === 0 ? null : found.map(({ name }) => name).join(","),
    statements: found.map(({ name, own }) =>
      statement(`obstacle-${name}`, own.map(citeFactor), impossible.length),
    ),
  };
}

const million = 1_000_000;
/** Bands of our own: the first one whose end lies above the sum. */
const costBands: readonly (readonly [string, number])[] = [
  ["under-5m", 5 * million],
  ["5m-10m", 10 * million],
  ["10m-30m", 30 * million],
  ["30m-50m", 50 * million],
  ["over-50m", Number.POSITIVE_INFINITY],
];

/** The band of a sum in yen; a sum on the border belongs to the band above. */
export function costBand(yen: number): string {
  return costBands.find(([, end]) => yen < end)?.[0] ?? "over-50m";
}

/** Actual cost where it is known, else the estimate, of what holds on the day. */
function cost(facts: CheckFacts, day: Day): RecordProposal {
  const known = places(facts, day).flatMap((place) => {
    const yen = place.held?.costActual ?? place.held?.costEstimate ?? null;
    return yen === null ? [] : [{ place, yen }];
  });
  if (known.length === 0) return { value: null, statements: [] };
  const sum = known.reduce((total, { yen }) => total + yen, 0);
  const cites = known.map(({ place }) => citeFactor(place));
  return { value: costBand(sum), statements: [statement("two-factor-yen", cites, known.length, [], sum)] };
}

/** A record system in the register says はい; none there says nothing, because a register can be unfinished. */
function recordSystem(facts: CheckFacts, day: Day): RecordProposal {
  const systems = systemsOn(facts, day);
  const own = systems.filter((each) => each.category === "record");
  const cites = own.map(({ id, name, inUseFrom }): Citation => {
    return { kind: "system", id, label: name, on: inUseFrom };
  });
  return {
    value: own.length > 0 ? "yes" : null,
    statements: [statement("record-systems", cites, systems.length)],
  };
}

export type RawHouseAnswer = {
  questionKey: string;
  value: string;
  happenedOn: string;
  note: string;
  /** The record that was on the page; "" for none. */
  seenId: string;
};
export type ReadHouseAnswer = { questionKey: string; value: string; happenedOn: Day | null; note: string };

/**
 * Reads one answer. Several options are kept in the order of the question, joined by commas; an empty value is no
 * answer (null). Problems at `<field>.<key>`: field-not-an-option, field-not-a-number, field-not-a-day, field-too-long.
 */
export function readHouseAnswer(
  raw: RawHouseAnswer,
  question: Pick<HouseQuestion, "key" | "kind" | "options" | "asksDay">,
  today: Day,
): { answer: ReadHouseAnswer | null; problems: Problem[] } {
  const at = (field: string) => `${field}.${question.key}`;
  const problems: Problem[] = [];
  const value = plainValue(raw.value, question);
  if (value === null) {
    const code = question.kind === "number" ? "field-not-a-number" : "field-not-an-option";
    problems.push(problem(code, { value: raw.value }, at("value")));
  }
  const happenedOn = question.asksDay ? raw.happenedOn.trim() : "";
  if (happenedOn !== "" && (!isRealDay(happenedOn) || happenedOn > today)) {
    problems.push(problem("field-not-a-day", { value: happenedOn }, at("happenedOn")));
  }
  const note = raw.note.trim();
  if (note.length > 2000) problems.push(problem("field-too-long", { max: 2000 }, at("note")));
  if (value === null || value === "" || problems.length > 0) return { answer: null, problems };
  return {
    answer: { questionKey: question.key, value, happenedOn: happenedOn || null, note },
    problems,
  };
}

/** What an answer rests on: the records where they suggest the same, else the year before, else the person alone. */
export function basisOf(
  answer: ReadHouseAnswer,
  proposal: RecordProposal | null,
  carried: HouseRecord | null,
): AnswerBasis {
  if (proposal !== null && proposal.value === answer.value) return "records";
  const isSame =
    carried !== null &&
    carried.value === answer.value &&
    carried.note === answer.note &&
    carried.happenedOn === answer.happenedOn;
  return isSame ? "carried" : "asked";
}

/** The value in its plain form, "" for none, null for one the question does not know. */
function plainValue(text: string, { kind, options }: Pick<HouseQuestion, "kind" | "options">): string | null {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return "";
  switch (kind) {
    case "yes-no":
      return plain === "yes" || plain === "no" ? plain : null;
    case "choice":
      return options.includes(plain) ? plain : null;
    case "choices": {
      const chosen = plain.split(",").filter((each) => each !== "");
      return chosen.every((each) => options.includes(each))
        ? options.filter((each) => chosen.includes(each)).join(",")
        : null;
    }
    case "number": {
      const digits = plain.replace(/,/g, "");
      return /^\d{1,6}$/.test(digits) ? String(Number(digits)) : null;
    }
    default:
      return assertNever(kind);
  }
}

/** The class of a number of beds; null without a number or outside every class. */
export function bedClassOf(
  classes: Survey["bedClasses"],
  beds: number | null,
): Survey["bedClasses"][number] | null {
  if (beds === null) return null;
  return classes.find(({ from, to }) => beds >= from && (to === null || beds <= to)) ?? null;
}
