import { connectionEntries } from "#db/queries/connection-entries.server";
import { wordingsOfContracts } from "#db/queries/contract-clauses.server";
import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { contactsOfVendor } from "#db/queries/paper-records.server";
import { papersOfContract } from "#db/queries/papers.server";
import { listServerDeclarations, serversInUse, snapshotOfDeclaration } from "#db/queries/servers.server";
import { subcontractorEntries } from "#db/queries/subcontractor-entries.server";
import { systemsForTwoFactor, twoFactorRecords } from "#db/queries/two-factor.server";
import type { ContractPaperInput } from "~/domain/annex-input";
import { recordsNamed } from "~/domain/annex-named-records";
import type { AnnexTemplate } from "~/domain/annex-template";
import { connectionsOn } from "~/domain/connection-entry";
import { clausesOn } from "~/domain/contract-clause";
import { type ContractTerms, dayShown } from "~/domain/contract-terms";
import type { Day } from "~/domain/day";
import type { Scope } from "~/domain/scope";
import { changesSince, serverSnapshotSchema } from "~/domain/server-declaration";
import { placeInTree } from "~/domain/subcontractor";
import { subcontractorsOn } from "~/domain/subcontractor-entry";
import { twoFactorAsOf, twoFactorPlaces } from "~/domain/two-factor";
import type { Ports } from "./ports.server";
import { clausesByKey, clauseText, listNow } from "./servers.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;

type Named = Pick<
  ContractPaperInput,
  "servers" | "updates" | "subcontractors" | "connections" | "twoFactor" | "clauses" | "contacts" | "papers"
>;
type About = {
  template: AnnexTemplate;
  contractId: string;
  /** The draft the paper comes from: its own issues are not listed among the contract's papers. */
  draftId: string | null;
  terms: ContractTerms;
  day: Day;
};

/**
 * The records a template names, as they stand: servers the contract covers, its sub-contractors, connections of its
 * systems and so on. A record no sentence or table of the template names is not read and not carried.
 */
export async function namedRecordsOf(ports: Ports, scope: Scope, about: About): Promise<Named> {
  const named = recordsNamed(about.template);
  const readers = {
    servers: async (): Promise<Named> => ({ servers: await serversOnPaper(ports, scope, about) }),
    updates: async (): Promise<Named> => ({ updates: await updatesOnPaper(ports, scope, about) }),
    subcontractors: async (): Promise<Named> => ({
      subcontractors: await subcontractorsOnPaper(ports, scope, about),
    }),
    connections: async (): Promise<Named> => ({ connections: await connectionsOnPaper(ports, scope, about) }),
    "two-factor": async (): Promise<Named> => ({ twoFactor: await twoFactorOnPaper(ports, scope, about) }),
    clauses: async (): Promise<Named> => ({ clauses: await clausesOnPaper(ports, scope, about) }),
    "vendor-contacts": async (): Promise<Named> => ({ contacts: await contactsOnPaper(ports, scope, about) }),
    papers: async (): Promise<Named> => ({ papers: await papersOnPaper(ports, scope, about) }),
  };
  const parts = await Promise.all([...named].map((each) => readers[each]()));
  return Object.assign({}, ...parts);
}

/** Servers under the contract: those it lists, else every server of the systems it covers. */
function isCovered(terms: ContractTerms, server: { id: string; systemId: string }): boolean {
  if (terms.serverScope === "listed") return terms.serverIds.includes(server.id);
  return terms.systemIds.includes(server.systemId);
}

async function serversOnPaper(ports: Ports, scope: Scope, { terms, day }: About) {
  const [servers, clauses] = [
    await serversInUse(ports.db, scope, day),
    await clausesByKey(ports.db, scope, day),
  ];
  return servers
    .filter((each) => isCovered(terms, each))
    .map((each) => ({
      name: each.name,
      system: each.system,
      kind: each.kind,
      os: each.os,
      bearer: each.bearer,
      clause: clauseText(each, clauses),
    }));
}

/** What the statement about every server rests on; a server under this very contract needs no clause yet. */
async function updatesOnPaper(ports: Ports, scope: Scope, { terms, day }: About) {
  const now = await listNow(ports.db, scope, day);
  const [declarations, declared] = [
    await listServerDeclarations(ports.db, scope),
    await snapshotOfDeclaration(ports.db, scope, null),
  ];
  const before = declared && serverSnapshotSchema.parse(JSON.parse(declared.snapshot));
  const isUnchanged = before !== null && changesSince(before, now.snapshot).length === 0;
  const uncovered = now.servers.filter((each, at) => {
    const isWritten = isCovered(terms, each) || now.list[at]?.clause !== "";
    return each.bearer !== "vendor" || !isWritten;
  });
  return {
    declaredOn: isUnchanged ? (declarations[0]?.declaredOn ?? null) : null,
    uncovered: uncovered.map((each) => each.name),
  };
}

