import type {
  PaperClause,
  PaperConnection,
  PaperContact,
  PaperIssue,
  PaperServer,
  PaperSubcontractor,
  PaperTwoFactor,
} from "./annex-input.ts";
import type { RecordRow } from "./annex-rows.ts";
import { type Show, word } from "./annex-show.ts";

/** Rows of the registers that only some kinds of paper print: servers, sub-contractors, connections and so on. */
export function serverRow(server: PaperServer, show: Show): RecordRow {
  const { name, system, os, clause } = server;
  return {
    values: {
      name,
      system,
      os,
      clause,
      kind: word(show, "server", server.kind),
      bearer: bearerText(server.bearer, show),
    },
    source: { record: "server", place: name },
  };
}

/** The labels are the contract's own; unclear is empty, hence missing where a column requires it. */
function bearerText(bearer: PaperServer["bearer"], show: Show): string {
  const { hospitalLabel, vendorLabel } = show.input.contract;
  return { vendor: vendorLabel, hospital: hospitalLabel, unclear: "" }[bearer];
}

/** 「1」, 「1-1」, 「1-1-1」 down the tree, in the order of the rows. */
export function subcontractorRows(members: readonly PaperSubcontractor[], show: Show): RecordRow[] {
  const counts: number[] = [];
  return members.map((each) => {
    counts.length = Math.min(counts.length, each.level);
    while (counts.length < each.level) counts.push(0);
    counts[each.level - 1] = (counts[each.level - 1] ?? 0) + 1;
    const no = counts.join("-");
    const certificates = each.certificates.map(({ name, number, expiresOn }) =>
      [name, number, expiresOn === null ? "" : `${show.day(expiresOn)}${word(show, "certificate", "until")}`]
        .filter((text) => text !== "")
        .join(" "),
    );
    return {
      values: {
        no,
        name: each.name,
        principal: each.principal === "" ? show.input.contract.vendorLabel : each.principal,
        work: each.work,
        dataContact: word(show, "dataContact", each.dataContact),
        country: each.country,
        certificates: certificates.join("\n"),
        approvedOn: show.day(each.approvedOn),
        sameDuty: word(show, "sameDuty", each.sameDuty),
      },
      source: { record: "subcontractor", place: `${no} ${each.name}` },
    };
  });
}

export function connectionRow(connection: PaperConnection, show: Show): RecordRow {
  const { name, system, logDays } = connection;
  const { hospitalLabel, vendorLabel } = show.input.contract;
  const bearers = { vendor: vendorLabel, hospital: hospitalLabel, unclear: "" };
  const { patchBearer } = connection;
  return {
    values: {
      name,
      system,
      logDays: logDays === null ? "" : String(logDays),
      purpose: word(show, "purpose", connection.purpose),
      method: unclearAsEmpty(show, "method", connection.method),
      opening: unclearAsEmpty(show, "opening", connection.opening),
      accounts: unclearAsEmpty(show, "accounts", connection.accounts),
      secondFactor: unclearAsEmpty(show, "secondFactor", connection.secondFactor),
      sourceLimit: unclearAsEmpty(show, "sourceLimit", connection.sourceLimit),
      patchBearer: patchBearer === "third-party" ? word(show, "party", "third-party") : bearers[patchBearer],
    },
    source: { record: "connection", place: `${system} ${name}`.trim() },
  };
}

/** What nobody knows yet is not printed as a word of its own: it is a value that is missing. */
function unclearAsEmpty(show: Show, group: string, code: string): string {
  return code === "unclear" ? "" : word(show, group, code);
}

export function twoFactorRow(state: PaperTwoFactor, show: Show): RecordRow {
  return {
    values: {
      system: state.system,
      place: word(show, "place", state.place),
      state: word(show, "twoFactor", state.state),
      route: state.route === "" ? "" : word(show, "route", state.route),
      preconditions: state.preconditions.map((each) => word(show, "precondition", each)).join("\n"),
      plannedOn: show.day(state.plannedOn),
    },
    source: { record: "two-factor", place: state.system },
  };
}

export function clauseRow(clause: PaperClause, show: Show): RecordRow {
  const { number, quote, document, page } = clause;
  return {
    values: {
      kind: word(show, "clauseKind", clause.kind),
      number,
      quote,
      document,
      page: page === null ? "" : String(page),
    },
    source: { record: "clause", place: number },
  };
}

export function contactRow(contact: PaperContact, show: Show): RecordRow {
  const { name, department, phone, mail } = contact;
  return {
    values: {
      name,
      department,
      phone,
      mail,
      role: word(show, "contactRole", contact.role),
      hours: word(show, "hours", contact.hours),
    },
    source: { record: "contact", place: name },
  };
}

export function issueRow(issue: PaperIssue, show: Show): RecordRow {
  const { printedNo, title, issueNo, issuedOn, pages, sha256 } = issue;
  return {
    values: {
      printedNo,
      title,
      issueNo: String(issueNo),
      issuedOn: show.day(issuedOn),
      pages: String(pages),
      sha256,
    },
    source: { record: "paper", place: `${printedNo} ${title}`.trim() },
  };
}
