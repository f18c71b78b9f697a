import { z } from "zod";
import { contractKinds } from "./contract.ts";
import {
  type ContractTerms,
  type FeeLine,
  feeKinds,
  serverScopes,
  subcontractModels,
  type TermsOrigin,
  type TermsRevision,
  type TermsSource,
  type ThirdParty,
  termsChanged,
  termsOf,
  termsOn,
} from "./contract-terms.ts";
import { isRealDay } from "./day.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";
import { parseRegister, type RegisterValues, renewals } from "./register.ts";
import { inForceOf } from "./timeline.ts";

/** A form as it arrives: every field a text or, when repeated, a list. */
export type RawForm = Readonly<Record<string, string | string[] | undefined>>;

/** What a contract without a word about them leaves open; nothing is assumed. */
export const openTerms = {
  renewalMonths: null,
  noticeMonths: null,
  thirdParties: [],
  feeLines: [],
  systemIds: [],
  serverScope: "unclear",
  serverIds: [],
  subcontracting: "unclear",
} as const satisfies Partial<ContractTerms>;

const registerSchema = z.object({
  vendorId: z.string(),
  title: z.string(),
  kind: z.enum(contractKinds),
  signedOn: z.string().nullable(),
  inForceFrom: z.string().nullable(),
  inForceTo: z.string().nullable(),
  renewal: z.enum(renewals),
  noticeDays: z.number().nullable(),
  hospitalLabel: z.string(),
  vendorLabel: z.string(),
});

/** The part of the terms that stands in the register, out of values that `parseRegister` made. */
export function termsOfValues(values: RegisterValues) {
  return registerSchema.parse(values);
}

export const MAX_LINES = 30;
const MAX_MONTHS = 1200;

/**
 * The whole contract as a form holds it: the register's fields and those that only the terms have. Fee lines and
 * further parties are repeated fields (`feeLabel`, `feeKind`, `feeAmount`; `partyLabel`, `partyName`,
 * `partyVendorId`); a line whose texts are all empty is no line. Problems name their field.
 */
export function parseContractForm(raw: RawForm): Result<{ values: RegisterValues; terms: ContractTerms }> {
  const problems: Problem[] = [];
  const register = parseRegister("contract", raw);
  if (!register.ok) problems.push(...register.problems);
  const keep = <T>(parsed: T | Problem, fallback: T): T => {
    if (typeof parsed === "object" && parsed !== null && "code" in parsed) {
      problems.push(parsed);
      return fallback;
    }
    return parsed;
  };
  const serverScope = keep(optionOf(raw, "serverScope", serverScopes, "unclear"), "unclear");
  const more = {
    renewalMonths: keep(monthsOf(raw, "renewalMonths"), null),
    noticeMonths: keep(monthsOf(raw, "noticeMonths"), null),
    thirdParties: keep(partiesOf(raw), []),
    feeLines: keep(feesOf(raw), []),
    systemIds: [...new Set(listOf(raw.systemIds))],
    serverScope,
    serverIds: serverScope === "listed" ? [...new Set(listOf(raw.serverIds))] : [],
    subcontracting: keep(optionOf(raw, "subcontracting", subcontractModels, "unclear"), "unclear"),
  };
  if (!register.ok || problems.length > 0) return failed(...problems);
  return {
    ok: true,
    value: { values: register.value, terms: { ...termsOfValues(register.value), ...more } },
  };
}

const MAX_TEXT = 200;

/**
 * The 覚書 a change comes from and the day from which it counts. A day is required, and of a 覚書 a number or a title:
 * a paper nobody can name is no ground of a change. A renewal by the contract's own clause has no paper.
 * Problems: field-required, field-not-a-day, field-too-long, amendment-unnamed (at `sourceTitle`).
 */
