import { z } from "zod";
import type { SubcontractModel } from "./contract-terms.ts";
import { type Day, daySchema, daysBetween } from "./day.ts";

/** Whether a subcontractor comes into contact with the hospital's data. */
export const dataContacts = ["none", "possible", "handled", "unclear"] as const;
/** Whether the same duties were handed on in writing (contract-annexes, 別紙9). */
export const sameDuties = ["yes", "no", "unclear"] as const;
/** Levels below the contract's vendor: 再委託 is the first. */
export const MAX_LEVELS = 5;

export const certificateSchema = z.strictObject({
  name: z.string().min(1),
  number: z.string(),
  expiresOn: daySchema.nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** What the tree needs to know of one subcontractor. */
export type TreeMember = { id: string; parentId: string | null; name: string };
/** `isDetached`: whom it works for is not among the members. */
export type Placed<M extends TreeMember> = { member: M; level: number; path: string[]; isDetached: boolean };

/**
 * 再委託の木: every member after the one it works for, with its level (1 = works for the contract's vendor) and the
 * names above it. A member whose principal is not among them stands at the first level: it is never lost.
 */
export function placeInTree<M extends TreeMember>(members: readonly M[]): Placed<M>[] {
  const ids = new Set(members.map((each) => each.id));
  const below = new Map<string | null, M[]>();
  for (const member of members) {
    const parent = member.parentId !== null && ids.has(member.parentId) ? member.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), member]);
  }
  const placed: Placed<M>[] = [];
  const walk = (parent: string | null, level: number, path: string[]) => {
    for (const member of [...(below.get(parent) ?? [])].sort(byName)) {
      const isDetached = member.parentId !== null && parent === null;
      placed.push({ member, level, path, isDetached });
      walk(member.id, level + 1, [...path, member.name]);
    }
  };
  walk(null, 1, []);
  // A ring cannot be written; were there one, its members would still be shown.
  const seen = new Set(placed.map((each) => each.member.id));
  for (const member of members)
    if (!seen.has(member.id)) placed.push({ member, level: 1, path: [], isDetached: true });
  return placed;
}

function byName(a: TreeMember, b: TreeMember): number {
  return a.name.localeCompare(b.name, "ja") || (a.id < b.id ? -1 : 1);
}

export type MoveFault = "cycle" | "too-deep";

/**
 * Whether `id` (null: a new one) may work for `parentId` (null: the contract's vendor): the chain must not come back
 * to itself, and with everything below it may be at most `MAX_LEVELS` deep.
 */
export function faultOfMove(
  members: readonly TreeMember[],
  id: string | null,
  parentId: string | null,
): MoveFault | null {
  const byId = new Map(members.map((each) => [each.id, each]));
  let above = 0;
  const seen = new Set<string>();
  for (let at = parentId; at !== null; at = byId.get(at)?.parentId ?? null) {
    if (at === id || seen.has(at)) return "cycle";
    seen.add(at);
    above += 1;
  }
  return above + heightOf(members, id) > MAX_LEVELS ? "too-deep" : null;
}

/** Levels of a member with everything below it; a new one is 1. */
function heightOf(members: readonly TreeMember[], id: string | null): number {
  if (id === null) return 1;
  const below = members.filter((each) => each.parentId === id);
  return 1 + Math.max(0, ...below.map((each) => heightOf(members, each.id)));
}

/** What a person should look at in one subcontractor. */
export const subcontractorConcerns = [
  "forbidden",
  "not-approved",
  "not-listed",
  "no-same-duty",
  "certificate-expired",
  "certificate-ends-soon",
  "abroad",
  "data-contact-unclear",
] as const;
export type SubcontractorConcern = (typeof subcontractorConcerns)[number];

/** Days before a certificate's expiry from which it is named. */
export const CERTIFICATE_DAYS = 60;
const homeNames: readonly string[] = ["", "日本", "japan", "jp"];

/**
 * 気になる点: what the contract's own rule on subcontracting and the entries themselves ask a person to look at.
 * Nothing is judged; a contract that is silent asks nothing about consent.
 */
export function concernsOf(
  member: {
    approvedOn: Day | null;
    sameDuty: (typeof sameDuties)[number];
    dataContact: (typeof dataContacts)[number];
    country: string;
    certificates: readonly Certificate[];
  },
  model: SubcontractModel,
  today: Day,
): SubcontractorConcern[] {
  const found: SubcontractorConcern[] = [];
  const isUnapproved = member.approvedOn === null;
  if (model === "forbidden" && isUnapproved) found.push("forbidden");
  if (model === "prior-consent" && isUnapproved) found.push("not-approved");
  if (model === "listed" && isUnapproved) found.push("not-listed");
  if (member.sameDuty !== "yes") found.push("no-same-duty");
  const days = member.certificates.flatMap((each) => (each.expiresOn === null ? [] : [each.expiresOn]));
  if (days.some((day) => day < today)) found.push("certificate-expired");
  else if (days.some((day) => daysBetween(today, day) <= CERTIFICATE_DAYS))
    found.push("certificate-ends-soon");
  if (!homeNames.includes(member.country.trim().toLowerCase())) found.push("abroad");
  if (member.dataContact === "unclear") found.push("data-contact-unclear");
  return found;
}
