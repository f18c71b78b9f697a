import { currentDisclosures } from "#db/queries/deadlines.server";
import { promisesAnswered, promisesAsked } from "#db/queries/decision-records.server";
import { currentDecisions } from "#db/queries/decisions.server";
import { answersOfDisclosures } from "#db/queries/disclosures.server";
import { listPeople } from "#db/queries/people.server";
import { standInsFrom } from "#db/queries/stand-ins.server";
import type { Assessment } from "~/domain/assessment";
import { type Day, dayInTokyo } from "~/domain/day";
import { basisOf, type DecisionBasis } from "~/domain/decision";
import { parseBasis } from "~/domain/decision-file";
import { decisionStateOf, promiseStateOf, reopenCausesOf } from "~/domain/decision-state";
import { isWorkOf, workListsOf, workOf } from "~/domain/decision-work";
import type { Scope } from "~/domain/scope";
import { assessStored } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import { keptUntilWritten } from "./kept-until-written.server";
import type { Ports } from "./ports.server";

/** 担当の利用者: people of the hospital whom work can be shown to. */
export async function listOwners(ports: Ports, scope: Scope) {
  const people = await listPeople(ports.db, scope);
  return people.filter((each) => each.disabledAt === null).map(({ id, name }) => ({ id, name }));
}

export type ListedDecision = Awaited<ReturnType<typeof listDecisions>>["decisions"][number];
type Current = Awaited<ReturnType<typeof currentDecisions>>[number];

/**
 * 対応方針の一覧: every current decision of the hospital with where it stands today — whether its basis still says the
 * same, whether the acceptance still holds, what the vendor said. Eight queries whatever the size; the comparison runs
 * once for each newest disclosure and edition that a decision rests on.
 */
export async function listDecisions(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const [rows, disclosures, people, standIns] = await Promise.all([
    currentDecisions(ports.db, scope),
    currentDisclosures(ports.db, scope),
    listPeople(ports.db, scope),
    standInsFrom(ports.db, scope, today),
  ]);
  const own = workOf(scope.accountId ?? "", standIns, today);
  const mine = people.filter((each) => own.has(each.id));
  const ids = rows.filter((each) => each.kind === "vendor-fix").map((each) => each.id);
  const newest = newestBySeries(rows, disclosures);
  const disclosed = [...new Set([...newest.values()].map((each) => each.id))];
  const [asked, answered, answers, catalogues] = await Promise.all([
    promisesAsked(ports.db, scope, ids),
    promisesAnswered(ports.db, scope, ids),
    answersOfDisclosures(ports.db, scope, disclosed),
    cataloguesOf(ports, scope),
  ]);
  const askedOf = grouped(asked, (each) => each.decisionId);
  const answeredOf = grouped(answered, (each) => each.decisionId);
  const answersOf = grouped(answers, (each) => each.disclosureId);
  const compared = new Map<string, Assessment | null>();
  const basisNow = (row: Current): DecisionBasis | null => {
    const disclosure = newest.get(seriesOf(row));
    if (!disclosure) return null;
    const key = `${disclosure.id} ${row.guideline}`;
    if (!compared.has(key)) {
      const own = answersOf.get(disclosure.id) ?? [];
      compared.set(key, assessStored(ports, catalogues, disclosure, own, row.guideline));
    }
    const finding = compared.get(key)?.findings.find((each) => each.requirement.key === row.requirement);
    return finding ? basisOf(finding, row.guideline) : null;
  };
  const decisions = rows.map((row) => {
    const promise = promiseStateOf(
      (askedOf.get(row.id) ?? []).map((each) => ({ ...each, isRevoked: each.state === "revoked" })),
      answeredOf.get(row.id) ?? [],
    );
    const disclosureId = newest.get(seriesOf(row))?.id ?? row.disclosureId;
    return {
      ...listed(row, basisNow(row), disclosureId, promise, today),
      isMine: isWorkOf(row, mine),
    };
  });
  const absent = mine.filter((each) => each.id !== scope.accountId).map((each) => each.name);
  return { today, decisions, standingInFor: absent };
}

/**
 * 見直しを待つ対応方針: those that reopened because what they rest on changed or is gone. One query while nothing was
 * written since the last look.
 */
export const listReopened = keptUntilWritten(async (ports: Ports, scope: Scope) => {
  const { decisions } = await listDecisions(ports, { ...scope, accountId: null });
  return decisions
    .filter((each) => each.causes.some((cause) => cause !== "acceptance-over"))
    .map((each) => ({ id: each.id, name: `${each.product} ${each.productVersion}`, about: each.summary }));
});

function listed(
  { basis: json, ...row }: Current,
  now: DecisionBasis | null,
  disclosureId: string,
  promise: ReturnType<typeof promiseStateOf>,
  today: Day,
) {
  const basis = parseBasis(json);
  const facts = { ...row, isApproved: row.approvedOn !== null };
  const causes = reopenCausesOf({ ...facts, basis }, now, today);
  const state = decisionStateOf(facts, causes);
  const isLinked = row.isLinked === 1;
  const work = workListsOf({ kind: row.kind, state, causes, dueOn: row.dueOn, isLinked, promise }, today);
  return {
    ...row,
    basis,
    /** The newest disclosure of the series: where the decision is seen and taken anew. */
    newestDisclosureId: disclosureId,
    clause: basis.clause,
    summary: basis.summary,
    verdictNow: now?.verdict ?? null,
    isLinked,
    promise,
    causes,
    state,
    work,
  };
}

const seriesOf = (each: { productVersionId: string; form: string }) =>
  `${each.productVersionId} ${each.form}`;
type Disclosed = Awaited<ReturnType<typeof currentDisclosures>>[number];

/** The newest disclosure of each series that a decision belongs to. */
function newestBySeries(rows: readonly Current[], disclosures: readonly Disclosed[]): Map<string, Disclosed> {
  const decided = new Set(rows.map(seriesOf));
  return new Map(
    disclosures.filter((each) => decided.has(seriesOf(each))).map((each) => [seriesOf(each), each]),
  );
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
