import {
  disclosedFiles,
  newestResponses,
  newestSubmissions,
  reachableContacts,
  systemsInUse,
} from "#db/queries/binders.server";
import { revisionsOfEverySheet, rowsOfRevisions, termsOfEveryContract } from "#db/queries/coverage.server";
import { currentDisclosures } from "#db/queries/deadlines.server";
import { answersOfDisclosures } from "#db/queries/decision-records.server";
import { confirmedClauses } from "#db/queries/decisions.server";
import { findHospital } from "#db/queries/people.server";
import { listRequestRows } from "#db/queries/request-lists.server";
import type { Catalogues } from "~/catalogues.server";
import { type Finding, gapsFirst } from "~/domain/assessment";
import type {
  BinderChecklist,
  BinderContact,
  BinderDisclosure,
  BinderGap,
  BinderGaps,
  BinderInput,
  BinderRequest,
  BinderSheet,
} from "~/domain/binder-facts";
import type { Checklist } from "~/domain/checklist";
import { type Day, dayInTokyo } from "~/domain/day";
import { catalogueRef } from "~/domain/provenance";
import { aboutOf } from "~/domain/request";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import { isGap } from "~/domain/verdict";
import { assessStored, defaultEdition, officialTextKeys } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import { type ListedDecision, listDecisions } from "./decision-list.server";
import type { Ports } from "./ports.server";

/** Requests in a binder at most; a hospital that asked more often prints the newest. */
const MAX_REQUESTS = 500;

/** Everything a binder shows, as the records stand now: about two dozen queries, whatever the size of the hospital. */
export async function binderInput(ports: Ports, scope: Scope): Promise<BinderInput> {
  const today = dayInTokyo(ports.now());
  const [catalogues, hospital, systems, disclosures] = await Promise.all([
    cataloguesOf(ports, scope),
    findHospital(ports.db, scope),
    systemsInUse(ports.db, scope, today),
    currentDisclosures(ports.db, scope),
  ]);
  const edition = checklistInForce(catalogues);
  const guideline = defaultEdition(catalogues);
  const inUse = new Set(systems.map((each) => each.productVersionId));
  const shown = disclosures
    .filter((each) => inUse.has(each.productVersionId))
    .sort((a, b) => (`${a.about} ${a.name}` < `${b.about} ${b.name}` ? -1 : 1));
  const [contacts, checklists, disclosed, gaps, sheets, requests] = await Promise.all([
    contactsOf(ports, scope, systems, today),
    edition ? checklistsOf(ports, scope, edition, systems, hospital?.name ?? "") : [],
    disclosuresOf(ports, scope, shown),
    gapsOf(ports, scope, catalogues, guideline, shown),
    sheetsInForce(ports, scope, today),
    requestsOf(ports, scope),
  ]);
  const head = catalogues.guideline(guideline)?.head;
  return {
    hospital: hospital?.name ?? "",
    madeOn: today,
    edition: edition && { title: edition.head.title, version: edition.head.version },
    contacts,
    checklists,
    disclosures: disclosed,
    gaps,
    sheets,
    requests,
    editions: [
      ...(head ? [`${head.title}（${guideline}）`] : []),
      ...(edition ? [`${edition.head.title}（${catalogueRef(edition.head)}）`] : []),
    ],
  };
}

/** The newest edition that no other replaced; of two of one day the one that is loaded last. */
function checklistInForce(catalogues: Catalogues): Checklist | null {
  const editions = [...catalogues.checklists.values()].filter((each) => each.head.replacedBy === null);
  const issued = (each: Checklist) => each.head.issuedOn ?? "";
  return editions.reduce<Checklist | null>(
    (newest, each) => (newest === null || issued(each) >= issued(newest) ? each : newest),
    null,
  );
}

type InUse = Awaited<ReturnType<typeof systemsInUse>>;

