import { addMonths, type Day } from "./day.ts";
import { DISCLOSURE_MONTHS } from "./deadline.ts";
import { type FormId, plainFormVersion } from "./questionnaire.ts";

/** Why a disclosure no longer speaks of what is in use or asked today. Words in messages/. */
export const staleKinds = ["version", "form", "guideline", "age"] as const;
export type StaleKind = (typeof staleKinds)[number];

/**
 * version: systems run on another version now · form: a newer edition of its form is known · guideline: an
 * edition of a guideline was issued after it was made · age: made 12 months ago or longer.
 */
export type StaleReason =
  | { kind: "version"; versions: string[] }
  | { kind: "form"; version: string }
  | { kind: "guideline"; title: string; version: string; issuedOn: Day }
  | { kind: "age"; since: Day };

export type DatedDisclosure = {
  issuedOn: Day;
  form: FormId;
  formVersion: string;
  productVersionId: string;
  productId: string;
};

/** What disclosures are held against, read once for a whole list. */
export type StaleFacts = {
  today: Day;
  /** Versions that systems in use run on, once each. */
  installed: readonly { productId: string; productVersionId: string; label: string }[];
  /** Every known edition of every form. */
  editions: readonly { form: FormId; version: string }[];
  /** Guideline editions that no other has replaced. `issuedOn` only where the whole day is known. */
  guidelines: readonly { title: string; version: string; issuedOn: Day | null }[];
};

/**
 * Every reason to ask for a new disclosure, in the order of `staleKinds`; none when it still holds. A version
 * is no reason while one system still runs on the disclosed one, and none when nothing of the product is in use.
 */
export function staleReasons(disclosure: DatedDisclosure, facts: StaleFacts): StaleReason[] {
  const reasons: StaleReason[] = [];
  const ofProduct = facts.installed.filter((each) => each.productId === disclosure.productId);
  const isInUse = ofProduct.some((each) => each.productVersionId === disclosure.productVersionId);
  if (ofProduct.length > 0 && !isInUse) {
    reasons.push({ kind: "version", versions: ofProduct.map((each) => each.label).sort() });
  }
  const newest = newestEdition(facts.editions.filter((each) => each.form === disclosure.form));
  if (newest !== null && compareVersions(newest, disclosure.formVersion) > 0) {
    reasons.push({ kind: "form", version: newest });
  }
  for (const { title, version, issuedOn } of facts.guidelines) {
    if (issuedOn !== null && issuedOn > disclosure.issuedOn) {
      reasons.push({ kind: "guideline", title, version, issuedOn });
    }
  }
  const since = addMonths(disclosure.issuedOn, DISCLOSURE_MONTHS);
  if (since <= facts.today) reasons.push({ kind: "age", since });
  return reasons;
}

function newestEdition(editions: readonly { version: string }[]): string | null {
  return editions.reduce<string | null>(
    (newest, { version }) => (newest === null || compareVersions(version, newest) > 0 ? version : newest),
    null,
  );
}

/**
 * Order of two form versions: 3.0 < 3.0a < 4.0 < 4.10. Versions that are no numbers have no order (0): nothing
 * is called older than something it cannot be compared with.
 */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one === null || other === null) return 0;
  for (let at = 0; at < Math.max(one.numbers.length, other.numbers.length); at += 1) {
    const difference = (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return one.letter === other.letter ? 0 : one.letter < other.letter ? -1 : 1;
}

function partsOf(version: string): { numbers: number[]; letter: string } | null {
  const match = /^(\d{1,6}(?:\.\d{1,6})*)([a-z]?)$/.exec(plainFormVersion(version));
  if (!match?.[1]) return null;
  return { numbers: match[1].split(".").map(Number), letter: match[2] ?? "" };
}
