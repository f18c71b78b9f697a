import { disclosuresOfVersions } from "#db/queries/contract-timeline.server";
import { procurementOfContract } from "#db/queries/procurements.server";
import { listRoleSheets } from "#db/queries/role-sheets.server";
import { noticeDay } from "~/domain/contract";
import { contractHistory, disclosuresAsOf, hasLaterRevision, historySpan } from "~/domain/contract-history";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { countRows } from "~/domain/role-sheet";
import type { UpdateBearer } from "~/domain/update-bearer";
import { readHistory } from "~/history.server";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import type { Visit } from "~/scope.server";
import { askWhoWasInCharge, showContract } from "~/use-cases/look-back.server";
import { outsidePartiesThen } from "~/use-cases/outside-parties.server";
import { listRequests } from "~/use-cases/requests.server";

export type Asked = { day: string; knownOn: string; row: string };
type Shown = Extract<Awaited<ReturnType<typeof showContract>>, { ok: true }>["value"];

/**
 * Everything the contract's page shows as of a day, known by a day.
 * @throws 404 when this hospital has no such contract, 422 when a day is none
 */
export async function readContractPage(visit: Visit, contractId: string, asked: Asked) {
  const { ports, scope } = visit;
  const result = await showContract(ports, scope, { contractId, day: asked.day, knownOn: asked.knownOn });
  if (!result.ok) throw refuse(result.problems);
  const shown = result.value;
  const { contract, systems, day, knownOn, knownSeq, period } = shown;
  const isArchived = contract.archivedAt !== null;
  const isEditor = may(scope, "contract:write") && !shown.isPast;
  const { disclosures, roleSheets, history, requests, origin } = await readAround(visit, shown);
  const answers = await readAnswers(visit, contractId, asked);
  const named = withNames(visit, disclosures);
  const today = dayInTokyo(ports.now());
  const outside = await outsidePartiesThen(ports, scope, {
    contracts: [
      {
        contractId,
        number: contract.number,
        vendor: contract.vendorName,
        systemIds: systems.map((each) => each.id),
      },
    ],
    isWhole: false,
    dates: shown,
  });
  const marks = contractHistory({ ...shown, disclosures: named }, knownSeq);
  return {
    contract: headOf(shown),
    isArchived,
    origin: origin !== null && origin.recordedSeq <= knownSeq ? origin : null,
    period: period && { inForceFrom: period.inForceFrom, inForceTo: period.inForceTo },
    noticeOn: period && noticeDay(period.inForceTo, period),
    state: shown.state,
    systems: systems.map((each) => ({ id: each.id, name: each.name })),
    bearers: countBearers(outside.servers),
    asked: { day, knownOn, row: asked.row },
    today,
    isPast: shown.isPast,
    marks,
    span: historySpan(marks, [day, today]),
    rows: rowsOf(shown),
    answers,
    held: heldOf(shown),
    outside,
    disclosuresHeld: disclosuresAsOf(named, day, knownSeq),
    roleSheets: roleSheets.rows,
    papers: shown.papers.filter((each) => each.recordedSeq <= knownSeq),
    history,
    requests,
    mayEdit: isEditor && !isArchived,
    mayRestore: isEditor && isArchived,
  };
}

function headOf({ contract }: Shown) {
  const { id, version, number, title, vendorId, vendorName, kind, renewal, signedOn } = contract;
  const { hospitalLabel, vendorLabel } = contract;
  return {
    id,
    version,
    number,
    title,
    vendorId,
    vendorName,
    kind,
    renewal,
    hospitalLabel,
    vendorLabel,
    signedOn,
  };
}

/** What belongs to the contract besides its own records. */
async function readAround({ ports, scope }: Visit, { contract, systems }: Shown) {
  const versions = [...new Set(systems.map((each) => each.productVersionId))];
  const [disclosures, roleSheets, history, requests, origin] = await Promise.all([
    disclosuresOfVersions(ports.db, scope, versions),
    listRoleSheets(ports.db, scope, { contractId: contract.id, page: 1, pageSize: 20 }),
    readHistory(ports.db, scope, "contract", contract.id),
    listRequests(ports, scope, { contractId: contract.id, isDescending: true, pageSize: 20 }),
    procurementOfContract(ports.db, scope, contract.id),
  ]);
  const { rows, total } = requests;
  const asked = { rows, total, askPath: `/requests/new?contract=${contract.id}` };
  return { disclosures, roleSheets, history, requests: asked, origin };
}

/** Servers of the covered systems by who bore their updates on the day. */
function countBearers(servers: readonly { bearer: UpdateBearer }[]): Record<UpdateBearer, number> {
  const count = (bearer: UpdateBearer) => servers.filter((each) => each.bearer === bearer).length;
  return { vendor: count("vendor"), hospital: count("hospital"), unclear: count("unclear") };
}

export type ContractPage = Awaited<ReturnType<typeof readContractPage>>;

function withNames(visit: Visit, disclosures: Awaited<ReturnType<typeof disclosuresOfVersions>>) {
  const { formNames } = wordsOf(visit.language);
  return disclosures.map((each) => ({
    ...each,
    name: `${formNames[each.form]} ${each.formVersion} ${each.product}`,
  }));
}

/** The answer to "who": with the revision that proves it, or the plain reason why nobody can be named. */
async function readAnswers(visit: Visit, contractId: string, asked: Asked) {
  if (asked.row === "") return null;
  const found = await askWhoWasInCharge(visit.ports, visit.scope, {
    contractId,
    rowKey: asked.row,
    day: asked.day,
    knownOn: asked.knownOn,
  });
  if (!found.ok) throw refuse(found.problems);
  return found.value.answers.map(({ roleSheetId, title, answer }) => {
    if (answer.kind === "silent") return { roleSheetId, title, kind: answer.kind, why: answer.why };
    const { id, revisionNo, effectiveFrom } = answer.revision;
    const { what, label } = answer.row;
    const proof = { id, revisionNo, effectiveFrom };
    const { kind, party, thirdPartyName } = answer;
    return { roleSheetId, title, kind, party, thirdPartyName, what, label, proof };
  });
}

/** Rows one can ask about: every row of every agreed revision, once, by part and number. */
function rowsOf({ revisions }: Shown) {
  const rows = new Map<string, { rowKey: string; name: string; ordinal: number }>();
  for (const revision of revisions) {
    revision.rows.forEach(({ rowKey, no, label }, ordinal) => {
      rows.set(rowKey, { rowKey, name: `${no} ${label}`.trim(), ordinal });
    });
  }
  return [...rows.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** The agreed revision of each sheet that holds on the day, as known then. */
function heldOf({ sheets, knownSeq }: Shown) {
  return sheets.map(({ roleSheetId, title, held, revisions }) => ({
    roleSheetId,
    title,
    hasLater: hasLaterRevision(revisions, knownSeq),
    held: held && {
      id: held.id,
      revisionNo: held.revisionNo,
      effectiveFrom: held.effectiveFrom,
      agreedAt: held.agreedAt,
      counts: countRows(held.rows),
    },
  }));
}