export function parseAmendment(
  raw: RawForm,
  origin: TermsOrigin,
): Result<{ effectiveFrom: string; source: TermsSource }> {
  const effectiveFrom = textOf(raw, "effectiveFrom");
  const signedOn = textOf(raw, "sourceSignedOn");
  const [number, title] = [textOf(raw, "sourceNumber"), textOf(raw, "sourceTitle")];
  const problems: Problem[] = [];
  if (effectiveFrom === "") problems.push(problem("field-required", {}, "effectiveFrom"));
  else if (!isRealDay(effectiveFrom))
    problems.push(problem("field-not-a-day", { value: effectiveFrom }, "effectiveFrom"));
  if (origin === "amendment" && number === "" && title === "")
    problems.push(problem("amendment-unnamed", {}, "sourceTitle"));
  for (const [name, value] of Object.entries({ sourceNumber: number, sourceTitle: title })) {
    if (value.length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, name));
  }
  if (signedOn !== "" && !isRealDay(signedOn))
    problems.push(problem("field-not-a-day", { value: signedOn }, "sourceSignedOn"));
  if (problems.length > 0) return failed(...problems);
  const documentId = textOf(raw, "documentId") || null;
  return {
    ok: true,
    value: { effectiveFrom, source: { number, title, signedOn: signedOn || null, documentId } },
  };
}

/**
 * The form of an amendment or a renewal, against the terms that would hold on its day (`before`; null = none).
 * Problems: those of `parseAmendment`, `parseContractForm` and `parseChange`, amendment-before-contract.
 */
export function readAmendment(
  raw: RawForm,
  origin: "amendment" | "renewal",
  contract: { number: string; revisions: readonly TermsRevision[] },
) {
  const parsed = parseContractForm({ ...raw, number: contract.number });
  const amendment = parseAmendment(raw, origin);
  if (!parsed.ok || !amendment.ok) {
    const problems = [amendment, parsed].flatMap((each) => (each.ok ? [] : each.problems));
    return failed(...problems);
  }
  const { effectiveFrom, source } = amendment.value;
  const { terms } = parsed.value;
  const known = inForceOf(contract.revisions, Number.MAX_SAFE_INTEGER);
  const first = known.find((each) => each.origin === "first");
  if (first && effectiveFrom < first.effectiveFrom)
    return failed(problem("amendment-before-contract", { day: first.effectiveFrom }, "effectiveFrom"));
  const held = termsOn(known, effectiveFrom, Number.MAX_SAFE_INTEGER)?.revision;
  const before = held ? termsOf(held) : null;
  const change = parseChange(raw, origin, before, terms);
  return change.ok ? done({ terms, effectiveFrom, source, before, note: change.value.note }) : change;
}

/**
 * 覚書で定めたこと: what a 覚書 settles beside the terms (a clause, a name). May be empty as long as a term changes.
 * A renewal moves the end of the contract. `before`: the terms on the day from which the change counts.
 * Problems: field-too-long and amendment-without-change (at `sourceNote`), renewal-not-later (at `inForceTo`).
 */
function parseChange(
  raw: RawForm,
  origin: "amendment" | "renewal",
  before: ContractTerms | null,
  terms: ContractTerms,
): Result<{ note: string }> {
  const note = textOf(raw, "sourceNote");
  if (note.length > MAX_REASON) return failed(problem("field-too-long", { max: MAX_REASON }, "sourceNote"));
  if (before === null) return { ok: true, value: { note } };
  const [was, becomes] = [before.inForceTo, terms.inForceTo];
  if (origin === "renewal" && was !== null && becomes !== null && becomes <= was)
    return failed(problem("renewal-not-later", { day: was }, "inForceTo"));
  if (note === "" && termsChanged(before, terms).length === 0)
    return failed(problem("amendment-without-change", {}, "sourceNote"));
  return { ok: true, value: { note } };
}

export const MAX_REASON = 400;

/** A reason that was typed: required, and not longer than a line of a letter. */
export function parseReason(raw: RawForm): Result<string> {
  const reason = textOf(raw, "reason");
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  return reason.length > MAX_REASON
    ? failed(problem("field-too-long", { max: MAX_REASON }, "reason"))
    : { ok: true, value: reason };
}

function listOf(value: string | string[] | undefined): string[] {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.filter((each) => each !== "");
}

