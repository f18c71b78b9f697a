import type { PaperInput } from "./annex-input.ts";
import type { AnnexTemplate } from "./annex-template.ts";
import type { Day } from "./day.ts";
import { formatDay } from "./era.ts";

/** How a template prints the codes and days of one input. */
export type Show = {
  words: AnnexTemplate["words"];
  fields: AnnexTemplate["fields"];
  day: (day: Day | null) => string;
  input: PaperInput;
};

export function showFor(template: AnnexTemplate, input: PaperInput): Show {
  return {
    words: template.words,
    fields: template.fields,
    day: (day) => (day === null ? "" : formatDay(day, input.dateStyle, template.dateDigits)),
    input,
  };
}

/** The word of a code; a text that is no code of the template (a word already) stays as it is. */
export function word(show: Show, group: string, code: string | null): string {
  return code === null ? "" : (show.words.codes[`${group}.${code}`] ?? code);
}

/** A value in a sentence: what it is the value of, and where it begins. */
export type FilledPlace = { name: string; at: number; value: string };

/** Replaces every `{{name}}` and says where each value came to stand. */
export function fillPlaces(
  text: string,
  valueFor: (name: string) => string,
): { text: string; places: FilledPlace[] } {
  const places: FilledPlace[] = [];
  let filled = "";
  let from = 0;
  for (const found of text.matchAll(/\{\{([^}]*)\}\}/g)) {
    filled += text.slice(from, found.index);
    const name = found[1] ?? "";
    const value = valueFor(name);
    places.push({ name, at: filled.length, value });
    filled += value;
    from = found.index + found[0].length;
  }
  return { text: filled + text.slice(from), places };
}

/** Replaces every `{{name}}`. */
export function fill(text: string, valueFor: (name: string) => string): string {
  return fillPlaces(text, valueFor).text;
}

/** Words of an option as this contract prints them: its own labels for the parties. */
export function optionText(label: string, contract: PaperInput["contract"]): string {
  return fill(label, (name) =>
    name === "hospitalLabel" ? contract.hospitalLabel : name === "vendorLabel" ? contract.vendorLabel : "",
  );
}
