import { z } from "zod";
import { type ContractState, contractKinds, contractState } from "./contract.ts";
import { type Day, daySchema } from "./day.ts";
import { renewals } from "./register.ts";
import { asOf, inForceOf, type Revision } from "./timeline.ts";

/**
 * 契約の内容 over time. A contract's identity is its row; what it says is a series of frozen revisions: the first
 * one, amendments by 覚書 and renewals, each from a day on, and corrections that supersede one of them.
 */
export const termsOrigins = ["first", "amendment", "renewal"] as const;
export type TermsOrigin = (typeof termsOrigins)[number];

/** 費用: inside the fee, apart from it, or not settled yet. */
export const feeKinds = ["included", "separate", "open"] as const;
/** Which servers of the covered systems a contract covers; a contract that says nothing is unclear. */
export const serverScopes = ["all", "listed", "unclear"] as const;
/** 再委託の定め (contract-annexes, 別紙9). A contract that says nothing is unclear. */
export const subcontractModels = [
  "forbidden",
  "prior-consent",
  "listed",
  "report-after",
  "free",
  "unclear",
] as const;
export type SubcontractModel = (typeof subcontractModels)[number];

export const feeLineSchema = z.strictObject({
  label: z.string().min(1),
  kind: z.enum(feeKinds),
  /** As written in the contract; amounts are never computed with. */
  amount: z.string(),
});
export type FeeLine = z.infer<typeof feeLineSchema>;

export const thirdPartySchema = z.strictObject({
  /** 丙, 丁 … as the contract calls it. */
  label: z.string().min(1),
  /** As written in the contract; may be empty for a registered vendor. */
  name: z.string(),
  /** The registered vendor this party is, so that its name follows the days; null for anybody else. */
  vendorId: z.string().nullable(),
});
export type ThirdParty = z.infer<typeof thirdPartySchema>;

export const contractTermsSchema = z.strictObject({
  vendorId: z.string(),
  title: z.string(),
  kind: z.enum(contractKinds),
  signedOn: daySchema.nullable(),
  inForceFrom: daySchema.nullable(),
  inForceTo: daySchema.nullable(),
  renewal: z.enum(renewals),
  /** Months one renewal adds; null when the contract does not say. */
  renewalMonths: z.number().int().nullable(),
  /** Notice before the end: months first, then days; both null = no notice agreed. */
  noticeMonths: z.number().int().nullable(),
  noticeDays: z.number().int().nullable(),
  hospitalLabel: z.string(),
  vendorLabel: z.string(),
  thirdParties: z.array(thirdPartySchema),
  feeLines: z.array(feeLineSchema),
  systemIds: z.array(z.string()),
  serverScope: z.enum(serverScopes),
  /** Only with `listed`. */
  serverIds: z.array(z.string()),
  subcontracting: z.enum(subcontractModels),
});
export type ContractTerms = z.infer<typeof contractTermsSchema>;

/** The 覚書 (or other paper) that a revision comes from. Empty texts where nothing was given. */
export type TermsSource = { number: string; title: string; signedOn: Day | null; documentId: string | null };

export type TermsRevision = Revision &
  ContractTerms & {
    contractId: string;
    origin: TermsOrigin;
    /** Why; required for a correction. */
    reason: string;
    source: TermsSource;
  };

/** A row with the times of a revision and a period: what one revision of a contract says. */
type Dated = Revision & { inForceFrom: Day | null; inForceTo: Day | null };

/** First day of a contract whose beginning nobody recorded: earlier than every real day. */
export const BEGINNING: Day = "1868-01-01";
const END: Day = "9999-12-31";

/** True when the revision corrects an earlier one. */
export function isCorrection(revision: Pick<Revision, "supersedes">): boolean {
  return revision.supersedes !== null;
}

/**
 * 契約の状態: what the contract said on `day` as known by `knownSeq`. Before its first day, the terms that come
 * are shown with `isComing`. Null when nothing was known of the contract then.
 */
