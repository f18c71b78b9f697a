import { z } from "zod";
import { type FieldSpec, fieldsOf, isRegisterNoun, type RegisterNoun, registerNouns } from "./register.ts";

/** 一括取込: drafted (columns and dry run), being written, written, taken back as a whole. */
export const importStates = ["draft", "running", "done", "stopped", "taken-back"] as const;
export type ImportState = (typeof importStates)[number];

/** What became of one row of the clerk's table. */
export const rowOutcomes = ["pending", "created", "known", "left-out", "failed"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** The field by which a register's rows are told apart in a list. */
export const keyFields = {
  vendor: "name",
  vendorContact: "name",
  product: "name",
  productVersion: "label",
  system: "name",
  server: "name",
  contract: "number",
} as const satisfies Record<RegisterNoun, string>;

/** The record a row of a register belongs to, found by its name in the same row of the table. */
export const importParents: Readonly<Partial<Record<RegisterNoun, { noun: RegisterNoun; field: string }>>> = {
  vendorContact: { noun: "vendor", field: "vendorId" },
  product: { noun: "vendor", field: "vendorId" },
  productVersion: { noun: "product", field: "productId" },
  system: { noun: "productVersion", field: "productVersionId" },
  server: { noun: "system", field: "systemId" },
  contract: { noun: "vendor", field: "vendorId" },
};

/** What a column may hold: a field of a register (`vendor.name`), or both days of a contract in one cell. */
export type ImportTarget = string;
export const CONTRACT_PERIOD: ImportTarget = "contract.period";

/** Every target in the order of the registers' forms. References are left out: they are found by names. */
export const importTargets: readonly { target: ImportTarget; noun: RegisterNoun; field: string }[] =
  registerNouns.flatMap((noun) => {
    const own = Object.entries(fieldsOf(noun))
      .filter(([, spec]) => spec.kind !== "reference")
      .map(([field]) => ({ target: `${noun}.${field}`, noun, field }));
    return noun === "contract" ? [...own, { target: CONTRACT_PERIOD, noun, field: "period" }] : own;
  });

const byTarget = new Map(importTargets.map((each) => [each.target, each]));

/** Noun and field of a target, or null when there is no such target. */
export function placeOfTarget(target: string): { noun: RegisterNoun; field: string } | null {
  return byTarget.get(target) ?? null;
}

/** The spec of a target's field; null for `contract.period`, which is two days. */
export function specOfTarget(target: string): FieldSpec | null {
  const place = placeOfTarget(target);
  return place ? (fieldsOf(place.noun)[place.field] ?? null) : null;
}

/** Value of a default that copies: the product is called as its system. */
export const SAME_AS_SYSTEM = "=system.name";

/**
 * What a person decided about one table. `columns`: column number → target or null. `fillDown`: columns whose
 * empty cells repeat the cell above (merged cells). `defaults`: target → value of rows that have none.
 * `words`: target → word of the table → option code, "" for a word that was left undecided. `answers`: the key
 * of a question about a name → `new`, `id:<record>` or `key:<name in the table>`.
 */
export type ImportSettings = {
  fillDown: number[];
  defaults: Record<ImportTarget, string>;
  words: Record<ImportTarget, Record<string, string>>;
  answers: Record<string, string>;
  /** The system of a row becomes a covered system of the contract of that row. */
  coversSystems: boolean;
  /** Rows of the chosen sheet that are hidden in the file, and whether they are taken all the same. */
  hiddenRows: number[];
  takesHidden: boolean;
  sheets: { name: string; isHidden: boolean; rowCount: number }[];
};

export const emptySettings: ImportSettings = {
  fillDown: [],
  defaults: {},
  words: {},
  answers: {},
  coversSystems: true,
  hiddenRows: [],
  takesHidden: false,
  sheets: [],
};

const settingsSchema = z.object({
  fillDown: z.array(z.number()),
  defaults: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.record(z.string(), z.string())),
  answers: z.record(z.string(), z.string()),
  coversSystems: z.boolean(),
  hiddenRows: z.array(z.number()).default([]),
  takesHidden: z.boolean().default(false),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rowCount: z.number() })),
});

/** The settings as stored. @throws when the stored text is none of ours */
export function parseImportSettings(text: string): ImportSettings {
  return settingsSchema.parse(JSON.parse(text));
}

export type ImportColumns = Record<number, ImportTarget | null>;

/** The columns as stored: column number → target or null. */
export function parseImportColumns(text: string): ImportColumns {
  return z.record(z.coerce.number(), z.string().nullable()).parse(JSON.parse(text));
}

export type MappedTarget = { column: number; target: ImportTarget; noun: RegisterNoun };

/** Targets that columns fill, as places. */
export function mappedTargets(columns: ImportColumns): MappedTarget[] {
  return Object.entries(columns).flatMap(([column, target]) => {
    const noun = target === null ? undefined : placeOfTarget(target)?.noun;
    return target !== null && noun ? [{ column: Number(column), target, noun }] : [];
  });
}

/** Registers that a table fills: those of its columns, and those their rows cannot be without. */
export function nounsOf(columns: ImportColumns): RegisterNoun[] {
  const nouns = new Set<RegisterNoun>();
  for (const { target } of mappedTargets(columns)) {
    for (let noun = placeOfTarget(target)?.noun; noun; noun = importParents[noun]?.noun) nouns.add(noun);
  }
  return registerNouns.filter((noun) => nouns.has(noun));
}

/**
 * Required fields a value may be chosen for once, for all rows without one. A contract's number is not among
 * them: it names one contract.
 */
export function defaultTargets(columns: ImportColumns): ImportTarget[] {
  return nounsOf(columns).flatMap((noun) =>
    Object.entries(fieldsOf(noun))
      .filter(
        ([field, spec]) =>
          spec.isRequired && spec.kind !== "reference" && `${noun}.${field}` !== "contract.number",
      )
      .map(([field]) => `${noun}.${field}`),
  );
}

/** The noun of a stored `import_made` row; a covered system is kept as `contractSystem`. */
export type MadeNoun = RegisterNoun | "contractSystem";
export function isMadeNoun(text: string): text is MadeNoun {
  return text === "contractSystem" || isRegisterNoun(text);
}
