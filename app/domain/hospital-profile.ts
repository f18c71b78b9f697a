import { type StaffState, staffStates } from "./applicability.ts";
import { type Day, isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { asOf, type Revision } from "./timeline.ts";

/** 開設者 of a hospital, grouped as the statistics of medical facilities group them; "" = not said. */
export const ownerTypes = [
  "",
  "national",
  "public",
  "social-insurance",
  "public-interest",
  "medical-corporation",
  "school",
  "social-welfare",
  "company",
  "other-corporation",
  "individual",
] as const;
export type OwnerType = (typeof ownerTypes)[number];

/** 医療機関の概要: facts of the hospital from a day on. Not given is null, "" or `unknown`, never a guess. */
export type HospitalFacts = {
  beds: number | null;
  ownerType: OwnerType;
  /** 拠点: places with systems of their own (本院, 分院 …). */
  sites: number | null;
  /** システム運用担当者: people of the hospital who run its systems. */
  staff: StaffState;
  /** G-MIS の規模の区分, as that site shows it. why text: no source gives its list. */
  gmisClass: string;
};
export type HospitalProfile = Revision & HospitalFacts;

/** What held on the day as known by then; null when nobody had said anything. */
export function profileOn<P extends HospitalProfile>(
  profiles: readonly P[],
  day: Day,
  knownSeq: number,
): P | null {
  return asOf(profiles, day, knownSeq);
}

export type RawHospitalFacts = Record<
  "beds" | "ownerType" | "sites" | "staff" | "gmisClass" | "effectiveFrom",
  string
>;

const MAX_BEDS = 10_000;
const MAX_SITES = 500;
const MAX_TEXT = 100;

/** Reads what was typed; the day from which it holds is always needed. Problems carry the field in `at`. */
export function readHospitalFacts(
  raw: RawHospitalFacts,
): { facts: HospitalFacts & { effectiveFrom: Day }; problems: [] } | { facts: null; problems: Problem[] } {
  const problems: Problem[] = [];
  const beds = wholeNumber(raw.beds, { min: 0, max: MAX_BEDS }, "beds", problems);
  const sites = wholeNumber(raw.sites, { min: 1, max: MAX_SITES }, "sites", problems);
  const ownerType = ownerTypes.find((each) => each === raw.ownerType);
  if (ownerType === undefined)
    problems.push(problem("field-not-an-option", { value: raw.ownerType }, "ownerType"));
  const staff = staffStates.find((each) => each === raw.staff);
  if (staff === undefined) problems.push(problem("field-not-an-option", { value: raw.staff }, "staff"));
  const gmisClass = raw.gmisClass.trim();
  if (gmisClass.length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, "gmisClass"));
  if (!isRealDay(raw.effectiveFrom))
    problems.push(problem("field-not-a-day", { value: raw.effectiveFrom }, "effectiveFrom"));
  if (ownerType === undefined || staff === undefined || problems.length > 0) return { facts: null, problems };
  const { effectiveFrom } = raw;
  return { facts: { beds, ownerType, sites, staff, gmisClass, effectiveFrom }, problems: [] };
}

/** Full-width digits and commas understood; null when empty. */
function wholeNumber(
  text: string,
  { min, max }: { min: number; max: number },
  at: string,
  problems: Problem[],
): number | null {
  const plain = text.normalize("NFKC").replace(/[,\s]|床$/g, "");
  if (plain === "") return null;
  const value = Number(plain);
  if (/^\d+$/.test(plain) && value >= min && value <= max) return value;
  problems.push(problem("field-not-a-number", { min, max }, at));
  return null;
}