export function termsOn<R extends Dated>(
  revisions: readonly R[],
  day: Day,
  knownSeq: number,
): { revision: R; isComing: boolean; state: ContractState } | null {
  const held = asOf(revisions, day, knownSeq);
  if (held !== null) return { revision: held, isComing: false, state: contractState(held, day) };
  const coming = firstOf(revisions, knownSeq);
  if (coming === null) return null;
  return { revision: coming, isComing: true, state: coming.inForceFrom === null ? "undated" : "before" };
}

function firstOf<R extends Revision>(revisions: readonly R[], knownSeq: number): R | null {
  const known = inForceOf(revisions, knownSeq);
  const first = known.map((each) => each.effectiveFrom).sort()[0];
  return first === undefined ? null : asOf(revisions, first, knownSeq);
}

/** The day whose terms a page shows: `day`, or the first day of a contract that has not begun by then. */
export function dayShown(revisions: readonly Dated[], day: Day, knownSeq: number): Day {
  const terms = termsOn(revisions, day, knownSeq);
  return terms?.isComing ? terms.revision.effectiveFrom : day;
}

/** The last terms known by then, whatever day they begin: they carry the contract's end. */
export function lastTermsKnown<R extends Revision>(revisions: readonly R[], knownSeq: number): R | null {
  return asOf(revisions, END, knownSeq);
}

/** Fields of the terms in the order of forms and comparisons. */
export const termsFields = Object.keys(contractTermsSchema.shape) as (keyof ContractTerms)[];

/** Only the terms of a revision (or of anything that holds them). */
export function termsOf(holder: ContractTerms): ContractTerms {
  return {
    vendorId: holder.vendorId,
    title: holder.title,
    kind: holder.kind,
    signedOn: holder.signedOn,
    inForceFrom: holder.inForceFrom,
    inForceTo: holder.inForceTo,
    renewal: holder.renewal,
    renewalMonths: holder.renewalMonths,
    noticeMonths: holder.noticeMonths,
    noticeDays: holder.noticeDays,
    hospitalLabel: holder.hospitalLabel,
    vendorLabel: holder.vendorLabel,
    thirdParties: holder.thirdParties,
    feeLines: holder.feeLines,
    systemIds: holder.systemIds,
    serverScope: holder.serverScope,
    serverIds: holder.serverIds,
    subcontracting: holder.subcontracting,
  };
}

/** Names of the terms in which two revisions differ; lists of ids are compared as sets. */
export function termsChanged(before: ContractTerms, after: ContractTerms): (keyof ContractTerms)[] {
  return termsFields.filter((name) => comparable(name, before) !== comparable(name, after));
}

function comparable(name: keyof ContractTerms, terms: ContractTerms): string {
  if (name === "systemIds" || name === "serverIds") return JSON.stringify([...terms[name]].sort());
  return JSON.stringify(terms[name]);
}

/** Each revision known by then, newest effect first, with the terms before it and whether it still counts. */
export function termsHistory<R extends TermsRevision>(
  revisions: readonly R[],
  knownSeq: number,
): { revision: R; before: R | null; isSuperseded: boolean; changed: (keyof ContractTerms)[] }[] {
  const known = revisions.filter((each) => each.recordedSeq <= knownSeq);
  const superseded = new Set(known.map((each) => each.supersedes));
  const inOrder = [...known].sort((a, b) =>
    a.effectiveFrom === b.effectiveFrom
      ? b.recordedSeq - a.recordedSeq
      : a.effectiveFrom < b.effectiveFrom
        ? 1
        : -1,
  );
  return inOrder.map((revision) => {
    const before = beforeOf(known, revision);
    const changed = before === null ? [] : termsChanged(before, revision);
    return { revision, before, isSuperseded: superseded.has(revision.id), changed };
  });
}

/** What a revision is compared with: the one it corrects, else what held the day before it, as known then. */
function beforeOf<R extends TermsRevision>(known: readonly R[], revision: R): R | null {
  if (revision.supersedes !== null) return known.find((each) => each.id === revision.supersedes) ?? null;
  const others = known.filter((each) => each.id !== revision.id);
  return asOf(others, revision.effectiveFrom, revision.recordedSeq - 1);
}
