import type { Condition } from "./annex-condition.ts";
import type { AnnexBlock, AnnexTable, AnnexTemplate } from "./annex-template.ts";
import { placeInFile } from "./catalogue-check.ts";
import {
  accountUses,
  connectionMethods,
  connectionPurposes,
  openings,
  secondFactors,
  sourceLimits,
} from "./connection.ts";
import { clauseKinds } from "./contract-clause.ts";
import { decisionKinds, riskLevels } from "./decision.ts";
import { type Problem, problem } from "./problem.ts";
import { answerValues } from "./questionnaire.ts";
import { contactHours, contactRoles, serverKinds } from "./register.ts";
import { dataContacts, sameDuties } from "./subcontractor.ts";
import { jumpHostPreconditions, twoFactorPlaces, twoFactorRoutes, twoFactorStates } from "./two-factor.ts";
import { verdicts } from "./verdict.ts";

/** What a template must hold beyond its shape: words for its codes, keys of its own, names that exist. */
export function checkTemplate(template: AnnexTemplate, file: string): Problem[] {
  return [
    ...checkWords(template, file),
    ...checkKeys(template, file),
    ...checkFields(template, file),
    ...checkNames(template, file),
  ];
}

const codes = (group: string, values: readonly string[]) =>
  values.filter((each) => each !== "" && each !== "unclear").map((each) => `${group}.${each}`);

/** Codes that a template needs words for as soon as a column of the source shows the field. */
const codesOfField: Readonly<Record<string, readonly string[]>> = {
  "role-rows.party": ["party.both", "party.third-party"],
  "role-rows.emergencyParty": ["party.both", "party.third-party"],
  "role-rows.endParty": ["party.both", "party.third-party"],
  "role-situations.emergencyParty": ["party.both", "party.third-party"],
  "role-situations.endParty": ["party.both", "party.third-party"],
  "role-rows.cost": ["cost.included", "cost.separate", "cost.negotiate", "cost.none"],
  "role-rows.firstCheck": ["firstCheck.yes", "firstCheck.no"],
  "disclosure-gaps.answer": answerValues.map((each) => `answer.${each}`),
  "measures.answer": answerValues.map((each) => `answer.${each}`),
  "decisions.verdict": codes("verdict", verdicts),
  "decisions.kind": codes("kind", decisionKinds),
  "decisions.likelihood": codes("risk", riskLevels),
  "decisions.impact": codes("risk", riskLevels),
  "servers.kind": codes("server", serverKinds),
  "subcontractors.dataContact": [...codes("dataContact", dataContacts), "dataContact.unclear"],
  "subcontractors.sameDuty": [...codes("sameDuty", sameDuties), "sameDuty.unclear"],
  "subcontractors.certificates": ["certificate.until"],
  "connections.purpose": codes("purpose", connectionPurposes),
  "connections.method": codes("method", connectionMethods),
  "connections.opening": codes("opening", openings),
  "connections.accounts": codes("accounts", accountUses),
  "connections.secondFactor": codes("secondFactor", secondFactors),
  "connections.sourceLimit": codes("sourceLimit", sourceLimits),
  "connections.patchBearer": ["party.third-party"],
  "two-factor.place": codes("place", twoFactorPlaces),
  "two-factor.state": codes("twoFactor", twoFactorStates),
  "two-factor.route": codes("route", twoFactorRoutes),
  "two-factor.preconditions": codes("precondition", jumpHostPreconditions),
  "clauses.kind": codes("clauseKind", clauseKinds),
  "vendor-contacts.role": codes("contactRole", contactRoles),
  "vendor-contacts.hours": codes("hours", contactHours),
};

function tablesOf(template: AnnexTemplate): AnnexTable[] {
  const blocks = [...template.preamble, ...template.sections.flatMap((each) => each.body)];
  return blocks.filter((each) => each.kind === "table");
}

function invalid(reason: string, value: string, at: string): Problem {
  return problem("catalogue-invalid", { reason, value }, at);
}

function checkWords(template: AnnexTemplate, file: string): Problem[] {
  const needed = tablesOf(template).flatMap((table) =>
    table.columns.flatMap((column) =>
      column.fields.flatMap((field) => codesOfField[`${table.source}.${field}`] ?? []),
    ),
  );
  return [...new Set(needed)]
    .filter((code) => template.words.codes[code] === undefined)
    .map((code) => invalid("word-missing", code, placeInFile(file, ["words", "codes"])));
}

