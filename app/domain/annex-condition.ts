import { z } from "zod";

/** What the records of a paper may say; a section, a clause or a table can depend on one of them. */
export const conditions = [
  "has-systems",
  "has-role-sheet",
  "no-role-sheet",
  "has-third-party",
  "has-open-no",
  /** A row says who acts in an emergency or at the end, or what shows that it was done. */
  "has-situations",
  "has-disclosures",
  "has-gaps",
  "no-gaps",
  "has-measures",
  "no-measures",
  "has-end",
  "no-end",
  "has-servers",
  "no-servers",
  /** Each server of this paper is written down as the vendor's. */
  "servers-all-vendor",
  "servers-not-all-vendor",
  /**
   * Every server of the hospital, declared complete by a person and unchanged since, is the vendors' written
   * responsibility (contract-annexes 別紙4). What the shorter route of guideline 7.0 rests on.
   */
  "updates-entrusted",
  "has-subcontractors",
  "no-subcontractors",
  "has-connections",
  "no-connections",
  "has-two-factor",
  "no-two-factor",
  "has-papers",
] as const;
export type RecordCondition = (typeof conditions)[number];

/** A record's condition, or one on a value written on the draft. */
export const conditionSchema = z.union([
  z.enum(conditions),
  z.strictObject({ field: z.string().min(1), is: z.array(z.string()).min(1) }),
  z.strictObject({ field: z.string().min(1), isGiven: z.boolean() }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** Conditions that a clause may state as a fact; it is printed only while they hold. */
export const statements = ["updates-entrusted", "servers-all-vendor"] as const;
export type Statement = (typeof statements)[number];
