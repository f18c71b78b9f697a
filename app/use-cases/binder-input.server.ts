import { disclosedFiles, newestResponses, reachableContacts, systemsInUse } from "#db/queries/binders.server";
import { revisionsOfEverySheet, rowsOfRevisions, termsOfEveryContract } from "#db/queries/coverage.server";
import { currentDisclosures } from "#db/queries/deadlines.server";
import { findHospital } from "#db/queries/people.server";
import type { Catalogues } from "~/catalogues.server";
import type {
  BinderChecklist,
  BinderContact,
  BinderDisclosure,
  BinderInput,
  BinderSheet,
} from "~/domain/binder-facts";
import type { Checklist } from "~/domain/checklist";
import { type Day, dayInTokyo } from "~/domain/day";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import { defaultEdition } from "./assess.server";
import { auditHead } from "./audit-head.server";
import { binderGaps } from "./binder-gaps.server";
import { binderRequests } from "./binder-requests.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

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
    binderGaps(ports, scope, catalogues, guideline, shown),
    sheetsInForce(ports, scope, today),
    binderRequests(ports, scope),
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
    auditHead: await auditHead(ports),
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