function textOf(raw: RawForm, name: string): string {
  const value = raw[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}

function optionOf<T extends string>(
  raw: RawForm,
  name: string,
  options: readonly T[],
  fallback: T,
): T | Problem {
  const typed = textOf(raw, name);
  if (typed === "") return fallback;
  return options.find((each) => each === typed) ?? problem("field-not-an-option", { value: typed }, name);
}

function monthsOf(raw: RawForm, name: string): number | null | Problem {
  const typed = textOf(raw, name).normalize("NFKC");
  if (typed === "") return null;
  const months = Number(typed);
  const isFine = Number.isInteger(months) && months >= 0 && months <= MAX_MONTHS;
  return isFine ? months : problem("field-not-a-number", { min: 0, max: MAX_MONTHS }, name);
}

/** Repeated fields of one name as lines, untouched: an empty one keeps its place beside its neighbours. */
function columnOf(raw: RawForm, name: string): string[] {
  const value = raw[name];
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]).map((each) => each.trim());
}

function partiesOf(raw: RawForm): ThirdParty[] | Problem {
  const [names, vendors] = [columnOf(raw, "partyName"), columnOf(raw, "partyVendorId")];
  const parties: ThirdParty[] = [];
  for (const [at, label] of columnOf(raw, "partyLabel").entries()) {
    const [name, vendorId] = [names[at] ?? "", vendors[at] ?? ""];
    if (label === "" && name === "" && vendorId === "") continue;
    if (label === "") return problem("field-required", {}, "partyLabel");
    if (name === "" && vendorId === "") return problem("field-required", {}, "partyName");
    if (label.length > 20 || name.length > MAX_TEXT)
      return problem("field-too-long", { max: label.length > 20 ? 20 : MAX_TEXT }, "partyName");
    parties.push({ label, name, vendorId: vendorId || null });
  }
  return parties.length > MAX_LINES ? problem("lines-too-many", { max: MAX_LINES }, "partyLabel") : parties;
}

function feesOf(raw: RawForm): FeeLine[] | Problem {
  const [kinds, amounts] = [columnOf(raw, "feeKind"), columnOf(raw, "feeAmount")];
  const lines: FeeLine[] = [];
  for (const [at, label] of columnOf(raw, "feeLabel").entries()) {
    const [typed, amount] = [kinds[at] ?? "", amounts[at] ?? ""];
    if (label === "" && amount === "") continue;
    const kind = feeKinds.find((each) => each === typed);
    if (label === "") return problem("field-required", {}, "feeLabel");
    if (kind === undefined) return problem("field-not-an-option", { value: typed }, "feeKind");
    if (label.length > MAX_TEXT || amount.length > MAX_TEXT)
      return problem("field-too-long", { max: MAX_TEXT }, "feeLabel");
    lines.push({ label, kind, amount });
  }
  return lines.length > MAX_LINES ? problem("lines-too-many", { max: MAX_LINES }, "feeLabel") : lines;
}

/** Terms as the form's fields hold them; `parseContractForm` reads them back. */
export function formOfTerms(terms: ContractTerms): RawForm {
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    vendorId: terms.vendorId,
    title: terms.title,
    kind: terms.kind,
    signedOn: text(terms.signedOn),
    inForceFrom: text(terms.inForceFrom),
    inForceTo: text(terms.inForceTo),
    renewal: terms.renewal,
    renewalMonths: text(terms.renewalMonths),
    noticeMonths: text(terms.noticeMonths),
    noticeDays: text(terms.noticeDays),
    hospitalLabel: terms.hospitalLabel,
    vendorLabel: terms.vendorLabel,
    partyLabel: terms.thirdParties.map((each) => each.label),
    partyName: terms.thirdParties.map((each) => each.name),
    partyVendorId: terms.thirdParties.map((each) => each.vendorId ?? ""),
    feeLabel: terms.feeLines.map((each) => each.label),
    feeKind: terms.feeLines.map((each) => each.kind),
    feeAmount: terms.feeLines.map((each) => each.amount),
    systemIds: terms.systemIds,
    serverScope: terms.serverScope,
    serverIds: terms.serverIds,
    subcontracting: terms.subcontracting,
  };
}

/** The paper a revision rests on, as the form's fields hold it. */
export function formOfSource(source: TermsSource, effectiveFrom: string): RawForm {
  return {
    effectiveFrom,
    sourceNumber: source.number,
    sourceTitle: source.title,
    sourceSignedOn: source.signedOn ?? "",
    documentId: source.documentId ?? "",
  };
}