/** Those whose work had not ended by the paper's day, as they stood on it. */
async function subcontractorsOnPaper(ports: Ports, scope: Scope, { contractId, day }: About) {
  const entries = await subcontractorEntries(ports.db, scope, { contractId });
  const members = subcontractorsOn(entries, day, AS_KNOWN_NOW).filter((each) => each.use !== "over");
  return placeInTree(members).map(({ member, level, path }) => ({
    level,
    name: member.name,
    principal: path.at(-1) ?? "",
    work: member.work,
    dataContact: member.dataContact,
    country: member.country,
    certificates: member.certificates,
    approvedOn: member.approvedOn,
    sameDuty: member.sameDuty,
  }));
}

/** Connections of the contract's systems as they stood on the paper's day, by system and name. */
async function connectionsOnPaper(ports: Ports, scope: Scope, { terms, day }: About) {
  const entries = await connectionEntries(ports.db, scope, { systemIds: terms.systemIds });
  const held = connectionsOn(entries, day, AS_KNOWN_NOW)
    .filter((each) => terms.systemIds.includes(each.systemId))
    .sort((a, b) => a.system.localeCompare(b.system, "ja") || a.name.localeCompare(b.name, "ja"));
  return held.map((each) => ({
    name: each.name,
    system: each.system,
    purpose: each.purpose,
    method: each.method,
    opening: each.opening,
    accounts: each.accounts,
    secondFactor: each.secondFactor,
    patchBearer: each.patchBearer,
    sourceLimit: each.sourceLimit,
    logDays: each.logDays,
  }));
}

async function twoFactorOnPaper(ports: Ports, scope: Scope, { terms, day }: About) {
  const [systems, records] = [
    await systemsForTwoFactor(ports.db, scope),
    await twoFactorRecords(ports.db, scope),
  ];
  return systems
    .filter((each) => terms.systemIds.includes(each.id))
    .flatMap((system) =>
      twoFactorPlaces.flatMap((place) => {
        const held = twoFactorAsOf(records, { systemId: system.id, place }, day, AS_KNOWN_NOW);
        if (held === null) return [];
        const { state, route, plannedOn } = held;
        const preconditions = [...held.preconditions];
        return [{ system: system.name, place, state, route, preconditions, plannedOn }];
      }),
    );
}

async function clausesOnPaper(ports: Ports, scope: Scope, { contractId, day }: About) {
  const [wordings, revisions] = [
    await wordingsOfContracts(ports.db, scope, [contractId]),
    await revisionsOfTerms(ports.db, scope, contractId),
  ];
  const held = clausesOn(wordings, revisions, dayShown(revisions, day, AS_KNOWN_NOW), AS_KNOWN_NOW);
  return held.map((each) => ({
    kind: each.kind,
    number: each.number,
    quote: each.quote,
    document: each.documentTitle ?? "",
    page: each.page,
  }));
}

async function contactsOnPaper(ports: Ports, scope: Scope, { terms, day }: About) {
  const contacts = await contactsOfVendor(ports.db, scope, terms.vendorId, day);
  return contacts.map(({ name, department, role, hours, phone, mail }) => ({
    name,
    department,
    role,
    hours,
    phone,
    mail,
  }));
}

/** The last issue of each contract paper of this contract; what is internal is never named. */
async function papersOnPaper(ports: Ports, scope: Scope, { contractId, draftId }: About) {
  const issued = await papersOfContract(ports.db, scope, contractId);
  const superseded = new Set(issued.map((each) => each.supersedes));
  return issued
    .filter((each) => each.audience === "contract" && each.draftId !== draftId && !superseded.has(each.id))
    .map((each) => ({
      printedNo: each.printedNo,
      title: each.title,
      issueNo: each.issueNo,
      issuedOn: each.issuedOn,
      pages: each.pageCount,
      sha256: each.sha256,
    }))
    .sort(
      (a, b) =>
        a.printedNo.localeCompare(b.printedNo, "ja", { numeric: true }) || (a.sha256 < b.sha256 ? -1 : 1),
    );
}