/** Sections, clauses of a section and 記入欄 each have a key once. */
function checkKeys(template: AnnexTemplate, file: string): Problem[] {
  const twice = (
    reason: string,
    keys: readonly (string | undefined)[],
    path: (string | number)[],
    last: string[],
  ) =>
    keys.flatMap((key, at) =>
      key === undefined || keys.indexOf(key) === at
        ? []
        : [invalid(reason, key, placeInFile(file, [...path, at, ...last]))],
    );
  const keyOf = (block: AnnexBlock) => (block.kind === "clause" ? block.key : undefined);
  return [
    ...twice(
      "section-twice",
      template.sections.map((each) => each.key),
      ["sections"],
      ["key"],
    ),
    ...twice(
      "field-twice",
      template.fields.map((each) => each.key),
      ["fields"],
      ["key"],
    ),
    ...template.sections.flatMap((section, at) =>
      twice("clause-twice", section.body.map(keyOf), ["sections", at, "body"], ["key"]),
    ),
  ];
}

/** Tables of written rows and conditions name 記入欄 that exist, with their columns and options. */
function checkFields(template: AnnexTemplate, file: string): Problem[] {
  const problems: Problem[] = [];
  const byKey = new Map(template.fields.map((each) => [each.key, each]));
  const checkCondition = (when: Condition | undefined, at: string) => {
    if (when === undefined || typeof when === "string") return;
    const field = byKey.get(when.field);
    if (field === undefined) problems.push(invalid("field-unknown", when.field, at));
    if (field === undefined || !("is" in when)) return;
    const options = field.type === "choice" ? field.options.map((each) => each.value) : [];
    for (const value of when.is)
      if (!options.includes(value)) problems.push(invalid("option-unknown", value, at));
  };
  for (const { block, at } of placedBlocks(template, file)) {
    checkCondition(block.when, at);
    if (block.kind !== "table" || block.source !== "entered") continue;
    const field = byKey.get(block.field);
    const columns = field?.type === "rows" ? field.columns.map((each) => each.key) : null;
    if (columns === null) problems.push(invalid("field-unknown", block.field, at));
    const named = block.columns.flatMap((each) => each.fields);
    for (const name of named)
      if (columns && !columns.includes(name)) problems.push(invalid("column-unknown", name, at));
  }
  template.sections.forEach((each, at) => {
    checkCondition(each.when, placeInFile(file, ["sections", at, "when"]));
  });
  template.fields.forEach((each, at) => {
    checkCondition(each.when, placeInFile(file, ["fields", at, "when"]));
  });
  return problems;
}

type PlacedBlock = { block: AnnexBlock; at: string };

function placedBlocks(template: AnnexTemplate, file: string): PlacedBlock[] {
  const placed = (body: readonly AnnexBlock[], path: (string | number)[]) =>
    body.map((block, at): PlacedBlock => ({ block, at: placeInFile(file, [...path, at]) }));
  return [
    ...placed(template.preamble, ["preamble"]),
    ...template.sections.flatMap((each, at) => placed(each.body, ["sections", at, "body"])),
  ];
}

/** `{{field.x}}` names a 記入欄 that is no table, `{{ref:section.clause}}` a section or clause of this template. */
function checkNames(template: AnnexTemplate, file: string): Problem[] {
  const fields = new Set(
    template.fields.filter((each) => each.type !== "rows").map((each) => `field.${each.key}`),
  );
  const references = new Set(
    template.sections.flatMap((section) => [
      `ref:${section.key}`,
      ...section.body.flatMap((block) =>
        block.kind === "clause" && block.key !== undefined ? [`ref:${section.key}.${block.key}`] : [],
      ),
    ]),
  );
  const check = (text: string, at: string): Problem[] =>
    [...text.matchAll(/\{\{((?:field\.|ref:)[^}]*)\}\}/g)].flatMap(([, name = ""]) =>
      fields.has(name) || references.has(name) ? [] : [invalid("name-unknown", name, at)],
    );
  return [
    ...placedBlocks(template, file).flatMap(({ block, at }) =>
      block.kind === "table" ? [] : check(block.text, `${at}/text`),
    ),
    ...check(template.header, placeInFile(file, ["header"])),
    ...check(template.footerIssued, placeInFile(file, ["footerIssued"])),
  ];
}
