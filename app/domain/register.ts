import { contractKinds } from "./contract.ts";
import { isRealDay } from "./day.ts";
import { failed, type Problem, problem, type Result } from "./problem.ts";

/** The six registers of the house (台帳) plus contact persons. Each is list, form, history, archive. */
export const registerNouns = [
  "vendor",
  "vendorContact",
  "product",
  "productVersion",
  "system",
  "server",
  "contract",
] as const;
export type RegisterNoun = (typeof registerNouns)[number];

export const contactRoles = ["sales", "support", "security", "maintenance", "emergency", "other"] as const;
export const contactHours = ["day", "night", "always"] as const;
export const productKinds = ["product", "service"] as const;
export const systemForms = ["on-premise", "cloud", "mixed"] as const;
export const criticalities = ["high", "medium", "low"] as const;
export const systemCategories = [
  "record",
  "claims",
  "imaging",
  "laboratory",
  "pharmacy",
  "nursing",
  "rehabilitation",
  "dialysis",
  "endoscopy",
  "reservation",
  "regional-link",
  "device",
  "network",
  "backup",
  "other",
] as const;
export const dataKinds = ["records", "images", "results", "claims", "personal", "staff", "none"] as const;
export const serverKinds = ["physical", "virtual", "cloud", "pc", "nas", "backup", "jump-host"] as const;
/** セキュリティアップデートの責任: silent or unclear contracts leave it with the hospital (7.0, 図1 注記2, one source). */
export const updateBearers = ["vendor", "hospital", "unclear"] as const;
export const renewals = ["automatic", "none", "unclear"] as const;

export type FieldSpec = (
  | { kind: "text"; max: number }
  | { kind: "long-text"; max: number }
  | { kind: "mail"; max: number }
  | { kind: "day" }
  | { kind: "number"; min: number; max: number }
  | { kind: "option"; options: readonly string[] }
  | { kind: "options"; options: readonly string[] }
  | { kind: "reference"; noun: RegisterNoun }
) & {
  isRequired?: true;
  /** Names, numbers and addresses of people: the audit log keeps a salted hash, never the value. */
  isPersonal?: true;
  /**
   * No column of the register: asked once, with the new record, and kept as the first of its dated entries. What
   * changes later is a further entry, so the form of a record that exists does not have the field.
   */
  isDated?: true;
};

const text = (max = 200) => ({ kind: "text", max }) as const;
const note = { kind: "long-text", max: 4000 } as const;
const day = { kind: "day" } as const;
const required = { isRequired: true } as const;
const personal = { isPersonal: true } as const;
const dated = { isDated: true } as const;

/** Fields of each register in the order of its form. Names are columns; labels stand in messages/. */
export const registerFields = {
  vendor: {
    name: { ...text(), ...required },
    nameKana: text(),
    corporateNumber: text(13),
    address: text(),
    website: text(),
    note,
  },
  vendorContact: {
    vendorId: { kind: "reference", noun: "vendor", ...required },
    name: { ...text(100), ...required, ...personal },
    department: { ...text(100), ...personal },
    role: { kind: "option", options: contactRoles, ...required },
    hours: { kind: "option", options: contactHours, ...required },
    phone: { ...text(50), ...personal },
    mail: { kind: "mail", max: 200, ...personal },
    deputyName: { ...text(100), ...personal },
    validFrom: day,
    validTo: day,
    note: { ...note, ...personal },
  },
  product: {
    vendorId: { kind: "reference", noun: "vendor", ...required },
    name: { ...text(), ...required },
    kind: { kind: "option", options: productKinds, ...required },
    note,
  },
  productVersion: {
    productId: { kind: "reference", noun: "product", ...required },
    label: { ...text(50), ...required },
    releasedOn: day,
    supportEndsOn: day,
    note,
  },
  system: {
    name: { ...text(), ...required },
    productVersionId: { kind: "reference", noun: "productVersion", ...required },
    category: { kind: "option", options: systemCategories, ...required },
    form: { kind: "option", options: systemForms, ...required },
    site: text(),
    criticality: { kind: "option", options: criticalities, ...required },
    dataKinds: { kind: "options", options: dataKinds },
    dataPlace: text(),
    inUseFrom: day,
    inUseTo: day,
    note,
  },
  server: {
    systemId: { kind: "reference", noun: "system", ...required },
    name: { ...text(), ...required },
    kind: { kind: "option", options: serverKinds, ...required },
    os: text(100),
    securityUpdateBearer: { kind: "option", options: updateBearers, ...required, ...dated },
    securityUpdateClause: { ...text(400), ...dated },
    note,
  },
  contract: {
    vendorId: { kind: "reference", noun: "vendor", ...required },
    number: { ...text(50), ...required },
    title: { ...text(), ...required },
    kind: { kind: "option", options: contractKinds, ...required },
    signedOn: day,
    inForceFrom: day,
    inForceTo: day,
    renewal: { kind: "option", options: renewals, ...required },
    noticeDays: { kind: "number", min: 0, max: 1000 },
    hospitalLabel: { ...text(20), ...required },
    vendorLabel: { ...text(20), ...required },
    note,
  },
} as const satisfies Record<RegisterNoun, Record<string, FieldSpec>>;

