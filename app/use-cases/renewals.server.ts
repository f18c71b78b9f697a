import { z } from "zod";
import { unconfirmedByContract } from "#db/queries/connections.server";
import { datedContracts } from "#db/queries/deadlines.server";
import { currentDecisionsOf } from "#db/queries/decisions.server";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import { openAnswersOf } from "#db/queries/paper-records.server";
import {
  countContractsInUse,
  coveredByContract,
  serversByContract,
  sheetsAgreed,
  undecidedByContract,
} from "#db/queries/renewals.server";
import { openReviewsByContract } from "#db/queries/role-reviews.server";
import { subcontractorsWithDays, unapprovedByContract } from "#db/queries/subcontractors.server";
import { type Day, dayInTokyo } from "~/domain/day";
import type { Deadline } from "~/domain/deadline";
import {
  calendarDay,
  expectedPeriod,
  type OpenMatter,
  openMattersOf,
  type RenewalFacts,
  renewalOf,
} from "~/domain/renewal";
import type { Scope } from "~/domain/scope";
import { topicAnswers } from "./connection-proposals.server";
import type { Ports } from "./ports.server";

/** Which answers a decision rests on. */
const basisSchema = z.object({ answers: z.array(z.object({ no: z.string(), question: z.string() })) });

/**
 * 更新カレンダー: every contract in use that has an end, with its notice day, its alarm and what its records leave to be
 * settled before, and how many have none. The same dozen queries whatever the number of contracts.
 */
export async function showRenewals(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const contracts = await datedContracts(ports.db, scope);
  const matters = await openMattersByContract(ports, scope, today);
  const rows = contracts.flatMap((contract) => {
    const renewal = renewalOf(contract, today);
    if (renewal === null) return [];
    const { id, name, about } = contract;
    const kind = contract.renewal;
    const day = calendarDay(renewal);
    return [{ id, name, about, kind, day, ...renewal, matters: matters.get(id) ?? noRecords(today) }];
  });
  const withoutEnd = (await countContractsInUse(ports.db, scope)) - contracts.length;
  const sorted = rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return { today, withoutEnd, rows: sorted };
}

/** A contract that covers nothing and of which nothing is recorded. */
function noRecords(today: Day): OpenMatter[] {
  return openMattersOf(emptyFacts(), today);
}

function emptyFacts(): RenewalFacts {
  return {
    gapsUndecided: 0,
    promisesOverdue: 0,
    systemsWithoutTwoFactor: 0,
    systemsWithoutDisclosure: 0,
    disclosedOn: [],
    sheetsAgreedOn: [],
    reviewsOpen: 0,
    rowsUndecided: 0,
    serversUnclear: 0,
    vendorServersWithoutClause: 0,
    subcontractorsUnapproved: 0,
    connectionsUnconfirmed: 0,
  };
}

/**
 * Contracts with an end as 期限 reads them. Of one that renews itself and whose recorded period is over, the notice day
 * is the one before the end that would follow: the one that was recorded can be missed no more.
 */
export async function contractDays(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  return (await datedContracts(ports.db, scope)).flatMap((each) => {
    const expected = expectedPeriod(each, today);
    if (expected === null) return [each];
    const over = { ...each, noticeMonths: null, noticeDays: null };
    return [over, { ...each, inForceTo: expected.inForceTo }];
  });
}

/** Days on which certificates of subcontractors in use end, with the contract they work under: one query. */
export async function certificateDays(ports: Ports, scope: Scope) {
  const subcontractors = await subcontractorsWithDays(ports.db, scope);
  return subcontractors.flatMap(
    ({ id: subcontractorId, contractId: id, name: about, contract, certificates }) =>
      certificates.flatMap(({ name, number, expiresOn }) => {
        const part = `${subcontractorId} ${name} ${number}`;
        return expiresOn === null ? [] : [{ id, part, expiresOn, name: `${name}（${contract}）`, about }];
      }),
  );
}

