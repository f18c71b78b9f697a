import {
  type CheckFacts,
  type Citation,
  houseAnswerOn,
  lastDone,
  measuresThatCount,
  systemsOn,
  vendorsUnderContract,
} from "./check-facts.ts";
import type { Day } from "./day.ts";
import type { EvidenceTopic } from "./evidence-topic.ts";
import { fiscalYearOf } from "./figures.ts";
import { assertNever } from "./problem.ts";
import { twoFactorAsOf, twoFactorPlaces } from "./two-factor.ts";

/** What the records say to a question; words in messages/, by code, with two numbers. */
export const evidenceCodes = [
  "systems-and-servers",
  "house-yes",
  "house-no",
  "house-missing",
  "remote-confirmed",
  "systems-disclosed",
  "measure-done",
  "servers-with-bearer",
  "two-factor-in-time",
  "connections-limited",
  "vendors-reachable",
  "vendors-yes",
  "contracts-with-sheet",
  "connections-confirmed",
  "two-factor-ready",
  "two-factor-planned",
  "obstacle-system",
  "obstacle-budget",
  "obstacle-other",
  "two-factor-yen",
  "record-systems",
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

/** Sentences about one question that a person answered, or has still to answer. */
export function isOfHouse(code: EvidenceCode): boolean {
  return code === "house-yes" || code === "house-no" || code === "house-missing";
}

export type EvidenceStatement = {
  code: EvidenceCode;
  count: number;
  total: number;
  /** Records behind the count; at most 20, the rest is in `count`. */
  cites: Citation[];
  /** Names of what is missing; at most 20. */
  missing: string[];
};

/** yes, no: the records by themselves speak for this answer. open: they do not settle it. Never an answer. */
export const leans = ["yes", "no", "open"] as const;
export type Lean = (typeof leans)[number];
export type Evidence = { topic: EvidenceTopic; lean: Lean; statements: EvidenceStatement[] };

export const MOST_CITED = 20;

export type EvidenceBasis = {
  facts: CheckFacts;
  day: Day;
  twoFactorBy: Day;
  /** The words of a question about the hospital, by key. */
  houseTexts: ReadonlyMap<string, string>;
};
type Basis = EvidenceBasis;

/**
 * 根拠の案: what the records say to a topic on a day. A person answers; nothing here is an answer. A lean is given
 * only where the records speak for every system, place, vendor or connection asked about; silence leaves it open.
 */
export function evidenceFor(topic: EvidenceTopic, basis: Basis): Evidence {
  switch (topic) {
    case "gate":
      return gate(basis);
    case "responsible-person":
      return { topic, ...houseOnly(basis, ["responsible-person"]) };
    case "bcp":
      return { topic, ...houseOnly(basis, ["bcp"]) };
    case "rules":
      return { topic, ...houseOnly(basis, ["rules"]) };
    case "backup":
      return { topic, ...withMeasure(basis, topic, houseOnly(basis, ["backup-methods", "backup-offline"])) };
    case "device-ledger":
      return deviceLedger(basis);
    case "remote-maintenance":
      return remoteMaintenance(basis);
    case "disclosures":
      return disclosures(basis);
    case "patches":
      return patches(basis);
    case "two-factor":
      return twoFactor(basis);
    case "network-limit":
      return networkLimit(basis);
    case "contact-chart":
      return contactChart(basis);
    case "access-rights":
    case "accounts":
    case "passwords":
    case "password-reuse":
    case "media":
    case "logs":
    case "unused-services":
      return { topic, ...withMeasure(basis, topic, { lean: "open", statements: [] }) };
    default:
      return assertNever(topic);
  }
}

type Said = { lean: Lean; statements: EvidenceStatement[] };

export function statement(
  code: EvidenceCode,
  cites: readonly Citation[],
  total: number,
  missing: readonly string[] = [],
  count = cites.length,
): EvidenceStatement {
  return { code, count, total, cites: cites.slice(0, MOST_CITED), missing: missing.slice(0, MOST_CITED) };
}

function gate({ facts, day }: Basis): Evidence {
  const systems = systemsOn(facts, day);
  const said = statement("systems-and-servers", systems.map(citeSystem), facts.servers.length);
  return { topic: "gate", lean: systems.length > 0 ? "yes" : "open", statements: [said] };
}

const citeSystem = (each: { id: string; name: string }): Citation => ({
  kind: "system",
  id: each.id,
  label: each.name,
  on: null,
});

/** はい when every house question was answered はい (or 全部), いいえ when one was not, open when one is unanswered. */
function houseOnly({ facts, day, houseTexts }: Basis, keys: readonly string[]): Said {
  const statements = keys.map((key): EvidenceStatement => {
    const held = houseAnswerOn(facts.house, key, day);
    if (held === null) return statement("house-missing", [], 1, [houseTexts.get(key) ?? key]);
    const cite: Citation = {
      kind: "house-answer",
      id: held.questionKey,
      label: houseTexts.get(key) ?? key,
      on: held.happenedOn ?? held.effectiveFrom,
    };
    return statement(isAffirmed(held.value) ? "house-yes" : "house-no", [cite], 1);
  });
  const all = (code: EvidenceCode) => statements.every((each) => each.code === code);
  const isDenied = statements.some((each) => each.code === "house-no");
  return { lean: isDenied ? "no" : all("house-yes") ? "yes" : "open", statements };
}

const isAffirmed = (value: string) => value === "yes" || value === "all";

/** Adds for how many systems the measure was done in this fiscal year; all of them speak for はい. */
function withMeasure({ facts, day }: Basis, measureKey: string, said: Said): Said {
  const counting = measuresThatCount(facts.measures);
  const systems = systemsOn(facts, day);
  const done = systems.map((system) => ({
    system,
    last: lastDone(counting, { systemId: system.id, measureKey }, day),
  }));
  const inYear = done.filter(({ last }) => last !== null && fiscalYearOf(last.doneOn) === fiscalYearOf(day));
  const cites = inYear.map(
    ({ system, last }): Citation => ({
      kind: "measure-record",
      id: system.id,
      label: system.name,
      on: last?.doneOn ?? null,
    }),
  );
  const missing = done.filter((each) => !inYear.includes(each)).map(({ system }) => system.name);
  const isWhole = systems.length > 0 && missing.length === 0;
  const lean = said.lean === "open" && isWhole && said.statements.length === 0 ? "yes" : said.lean;
  return {
    lean,
    statements: [...said.statements, statement("measure-done", cites, systems.length, missing)],
  };
}

function deviceLedger(basis: Basis): Evidence {
  const house = houseOnly(basis, ["it-ledger"]);
  const systems = systemsOn(basis.facts, basis.day);
  const said = statement("systems-and-servers", systems.map(citeSystem), basis.facts.servers.length);
  return { topic: "device-ledger", lean: house.lean, statements: [said, ...house.statements] };
}

/** A vendor counts when a person confirmed a connection for remote maintenance of one of its systems. */
function remoteMaintenance({ facts }: Basis): Evidence {
  const vendors = vendorsUnderContract(facts.contracts);
  const vendorOf = new Map(facts.systems.map((each) => [each.id, each.vendorId]));
  const confirmed = facts.connections.filter(
    (each) => each.purpose === "remote-maintenance" && each.confirmedOn !== null,
  );
  const of = (vendorId: string) => confirmed.filter((each) => vendorOf.get(each.systemId) === vendorId);
  const cites = vendors.flatMap((vendor) =>
    of(vendor.id)
      .slice(0, 1)
      .map(({ id, name, confirmedOn }): Citation => {
        return { kind: "connection", id, label: `${vendor.name}：${name}`, on: confirmedOn };
      }),
  );
  const missing = vendors.filter((each) => of(each.id).length === 0).map((each) => each.name);
  const lean = vendors.length > 0 && missing.length === 0 ? "yes" : "open";
  return {
    topic: "remote-maintenance",
    lean,
    statements: [statement("remote-confirmed", cites, vendors.length, missing)],
  };
}

/** Systems in use without a disclosure are named; one of them speaks for いいえ. */
function disclosures({ facts, day }: Basis): Evidence {
  const said = disclosedSystems(facts, day);
  const lean = said.total === 0 ? "open" : said.missing.length === 0 ? "yes" : "no";
  return { topic: "disclosures", lean, statements: [said] };
}

/** Systems in use on the day with a disclosure made by then. */
export function disclosedSystems(facts: CheckFacts, day: Day): EvidenceStatement {
  const systems = systemsOn(facts, day);
  const byVersion = new Map(
    facts.disclosures.filter((each) => each.issuedOn <= day).map((each) => [each.productVersionId, each]),
  );
  const cites = systems.flatMap((system): Citation[] => {
    const held = byVersion.get(system.productVersionId);
    return held ? [{ kind: "disclosure", id: held.id, label: system.name, on: held.issuedOn }] : [];
  });
  const missing = systems.filter((each) => !byVersion.has(each.productVersionId)).map((each) => each.name);
  return statement("systems-disclosed", cites, systems.length, missing);
}

/** Who bears the updates says nothing of whether they were made, so only done measures speak for はい. */
function patches(basis: Basis): Evidence {
  const { lean, statements } = withMeasure(basis, "patches", { lean: "open", statements: [] });
  return { topic: "patches", lean, statements: [...statements, serversWithBearer(basis.facts)] };
}

/** Servers whose bearer of security updates is settled. */
export function serversWithBearer(facts: CheckFacts): EvidenceStatement {
  const settled = facts.servers.filter((each) => each.bearer !== "unclear");
  const missing = facts.servers.filter((each) => each.bearer === "unclear");
  const cites = settled.map((each): Citation => {
    return { kind: "server", id: each.id, label: `${each.system}：${each.name}`, on: null };
  });
  const names = missing.map((each) => `${each.system}：${each.name}`);
  return statement("servers-with-bearer", cites, facts.servers.length, names);
}

/** はい may mean planned up to a day (the edition's own words); not possible or later speaks for いいえ. */
function twoFactor({ facts, day, twoFactorBy }: Basis): Evidence {
  const places = systemsOn(facts, day).flatMap((system) =>
    twoFactorPlaces.map((place) => ({
      system,
      place,
      held: twoFactorAsOf(facts.twoFactor, { systemId: system.id, place }, day, Number.MAX_SAFE_INTEGER),
    })),
  );
  const fits = ({ held }: (typeof places)[number]) =>
    held !== null &&
    (held.state === "ready" ||
      held.state === "not-applicable" ||
      (held.state === "planned" && held.plannedOn !== null && held.plannedOn <= twoFactorBy));
  const inTime = places.filter(fits);
  const others = places.filter((each) => !fits(each));
  const cites = inTime.map(({ system, held }): Citation => {
    return { kind: "two-factor", id: system.id, label: system.name, on: held?.effectiveFrom ?? null };
  });
  const isDenied = others.some((each) => each.held !== null);
  const lean = places.length === 0 ? "open" : others.length === 0 ? "yes" : isDenied ? "no" : "open";
  const missing = [...new Set(others.map(({ system }) => system.name))];
  return {
    topic: "two-factor",
    lean,
    statements: [statement("two-factor-in-time", cites, places.length, missing)],
  };
}

function networkLimit({ facts }: Basis): Evidence {
  const { connections } = facts;
  const limited = connections.filter((each) => each.sourceLimit === "limited");
  const others = connections.filter((each) => each.sourceLimit !== "limited");
  const cites = limited.map((each): Citation => {
    return { kind: "connection", id: each.id, label: each.name, on: each.confirmedOn };
  });
  const isOpen = others.some((each) => each.sourceLimit === "unlimited");
  const lean = connections.length === 0 ? "open" : others.length === 0 ? "yes" : isOpen ? "no" : "open";
  const names = others.map((each) => each.name);
  return {
    topic: "network-limit",
    lean,
    statements: [statement("connections-limited", cites, connections.length, names)],
  };
}

/** The chart itself is the hospital's paper; the register says only whom it can name. */
function contactChart(basis: Basis): Evidence {
  const vendors = vendorsUnderContract(basis.facts.contracts);
  const reachable = vendors.filter((each) => basis.facts.reachableVendorIds.has(each.id));
  const missing = vendors.filter((each) => !basis.facts.reachableVendorIds.has(each.id));
  const cites = reachable.map((each): Citation => {
    return { kind: "vendor", id: each.id, label: each.name, on: null };
  });
  const house = houseOnly(basis, ["contact-chart"]);
  const names = missing.map((each) => each.name);
  const said = statement("vendors-reachable", cites, vendors.length, names);
  return { topic: "contact-chart", lean: house.lean, statements: [said, ...house.statements] };
}
