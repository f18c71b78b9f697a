import type { PaperSource } from "./annex-document.ts";
import { type AnnexRowsField, rowsEntered } from "./annex-field.ts";
import { hasSituation, isRowLeftOut } from "./annex-holds.ts";
import type { PaperDecision, PaperDisclosure, PaperGap, PaperRoleRow, PaperSystem } from "./annex-input.ts";
import {
  clauseRow,
  connectionRow,
  contactRow,
  issueRow,
  serverRow,
  subcontractorRows,
  twoFactorRow,
} from "./annex-register-rows.ts";
import { fill, optionText, type Show, word } from "./annex-show.ts";
import type { RecordSource } from "./annex-source.ts";
import type { Day } from "./day.ts";
import { assertNever } from "./problem.ts";
import type { RowParty, SituationParty } from "./role-sheet.ts";

/** One row of a table before it is cut into columns: field → printed text, empty where there is none. */
export type RecordRow = { values: Record<string, string>; source: PaperSource };
/** Every row of a record source, none left out; いいえ rows above all (contract-annexes 6). */
export function rowsOf(source: RecordSource, show: Show): RecordRow[] {
  const { input } = show;
  switch (source) {
    case "systems":
      return input.systems.map((each) => systemRow(each, show));
    case "role-rows":
      return (input.roleSheet?.rows ?? []).map((each) => roleRow(each, show));
    case "role-situations":
      return (input.roleSheet?.rows ?? []).filter(hasSituation).map((each) => roleRow(each, show));
    case "disclosure-files":
      return input.disclosures.map((each) => disclosureRow(each, show));
    case "disclosure-gaps":
      return input.gaps.map((each) => gapRow(each, show));
    case "measures":
      return input.gaps.filter((each) => each.measure !== null).map((each) => gapRow(each, show));
    case "decisions":
      return input.audience === "internal" ? input.decisions.map((each) => decisionRow(each, show)) : [];
    case "servers":
      return (input.servers ?? []).map((each) => serverRow(each, show));
    case "subcontractors":
      return subcontractorRows(input.subcontractors ?? [], show);
    case "connections":
      return (input.connections ?? []).map((each) => connectionRow(each, show));
    case "two-factor":
      return (input.twoFactor ?? []).map((each) => twoFactorRow(each, show));
    case "clauses":
      return (input.clauses ?? []).map((each) => clauseRow(each, show));
    case "vendor-contacts":
      return (input.contacts ?? []).map((each) => contactRow(each, show));
    case "papers":
      return (input.papers ?? []).map((each) => issueRow(each, show));
    default:
      return assertNever(source);
  }
}

/** Rows of a table written on the draft; a cell with options prints the option's words. */
export function enteredRows(field: AnnexRowsField, show: Show): RecordRow[] {
  return rowsEntered(show.input.entered ?? {}, field.key).map((row, at) => ({
    values: Object.fromEntries(
      field.columns.map(({ key, options }) => {
        const text = row[key] ?? "";
        const option = options.find((each) => each.value === text);
        return [key, option ? optionText(option.label, show.input.contract) : text];
      }),
    ),
    source: { record: "draft", place: `${field.label} ${at + 1}` },
  }));
}

function systemRow(system: PaperSystem, show: Show): RecordRow {
  const { name, product, version, site, form } = system;
  return {
    values: { name, product, version, site, form: word(show, "form", form) },
    source: { record: "system", place: name },
  };
}