/** 更新までに決めること of each contract that covers a system or has a role sheet. */
export async function openMattersByContract(
  ports: Ports,
  scope: Scope,
  today: Day,
): Promise<ReadonlyMap<string, OpenMatter[]>> {
  const { db } = ports;
  const covered = await coveredByContract(db, scope);
  const versions = [...new Set(covered.map((each) => each.productVersionId))];
  const [byVersion, servers, undecided, sheets, reviews, unapproved, unconfirmed] = [
    await stateOfVersions(ports, scope, versions, today),
    await serversByContract(db, scope, today),
    await undecidedByContract(db, scope),
    await sheetsAgreed(db, scope, today),
    await openReviewsByContract(db, scope),
    await unapprovedByContract(db, scope),
    await unconfirmedByContract(db, scope),
  ];
  const of = <T extends { contractId: string }>(list: readonly T[], id: string) =>
    list.filter((each) => each.contractId === id);
  const ids = [covered, servers, undecided, sheets, reviews, unapproved, unconfirmed].flatMap((list) =>
    list.map((each) => each.contractId),
  );
  const matters = [...new Set(ids)].map((id): [string, OpenMatter[]] => {
    const systems = of(covered, id).map((each) => byVersion.get(each.productVersionId));
    const own = [...new Set(systems)].flatMap((each) => each ?? []);
    const facts: RenewalFacts = {
      gapsUndecided: sum(own.map((each) => each.gapsUndecided)),
      promisesOverdue: sum(own.map((each) => each.promisesOverdue)),
      systemsWithoutTwoFactor: systems.filter((each) => !each?.hasTwoFactor).length,
      systemsWithoutDisclosure: systems.filter((each) => !each || each.disclosedOn.length === 0).length,
      disclosedOn: own.flatMap((each) => each.disclosedOn),
      sheetsAgreedOn: of(sheets, id).map((each) => each.agreedOn),
      reviewsOpen: sum(of(reviews, id).map((each) => each.count)),
      rowsUndecided: sum(of(undecided, id).map((each) => each.undecided)),
      serversUnclear: sum(of(servers, id).map((each) => each.unclear)),
      vendorServersWithoutClause: sum(of(servers, id).map((each) => each.withoutClause)),
      subcontractorsUnapproved: sum(of(unapproved, id).map((each) => each.count)),
      connectionsUnconfirmed: sum(of(unconfirmed, id).map((each) => each.count)),
    };
    return [id, openMattersOf(facts, today)];
  });
  return new Map(matters);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + Number(each), 0);
}

type VersionState = {
  gapsUndecided: number;
  promisesOverdue: number;
  hasTwoFactor: boolean;
  disclosedOn: Day[];
};

/** What the disclosures and decisions of product versions leave open. */
async function stateOfVersions(
  ports: Ports,
  scope: Scope,
  versions: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, VersionState>> {
  const [disclosures, decisions, topics] = [
    await currentDisclosuresOf(ports.db, scope, versions),
    await currentDecisionsOf(ports.db, scope, versions),
    await topicAnswers(ports, scope, versions),
  ];
  const open = await openAnswersOf(
    ports.db,
    scope,
    disclosures.map((each) => each.id),
  );
  const states = versions.map((version): [string, VersionState] => {
    const own = disclosures.filter((each) => each.productVersionId === version);
    const ids = new Set(own.map((each) => each.id));
    const decided = decisions.filter((each) => each.productVersionId === version);
    const settled = new Set(
      decided.flatMap((each) => basisSchema.parse(JSON.parse(each.basis)).answers.map(keyOf)),
    );
    const late = decided.filter(
      (each) =>
        each.dueOn !== null && each.dueOn < today && each.closedOn === null && each.kind !== "not-applicable",
    );
    const factors = (topics.get(version) ?? []).filter(
      (each) => each.field === "secondFactor" && each.means === "in-place",
    );
    return [
      version,
      {
        gapsUndecided: open.filter((each) => ids.has(each.disclosureId) && !settled.has(keyOf(each))).length,
        promisesOverdue: late.length,
        hasTwoFactor: factors.length > 0 && factors.every((each) => each.answer === "yes"),
        disclosedOn: own.map((each) => each.issuedOn),
      },
    ];
  });
  return new Map(states);
}

function keyOf(answer: { no: string; question: string }): string {
  return `${answer.no} ${answer.question}`;
}

/** What is to be settled before the notice days among these deadlines, by contract; nothing is asked without one. */
export async function noticeMatters(
  ports: Ports,
  scope: Scope,
  deadlines: readonly Pick<Deadline, "kind" | "recordId">[],
): Promise<Record<string, OpenMatter[]>> {
  const wanted = new Set(deadlines.filter((each) => each.kind === "notice-day").map((each) => each.recordId));
  if (wanted.size === 0) return {};
  const matters = await openMattersByContract(ports, scope, dayInTokyo(ports.now()));
  return Object.fromEntries([...matters].filter(([id]) => wanted.has(id)));
}