/** Group-owned registers are shared by the hospitals of a group; the others belong to one hospital. */
export const registerOwners = {
  vendor: "group",
  vendorContact: "group",
  product: "group",
  productVersion: "group",
  system: "hospital",
  server: "hospital",
  contract: "hospital",
} as const satisfies Record<RegisterNoun, "group" | "hospital">;

/** Pairs of days of which the second may not be earlier. */
const dayOrders: Partial<Record<RegisterNoun, readonly (readonly [string, string])[]>> = {
  vendorContact: [["validFrom", "validTo"]],
  productVersion: [["releasedOn", "supportEndsOn"]],
  system: [["inUseFrom", "inUseTo"]],
  contract: [["inForceFrom", "inForceTo"]],
};

/** A stored value: text, number, list of options, or null for "not given". */
export type RegisterValue = string | number | string[] | null;
export type RegisterValues = Record<string, RegisterValue>;

/** The specs of a register by field name. */
export function fieldsOf(noun: RegisterNoun): Record<string, FieldSpec> {
  return registerFields[noun];
}

/** Fields that the register's own row keeps: those that an existing record's form has, too. */
export function rowFieldsOf(noun: RegisterNoun): Record<string, FieldSpec> {
  return Object.fromEntries(Object.entries(fieldsOf(noun)).filter(([, spec]) => spec.isDated !== true));
}

export function isRegisterNoun(text: string | undefined): text is RegisterNoun {
  return registerNouns.some((each) => each === text);
}

/**
 * Values of a form, all fields at once. `raw` holds what was typed, lists for `options`; unknown keys are
 * ignored. Problems carry the field name in `at`; whether references exist is asked of the database later.
 * @param specs all fields of a new record; `rowFieldsOf` for one that exists
 */
export function parseRegister(
  noun: RegisterNoun,
  raw: Readonly<Record<string, string | string[] | undefined>>,
  specs: Readonly<Record<string, FieldSpec>> = fieldsOf(noun),
): Result<RegisterValues> {
  const values: RegisterValues = {};
  const problems: Problem[] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const given = raw[name];
    const parsed =
      spec.kind === "options" ? parseOptions(given, spec.options, name) : parseOne(given, spec, name);
    if ("code" in parsed) problems.push(parsed);
    else values[name] = parsed.value;
  }
  for (const [from, to] of dayOrders[noun] ?? []) {
    const [first, second] = [values[from], values[to]];
    if (typeof first === "string" && typeof second === "string" && second < first) {
      problems.push(problem("day-order", { from: first, to: second }, to));
    }
  }
  return problems.length > 0 ? failed(...problems) : { ok: true, value: values };
}

type Parsed = { value: RegisterValue } | Problem;

function parseOptions(given: string | string[] | undefined, options: readonly string[], at: string): Parsed {
  const list =
    given === undefined ? [] : typeof given === "string" ? given.split(",").filter(Boolean) : given;
  const unknown = list.find((each) => !options.includes(each));
  return unknown === undefined ? { value: list } : problem("field-not-an-option", { value: unknown }, at);
}

function parseOne(
  given: string | string[] | undefined,
  spec: Exclude<FieldSpec, { kind: "options" }>,
  at: string,
): Parsed {
  const typed = (Array.isArray(given) ? (given[0] ?? "") : (given ?? "")).trim();
  if (typed === "")
    return spec.isRequired ? problem("field-required", {}, at) : { value: emptyOf(spec.kind) };
  switch (spec.kind) {
    case "text":
    case "long-text":
      return typed.length > spec.max ? problem("field-too-long", { max: spec.max }, at) : { value: typed };
    case "mail":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) && typed.length <= spec.max
        ? { value: typed }
        : problem("field-not-a-mail", {}, at);
    case "day":
      return isRealDay(typed) ? { value: typed } : problem("field-not-a-day", { value: typed }, at);
    case "number": {
      const number = Number(typed.normalize("NFKC"));
      const isFine = Number.isInteger(number) && number >= spec.min && number <= spec.max;
      return isFine ? { value: number } : problem("field-not-a-number", { min: spec.min, max: spec.max }, at);
    }
    case "option":
      return spec.options.includes(typed)
        ? { value: typed }
        : problem("field-not-an-option", { value: typed }, at);
    case "reference":
      return { value: typed };
  }
}

/** Text columns hold "" for "not given", so that sorting and searching stay plain; days and numbers hold null. */
function emptyOf(kind: FieldSpec["kind"]): RegisterValue {
  return kind === "day" || kind === "number" || kind === "reference" ? null : "";
}