function roleRow(row: PaperRoleRow, show: Show): RecordRow {
  const isLeftOut = isRowLeftOut(row);
  const cost = row.cost === "" ? "" : word(show, "cost", row.cost);
  return {
    values: {
      no: row.no,
      label: row.label,
      // why printed: a row that does not concern the contract says so and why; it is never dropped.
      party: isLeftOut ? word(show, "answer", "not-applicable") : partyText(row, row.party, show),
      what: isLeftOut ? (row.leftOutReason ?? "") : row.what,
      cost: isLeftOut ? show.words.blank : cost,
      emergencyParty: isLeftOut ? "" : situationText(row, row.emergencyParty, show),
      endParty: isLeftOut ? "" : situationText(row, row.endParty, show),
      evidence: row.evidence ?? "",
      deadline: row.deadline,
      // why: a number nobody has checked against the official text is not printed (issue 1).
      clause: row.isClauseConfirmed ? row.clause : "",
      firstCheck: row.firstCheck === "" ? "" : word(show, "firstCheck", row.firstCheck),
      firstCheckOn: show.day(row.firstCheck === "" ? null : (row.firstCheckOn ?? roundOn(show))),
      completedOn: show.day(row.completedOn),
      remark: row.remark,
    },
    source: { record: "role-sheet", place: row.no === "" ? row.label : row.no },
  };
}

function roundOn(show: Show): Day | null {
  return show.input.roleSheet?.roundOn ?? null;
}

/** The labels are the contract's own; nobody decided = empty, hence a missing value. */
function partyText(row: PaperRoleRow, party: RowParty, show: Show): string {
  const { hospitalLabel, vendorLabel } = show.input.contract;
  switch (party) {
    case "hospital":
      return hospitalLabel;
    case "vendor":
      return vendorLabel;
    case "both":
      return word(show, "party", "both");
    case "third-party":
      return row.thirdPartyName.trim() === "" ? "" : row.thirdPartyName;
    case "undecided":
      return "";
    default:
      return assertNever(party);
  }
}

/** Who acts in an emergency or at the end; what nobody settled is printed as not written. */
function situationText(row: PaperRoleRow, party: SituationParty | undefined, show: Show): string {
  if (party === undefined || party === "") return "";
  return partyText(row, party === "same" ? row.party : party, show);
}

function disclosureRow(file: PaperDisclosure, show: Show): RecordRow {
  const { formVersion, formTitle, product, productVersion, fileName, sha256, counts } = file;
  return {
    values: {
      form: word(show, "questionnaire", file.form),
      formVersion,
      formTitle,
      product,
      productVersion,
      issuedOn: show.day(file.issuedOn),
      fileName,
      sha256,
      counts: fill(show.words.counts, (name) => String(Reflect.get(counts, name) ?? "")),
    },
    source: { record: "disclosure", place: fileName },
  };
}

function gapRow(gap: PaperGap, show: Show): RecordRow {
  return {
    values: {
      no: gap.no,
      question: gap.question,
      answer: word(show, "answer", gap.answer),
      remark: gap.remark,
      cell: gap.cell,
      form: word(show, "questionnaire", gap.form),
      measure: gap.measure ?? "",
      dueOn: show.day(gap.dueOn),
      clause: gap.clause ?? "",
    },
    source: { record: "disclosure", place: gap.cell === "" ? gap.no : gap.cell },
  };
}

function decisionRow(decision: PaperDecision, show: Show): RecordRow {
  const { carriedFrom = "", override } = decision;
  return {
    values: {
      clause: decision.clause,
      summary: decision.summary,
      verdict: word(show, "verdict", decision.verdict),
      answers: decision.answers,
      carriedFrom: carriedFrom === "" ? "" : fill(word(show, "carried", "version"), () => carriedFrom),
      override: override === undefined ? "" : overrideText(override, show),
      kind: word(show, "kind", decision.kind),
      reason: decision.reason,
      owner: decision.owner,
      dueOn: show.day(decision.dueOn),
      likelihood: word(show, "risk", decision.likelihood),
      impact: word(show, "risk", decision.impact),
      acceptedBy: decision.acceptedBy,
      inspectionText: decision.inspectionText,
    },
    source: { record: "decision", place: decision.clause === "" ? decision.summary : decision.clause },
  };
}

/** The person's verdict beside that of the rules, never without reason, name and day. */
function overrideText(override: NonNullable<PaperDecision["override"]>, show: Show): string {
  const values: Readonly<Record<string, string>> = {
    verdict: word(show, "verdict", override.verdict),
    reason: override.reason,
    by: override.by,
    on: show.day(override.on),
  };
  return fill(word(show, "override", "judged"), (name) => values[name] ?? "");
}
