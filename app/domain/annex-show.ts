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

/** Replaces every `{{name}}`. */
export function fill(text: string, valueFor: (name: string) => string): string {
  return text.replace(/\{\{([^}]*)\}\}/g, (_whole, name: string) => valueFor(name));
}

/** Words of an option as this contract prints them: its own labels for the parties. */
export function optionText(label: string, contract: PaperInput["contract"]): string {
  return fill(label, (name) =>
    name === "hospitalLabel" ? contract.hospitalLabel : name === "vendorLabel" ? contract.vendorLabel : "",
  );
}
