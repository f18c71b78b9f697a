import { type Day, dayOf } from "./day.ts";
import { type EraName, eraOf, eras } from "./era.ts";
import { type Problem, problem } from "./problem.ts";
import type { FieldSpec } from "./register.ts";
import { CONTRACT_PERIOD, type ImportTarget, specOfTarget } from "./register-import.ts";
import { optionWords } from "./register-import-options.ts";

const eraNames: Readonly<Record<string, EraName>> = {
  令和: "令和",
  "㋿": "令和",
  r: "令和",
  平成: "平成",
  h: "平成",
  昭和: "昭和",
  s: "昭和",
};
const tail = /(?:\(?[月火水木金土日](?:曜日?)?\)?)?$/;
const eraDate = /^(令和|平成|昭和|㋿|[rhs])\.?(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?$/i;
const westernDate =
  /^(?:西暦)?(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?(?:T?\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Serials 20000–80000 are days from 1954 to 2119: a plain number in a date column can only mean that. */
function dayOfSerial(serial: number): Day | null {
  if (!Number.isInteger(serial) || serial < 20_000 || serial > 80_000) return null;
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/**
 * A day as lists write it: `2026/4/1`, 「2026年4月1日（水）」, 「令和8年4月1日」, `R8.4.1`, `20260401`, a plain serial.
 * @returns null for anything else, a date without a year among it, and an era that did not run on that day
 */
export function dayInText(text: string): Day | null {
  const flat = text.normalize("NFKC").replace(/\s/g, "").replace(tail, "");
  const era = eraDate.exec(flat);
  if (era?.[1] && era[2]) {
    const name = eraNames[era[1].toLowerCase()];
    const first = eras.find((each) => each.name === name);
    const year =
      Number(first?.firstDay.slice(0, 4) ?? Number.NaN) + (era[2] === "元" ? 1 : Number(era[2])) - 1;
    const day = dayOf(year, Number(era[3]), Number(era[4]));
    return day !== null && eraOf(day)?.name === name ? day : null;
  }
  const western = westernDate.exec(flat) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(flat);
  if (western) return dayOf(Number(western[1]), Number(western[2]), Number(western[3]));
  return /^\d{5}$/.test(flat) ? dayOfSerial(Number(flat)) : null;
}

/** A word of the table without width, case, spaces and closing marks, as option words are compared. */
export function plainWord(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s。.]/g, "");
}

const plainOptions = new Map<ImportTarget, Map<string, string>>(
  Object.entries(optionWords).map(([target, codes]) => [
    target,
    new Map(
      Object.entries(codes).flatMap(([code, words]) =>
        words.map((word): [string, string] => [plainWord(word), code]),
      ),
    ),
  ]),
);

/** The option a word is known to mean, or null: then a person is asked. */
export function knownOption(target: ImportTarget, word: string): string | null {
  const spec = specOfTarget(target);
  const options: readonly string[] = spec && "options" in spec ? spec.options : [];
  const plain = plainWord(word);
  return options.find((each) => each === plain) ?? plainOptions.get(target)?.get(plain) ?? null;
}

/** The words of one cell of an option column; several only where the field takes several. */
export function wordsOfCell(target: ImportTarget, text: string): string[] {
  if (isBlank(text)) return [];
  const isList = specOfTarget(target)?.kind === "options";
  const parts = isList ? text.split(/[、,，;；/／\n]/) : [text];
  return parts.map((each) => each.trim()).filter((each) => each !== "");
}

/** Option words of a person's table: chosen code by plain word. */
export type ChosenWords = Readonly<Record<ImportTarget, Readonly<Record<string, string>>>>;

/** The code of a word: what a person chose, else what is known, else null. */
export function optionOf(target: ImportTarget, word: string, chosen: ChosenWords): string | null {
  const plain = plainWord(word);
  const picked = chosen[target]?.[plain];
  return picked === undefined ? knownOption(target, word) : picked === "" ? null : picked;
}

/** A cell that says "nothing": empty, or dashes only. */
export function isBlank(text: string): boolean {
  return /^[\s\-‐‑‒–—―ー－]*$/.test(text);
}

/** Fields whose value is a code or number rather than a wording: width is folded. */
const folded: readonly ImportTarget[] = [
  "vendor.corporateNumber",
  "vendor.website",
  "vendorContact.phone",
  "vendorContact.mail",
  "productVersion.label",
  "contract.number",
];

export type CellValues = { values: Record<string, string | string[]>; problems: Problem[] };

/**
 * One cell as raw values of form fields, by field name; nothing for a blank. Problems carry the target in `at`:
 * field-not-a-day, field-not-a-number, import-word-unknown, import-number-lost, import-cell-error.
 */
export function valuesOfCell(target: ImportTarget, text: string, chosen: ChosenWords): CellValues {
  const field = target.slice(target.indexOf(".") + 1);
  if (isBlank(text)) return { values: {}, problems: [] };
  const fault = faultOf(text, target);
  if (fault) return { values: {}, problems: [fault] };
  if (target === CONTRACT_PERIOD) return period(text);
  const spec = specOfTarget(target);
  const value = spec === null ? null : rawOf(spec, target, text, chosen);
  if (value === null) return { values: {}, problems: [] };
  return typeof value === "object" && "code" in value
    ? { values: {}, problems: [value] }
    : { values: { [field]: value }, problems: [] };
}

/** What a spreadsheet did to a value: an error instead of it, or a long number rounded for display. */
function faultOf(text: string, target: ImportTarget): Problem | null {
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text))
    return problem("import-cell-error", { value: text }, target);
  return /^\d(?:\.\d+)?E\+\d+$/i.test(text) ? problem("import-number-lost", { value: text }, target) : null;
}

function rawOf(
  spec: FieldSpec,
  target: ImportTarget,
  text: string,
  chosen: ChosenWords,
): string | string[] | Problem | null {
  switch (spec.kind) {
    case "day":
      return dayInText(text) ?? problem("field-not-a-day", { value: text }, target);
    case "number": {
      const digits = /^(\d+)(?:日前?|days?)?$/.exec(text.normalize("NFKC").replace(/\s/g, ""))?.[1];
      return digits ?? problem("field-not-a-number", { min: spec.min, max: spec.max }, target);
    }
    case "option": {
      const code = optionOf(target, text, chosen);
      return code ?? problem("import-word-unknown", { value: text }, target);
    }
    case "options": {
      const words = wordsOfCell(target, text);
      const unknown = words.find((word) => optionOf(target, word, chosen) === null);
      if (unknown !== undefined) return problem("import-word-unknown", { value: unknown }, target);
      return [...new Set(words.flatMap((word) => optionOf(target, word, chosen) ?? []))];
    }
    case "long-text":
      return text;
    case "text":
    case "mail":
      return (folded.includes(target) ? text.normalize("NFKC") : text).replace(/\s*\r?\n\s*/g, " ").trim();
    case "reference":
      return null;
  }
}

/** 「2025/4/1～2027/3/31」: both days in one cell; an open end is allowed. */
function period(text: string): CellValues {
  const parts = text.normalize("NFKC").split(/[~〜～]|から|\s[-–—―]\s|より/);
  const [from = "", to = ""] = parts.map((each) => each.replace(/まで$/, "").trim());
  const [first, last] = [dayInText(from), dayInText(to)];
  if (parts.length !== 2 || first === null || (last === null && to !== "")) {
    return { values: {}, problems: [problem("field-not-a-day", { value: text }, CONTRACT_PERIOD)] };
  }
  return { values: { inForceFrom: first, ...(last === null ? {} : { inForceTo: last }) }, problems: [] };
}