/** Vendors of systems in use, each with its systems. */
function vendorsOf(systems: InUse): Map<string, { vendor: string; systems: string[] }> {
  const vendors = new Map<string, { vendor: string; systems: string[] }>();
  for (const { vendorId, vendor, name } of systems) {
    const known = vendors.get(vendorId) ?? { vendor, systems: [] };
    known.systems.push(name);
    vendors.set(vendorId, known);
  }
  return vendors;
}

async function contactsOf(ports: Ports, scope: Scope, systems: InUse, today: Day): Promise<BinderContact[]> {
  const vendors = vendorsOf(systems);
  const people = await reachableContacts(ports.db, scope, [...vendors.keys()], today);
  return [...vendors].flatMap(([vendorId, { vendor, systems: names }]): BinderContact[] => {
    const own = people.filter((each) => each.vendorId === vendorId);
    if (own.length === 0) return [{ vendor, systems: names, person: null }];
    return own.map(({ vendorId: _vendor, ...person }) => ({ vendor, systems: names, person }));
  });
}

/** 医療機関確認用 first, then one 事業者確認用 a vendor; rows in the edition's own order, unanswered ones too. */
async function checklistsOf(
  ports: Ports,
  scope: Scope,
  edition: Checklist,
  systems: InUse,
  hospital: string,
): Promise<BinderChecklist[]> {
  const responses = await newestResponses(ports.db, scope, catalogueRef(edition.head));
  const sheet = (respondent: string, side: "hospital" | "vendor", vendorId: string | null) => {
    const found = responses.find(
      (each) => each.respondent === side && (side === "hospital" || each.vendorId === vendorId),
    );
    const answers = new Map(found?.answers.map((each) => [each.itemKey, each]));
    const rows = edition.items
      .filter((each) => each.audience === "both" || each.audience === side)
      .map((item) => {
        const given = answers.get(item.key);
        const target = given?.targetOn ?? given?.targetText ?? "";
        return {
          no: item.no,
          item: item.item,
          answer: given?.answer ?? null,
          remark: given?.remark ?? "",
          target,
        };
      });
    return { respondent, answeredOn: found?.answeredOn ?? null, rows };
  };
  const vendors = [...vendorsOf(systems)].map(([id, { vendor }]) => sheet(vendor, "vendor", id));
  return [sheet(hospital, "hospital", null), ...vendors];
}

type Disclosed = Awaited<ReturnType<typeof currentDisclosures>>;

async function disclosuresOf(ports: Ports, scope: Scope, shown: Disclosed): Promise<BinderDisclosure[]> {
  const files = await disclosedFiles(
    ports.db,
    scope,
    shown.map((each) => each.id),
  );
  const byId = new Map(files.map((each) => [each.id, each]));
  return shown.flatMap((each) => {
    const file = byId.get(each.id);
    if (!file) return [];
    const { yes, no, notApplicable, blank, unclear, fileName, sha256 } = file;
    return [
      {
        vendor: each.about,
        product: each.name,
        form: `${each.form} ${each.formVersion}`,
        issuedOn: each.issuedOn,
        counts: { yes, no, notApplicable, open: blank + unclear },
        fileName,
        sha256,
      },
    ];
  });
}

