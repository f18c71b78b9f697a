import type { PaperSource } from "./annex-document.ts";
import type {
  PaperDecision,
  PaperDisclosure,
  PaperGap,
  PaperInput,
  PaperRoleRow,
  PaperSystem,
} from "./annex-input.ts";
import type { AnnexTemplate, Condition, Placeholder, RecordSource } from "./annex-template.ts";
import type { Day } from "./day.ts";
import { formatDay } from "./era.ts";
import { assertNever } from "./problem.ts";
import type { RowParty, SituationParty } from "./role-sheet.ts";

/** One row of a table before it is cut into columns: field → printed text, empty where there is none. */
export type RecordRow = { values: Record<string, string>; source: PaperSource };
type Words = AnnexTemplate["words"];
type Show = { words: Words; day: (day: Day | null) => string; input: PaperInput };

/** How this template prints the codes and days of this input. */
export function showFor(template: AnnexTemplate, input: PaperInput): Show {
  return {
    words: template.words,
    day: (day) => (day === null ? "" : formatDay(day, input.dateStyle, template.dateDigits)),
    input,
  };
}

/** Every row of a record source, none left out; いいえ rows above all (contract-annexes 6). */
export function rowsOf(source: RecordSource, show: Show): RecordRow[] {
  const { input } = show;
  switch (source) {
    case "systems":
      return input.systems.map((each) => systemRow(each, show));
    case "role-rows":
      return (input.roleSheet?.rows ?? []).map((each) => roleRow(each, show));
    case "disclosure-files":
      return input.disclosures.map((each) => disclosureRow(each, show));
    case "disclosure-gaps":
      return input.gaps.map((each) => gapRow(each, show));
    case "measures":
      return input.gaps.filter((each) => each.measure !== null).map((each) => gapRow(each, show));
    case "decisions":
      return input.audience === "internal" ? input.decisions.map((each) => decisionRow(each, show)) : [];
    default:
      return assertNever(source);
  }
}

/** The word of a code; a text that is no code of the template (a word already) stays as it is. */
function word(show: Show, group: string, code: string | null): string {
  return code === null ? "" : (show.words.codes[`${group}.${code}`] ?? code);
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

const isRowLeftOut = (row: PaperRoleRow) => (row.leftOutReason ?? "") !== "";

/** 「改訂」 of each sheet; where there are several, with the sheet's title. */
function revisionText(sheet: PaperInput["roleSheet"]): string {
  const several = sheet?.sheets ?? [];
  if (several.length > 0) return several.map((each) => `${each.revisionNo}（${each.title}）`).join("、");
  return sheet?.revisionNo == null ? "" : String(sheet.revisionNo);
}

/** The day the sheets hold from; with the titles where the days differ. */
function effectiveText(sheet: PaperInput["roleSheet"], day: Show["day"]): string {
  const several = sheet?.sheets ?? [];
  const days = new Set(several.map((each) => each.effectiveFrom));
  if (days.size < 2) return day(sheet?.effectiveFrom ?? null);
  return several.map((each) => `${day(each.effectiveFrom)}（${each.title}）`).join("、");
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
  const { carriedFrom = "" } = decision;
  return {
    values: {
      clause: decision.clause,
      summary: decision.summary,
      verdict: word(show, "verdict", decision.verdict),
      answers: decision.answers,
      carriedFrom: carriedFrom === "" ? "" : fill(word(show, "carried", "version"), () => carriedFrom),
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

/** Replaces every `{{name}}`. */
export function fill(text: string, valueFor: (name: string) => string): string {
  return text.replace(/\{\{([^}]*)\}\}/g, (_whole, name: string) => valueFor(name));
}

/** The value of every placeholder, empty where the record has none. */
export function placeholderValues(template: AnnexTemplate, show: Show): Record<Placeholder, string> {
  const { input, day, words } = show;
  const { contract, roleSheet } = input;
  const names = input.systems.map((each) => each.name.trim()).filter((each) => each !== "");
  return {
    printedNo: input.printedNo ?? "",
    contractNumber: contract.number,
    contractTitle: contract.title,
    signedOn: day(contract.signedOn),
    inForceFrom: day(contract.inForceFrom),
    inForceTo: day(contract.inForceTo),
    hospitalLabel: contract.hospitalLabel,
    vendorLabel: contract.vendorLabel,
    hospitalName: contract.hospitalName,
    vendorName: contract.vendorName,
    systemNames: names.join(words.separator),
    systemCount: String(input.systems.length),
    roleSheetTitle: roleSheet?.title ?? "",
    roleSheetForm: roleSheet?.formRef ?? "",
    roleSheetRevisionNo: revisionText(roleSheet),
    roleSheetEffectiveFrom: effectiveText(roleSheet, day),
    roleSheetRoundOn: day(roleSheet?.roundOn ?? null),
    roleRowCount: String(roleSheet?.rows.length ?? 0),
    disclosureCount: String(input.disclosures.length),
    gapCount: String(input.gaps.length),
    measureCount: String(input.gaps.filter((each) => each.measure !== null).length),
    issuedOn: day(input.issuedOn),
    templateTitle: template.head.title,
    templateVersion: template.head.version,
    decisionCount: input.audience === "internal" ? String(input.decisions.length) : "",
  };
}

/** Whether a section, clause or table with this condition is printed. */
export function holds(condition: Condition | undefined, input: PaperInput): boolean {
  switch (condition) {
    case undefined:
      return true;
    case "has-systems":
      return input.systems.length > 0;
    case "has-role-sheet":
      return input.roleSheet !== null;
    case "no-role-sheet":
      return input.roleSheet === null;
    case "has-third-party":
      return (input.roleSheet?.rows ?? []).some(
        (each) => each.party === "third-party" && !isRowLeftOut(each),
      );
    case "has-open-no":
      return (input.roleSheet?.rows ?? []).some(
        (each) => each.firstCheck === "no" && each.completedOn === null && !isRowLeftOut(each),
      );
    case "has-disclosures":
      return input.disclosures.length > 0;
    case "has-gaps":
      return input.gaps.length > 0;
    case "no-gaps":
      return input.gaps.length === 0;
    case "has-measures":
      return input.gaps.some((each) => each.measure !== null);
    case "no-measures":
      return input.gaps.every((each) => each.measure === null);
    case "has-end":
      return input.contract.inForceTo !== null;
    case "no-end":
      return input.contract.inForceTo === null;
    default:
      return assertNever(condition);
  }
}
