import { textEntered } from "./annex-field.ts";
import type { PaperInput } from "./annex-input.ts";
import { optionText, type Show } from "./annex-show.ts";
import type { Placeholder } from "./annex-source.ts";
import type { AnnexTemplate } from "./annex-template.ts";
import { withDigits } from "./era.ts";
import { assertNever } from "./problem.ts";

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

/** The value of every placeholder, empty where the record has none. */
export function placeholderValues(template: AnnexTemplate, show: Show): Record<Placeholder, string> {
  const { input, day, words } = show;
  const { contract, roleSheet } = input;
  const names = input.systems.map((each) => each.name.trim()).filter((each) => each !== "");
  return {
    serverCount: String((input.servers ?? []).length),
    serversDeclaredOn: day(input.updates?.declaredOn ?? null),
    subcontractorCount: String((input.subcontractors ?? []).length),
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

/** What was written in a 記入欄, as sentences print it: a choice in words, a day and a number as the paper writes them. */
export function enteredValue(template: AnnexTemplate, show: Show, key: string): string {
  const field = template.fields.find((each) => each.key === key);
  const text = textEntered(show.input.entered ?? {}, key);
  if (field === undefined || text === "") return "";
  switch (field.type) {
    case "day":
      return show.day(text);
    case "whole":
      return withDigits(Number(text).toLocaleString("en-US"), template.dateDigits);
    case "choice": {
      const option = field.options.find((each) => each.value === text);
      return option ? optionText(option.label, show.input.contract) : "";
    }
    case "text":
    case "long-text":
      return text;
    case "rows":
      return "";
    default:
      return assertNever(field);
  }
}