/** Every gap of every newest disclosure with what was decided on it; none is left out because nobody decided. */
async function gapsOf(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  guidelineRef: string,
  shown: Disclosed,
): Promise<BinderGaps[]> {
  const [answers, { decisions }, confirmations] = await Promise.all([
    answersOfDisclosures(
      ports.db,
      scope,
      shown.map((each) => each.id),
    ),
    listDecisions(ports, scope),
    confirmedClauses(ports.db, scope, guidelineRef),
  ]);
  const guideline = catalogues.guideline(guidelineRef);
  const confirmed = new Set([
    ...confirmations.map((each) => each.requirement),
    ...officialTextKeys(guideline?.requirements ?? []),
  ]);
  const byDisclosure = new Map<string, typeof answers>();
  for (const each of answers) {
    const own = byDisclosure.get(each.disclosureId);
    if (own) own.push(each);
    else byDisclosure.set(each.disclosureId, [each]);
  }
  return shown.flatMap((disclosure) => {
    const own = byDisclosure.get(disclosure.id) ?? [];
    const findings = assessStored(ports, catalogues, disclosure, own, guidelineRef)?.findings ?? [];
    const taken = decisions.filter(
      (each) => each.newestDisclosureId === disclosure.id && each.guideline === guidelineRef,
    );
    const rows = gapsFirst(findings.filter((each) => isGap(each.verdict))).map((finding): BinderGap => {
      const { key, summary } = finding.requirement;
      const decision = taken.find((each) => each.requirement === key);
      return {
        clause: confirmed.has(key) ? finding.clause : "",
        summary,
        verdict: finding.verdict,
        answers: answersOfFinding(finding),
        decision: decision ? decided(decision) : null,
      };
    });
    if (rows.length === 0) return [];
    const title = `${disclosure.about}　${disclosure.name}（${disclosure.form} ${disclosure.formVersion}）`;
    return [{ title, guideline: guideline?.head.title ?? guidelineRef, rows }];
  });
}

/** The answers a finding rests on, each once. */
function answersOfFinding({ lines }: Finding): BinderGap["answers"] {
  const all = lines.flatMap((line) => line.answers);
  return [...new Map(all.map(({ no, answer, remark }) => [no, { no, answer, remark }])).values()];
}

function decided(decision: ListedDecision): NonNullable<BinderGap["decision"]> {
  const { kind, state, owner, dueOn, likelihood, impact, approver, approverTitle, approvedOn } = decision;
  return {
    kind,
    state,
    owner,
    dueOn,
    likelihood,
    impact,
    approval: approver === null ? "" : `${approvedOn ?? ""} ${approverTitle ?? ""} ${approver}`.trim(),
    text: decision.inspectionText === "" ? decision.reason : decision.inspectionText,
  };
}

async function sheetsInForce(ports: Ports, scope: Scope, today: Day): Promise<BinderSheet[]> {
  const [heads, terms] = await Promise.all([
    revisionsOfEverySheet(ports.db, scope),
    termsOfEveryContract(ports.db, scope),
  ]);
  const sheets = [...new Set(heads.map((each) => each.roleSheetId))];
  const held = sheets.flatMap(
    (id) =>
      asOf(
        heads.filter((each) => each.roleSheetId === id),
        today,
        Number.MAX_SAFE_INTEGER,
      ) ?? [],
  );
  const rows = await rowsOfRevisions(
    ports.db,
    scope,
    held.map((each) => each.id),
  );
  const contracts = new Map(terms.map((each) => [each.contractId, `${each.number} ${each.title}`]));
  return held.flatMap((head) => {
    const contract = contracts.get(head.contractId);
    if (contract === undefined) return [];
    const own = (rows.get(head.id) ?? []).map(({ no, label, party, thirdPartyName, what, completedOn }) => ({
      no,
      label,
      party,
      thirdPartyName,
      what,
      completedOn,
    }));
    return [{ contract, title: head.title, effectiveFrom: head.effectiveFrom, rows: own }];
  });
}

async function requestsOf(ports: Ports, scope: Scope): Promise<BinderRequest[]> {
  const query = {
    search: "",
    kind: null,
    states: null,
    dueBefore: null,
    roundId: null,
    vendorId: null,
    productId: null,
    productVersionId: null,
    contractId: null,
    sort: "createdAt" as const,
    isDescending: true,
    page: 1,
    pageSize: MAX_REQUESTS,
  };
  const [{ rows }, submissions] = await Promise.all([
    listRequestRows(ports.db, scope, query),
    newestSubmissions(ports.db, scope),
  ]);
  return rows.map((each) => {
    const submission = submissions.get(each.id);
    return {
      vendor: each.vendor,
      kind: each.kind,
      about: aboutOf(each),
      askedOn: dayInTokyo(each.createdAt),
      dueOn: each.dueOn,
      state: each.state,
      submittedOn: submission ? dayInTokyo(submission.submittedAt) : null,
      sha256: submission?.sha256 ?? "",
    };
  });
}
