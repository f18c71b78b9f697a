import { fieldsOf, type RegisterNoun } from "./register.ts";
import { keyFields } from "./register-import.ts";

/**
 * Fields of the blank list, by register in the order of its columns: what a hospital knows of its systems on the
 * first day. One row is a system with one of its servers; everything else is registered later on its own page.
 */
const chosen: readonly (readonly [RegisterNoun, readonly string[]])[] = [
  ["vendor", ["name"]],
  ["vendorContact", ["name", "role", "phone", "mail"]],
  ["product", ["name", "kind"]],
  ["productVersion", ["label"]],
  ["system", ["name", "category", "form", "criticality", "site"]],
  ["server", ["name", "kind", "os", "securityUpdateBearer"]],
  ["contract", ["number", "title", "kind", "inForceFrom", "inForceTo", "renewal"]],
];

export type TemplateField = {
  noun: RegisterNoun;
  field: string;
  isKey: boolean;
  isRequired: boolean;
  kind: "day" | "option" | "options" | "other";
  options: readonly string[];
};

/** Columns of the blank list (ひな形), in order. */
export const templateFields: readonly TemplateField[] = chosen.flatMap(([noun, fields]) =>
  fields.map((field): TemplateField => {
    const spec = fieldsOf(noun)[field];
    const kind =
      spec?.kind === "day" || spec?.kind === "option" || spec?.kind === "options" ? spec.kind : "other";
    const options = spec && "options" in spec ? spec.options : [];
    return {
      noun,
      field,
      isKey: keyFields[noun] === field,
      isRequired: spec?.isRequired === true,
      kind,
      options,
    };
  }),
);
