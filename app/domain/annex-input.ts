import { z } from "zod";
import { daySchema } from "./day.ts";
import { dateStyles } from "./era.ts";
import { costBearings, firstChecks, rowParties, situationParties } from "./role-sheet.ts";

/**
 * What a paper is made from: a plain snapshot, frozen as JSON when the paper is issued. Codes stand as codes
 * (`vendor`, `included`), days as ISO days; the template owns the words. Every object is strict, so that a
 * field of the internal paper is refused in a contract paper at run time as well as by the type.
 */
const optionalDay = daySchema.nullable();

export const paperContractSchema = z.strictObject({
  number: z.string(),
  title: z.string(),
  signedOn: optionalDay,
  inForceFrom: optionalDay,
  /** null = without end. */
  inForceTo: optionalDay,
  /** What the contract calls the parties (甲, 乙; 発注者, 受注者). */
  hospitalLabel: z.string(),
  vendorLabel: z.string(),
  hospitalName: z.string(),
  vendorName: z.string(),
});

export const paperSystemSchema = z.strictObject({
  name: z.string(),
  product: z.string(),
  version: z.string(),
  site: z.string(),
  form: z.string(),
});

export const paperRoleRowSchema = z.strictObject({
  no: z.string(),
  label: z.string(),
  party: z.enum(rowParties),
  thirdPartyName: z.string(),
  what: z.string(),
  cost: z.enum(costBearings),
  deadline: z.string(),
  clause: z.string(),
  firstCheck: z.enum(firstChecks),
  firstCheckOn: optionalDay,
  completedOn: optionalDay,
  remark: z.string(),
  /** Papers issued before rows had them carry none of the four. */
  emergencyParty: z.enum(situationParties).optional(),
  endParty: z.enum(situationParties).optional(),
  evidence: z.string().optional(),
  leftOutReason: z.string().optional(),
  /** A clause number is printed only where a person has confirmed it against the official text. */
  isClauseConfirmed: z.boolean(),
});

export const paperRoleSheetSchema = z.strictObject({
  title: z.string(),
  /** `id@version` of the form. */
  formRef: z.string(),
  revisionNo: z.number().int().positive().nullable(),
  effectiveFrom: optionalDay,
  roundOn: optionalDay,
  /** The sheets one by one where the paper prints more than one; the fields above then name the first. */
  sheets: z
    .array(
      z.strictObject({
        title: z.string(),
        revisionNo: z.number().int().positive(),
        effectiveFrom: daySchema,
      }),
    )
    .optional(),
  rows: z.array(paperRoleRowSchema),
});

const countSchema = z.number().int().nonnegative();

export const paperDisclosureSchema = z.strictObject({
  form: z.string(),
  formVersion: z.string(),
  formTitle: z.string(),
  product: z.string(),
  productVersion: z.string(),
  issuedOn: optionalDay,
  fileName: z.string(),
  sha256: z.string(),
  counts: z.strictObject({
    yes: countSchema,
    no: countSchema,
    notApplicable: countSchema,
    unanswered: countSchema,
  }),
});

export const paperGapSchema = z.strictObject({
  no: z.string(),
  question: z.string(),
  /** Answer code (`no`, `blank`) or the word as it was written. */
  answer: z.string(),
  remark: z.string(),
  /** Cell the answer came from, e.g. `MDS!D31`. */
  cell: z.string(),
  form: z.string(),
  /** What the vendor promises (vendor-fix) or the contract shall say (contract-term); null when neither. */
  measure: z.string().nullable(),
  dueOn: optionalDay,
  /** Clause of the guideline, only when confirmed. */
  clause: z.string().nullable(),
});

export const paperDecisionSchema = z.strictObject({
  clause: z.string(),
  summary: z.string(),
  verdict: z.string(),
  /** The answers the decision was taken on, one a line. */
  answers: z.string(),
  /** Form version the answers were given to, where a crosswalk carried them to a newer one. */
  carriedFrom: z.string().optional(),
  kind: z.string(),
  reason: z.string(),
  owner: z.string(),
  dueOn: optionalDay,
  likelihood: z.string().nullable(),
  impact: z.string().nullable(),
  acceptedBy: z.string(),
  inspectionText: z.string(),
});

const sharedShape = {
  contract: paperContractSchema,
  dateStyle: z.enum(dateStyles),
  systems: z.array(paperSystemSchema),
  roleSheet: paperRoleSheetSchema.nullable(),
  disclosures: z.array(paperDisclosureSchema),
  gaps: z.array(paperGapSchema),
  /** Every catalogue and form used, as printed at the end. */
  editions: z.array(z.string()),
  /** null = draft. */
  issuedOn: optionalDay,
};

/** Snapshot of a contract paper: only what both parties may read. */
export const contractPaperInputSchema = z.strictObject({
  audience: z.literal("contract"),
  /** Number as the contract counts its annexes (「別紙２」); the kind of annex is the template's. */
  printedNo: z.string(),
  ...sharedShape,
});
/** Snapshot of an internal paper (院内限). Not a contract snapshot with more: another `audience`. */
export const internalPaperInputSchema = z.strictObject({
  audience: z.literal("internal"),
  printedNo: z.null(),
  ...sharedShape,
  decisions: z.array(paperDecisionSchema),
});

export type ContractPaperInput = z.infer<typeof contractPaperInputSchema>;
export type InternalPaperInput = z.infer<typeof internalPaperInputSchema>;
export type PaperInput = ContractPaperInput | InternalPaperInput;
export type PaperRoleRow = z.infer<typeof paperRoleRowSchema>;
export type PaperRoleSheet = z.infer<typeof paperRoleSheetSchema>;
export type PaperDisclosure = z.infer<typeof paperDisclosureSchema>;
export type PaperGap = z.infer<typeof paperGapSchema>;
export type PaperDecision = z.infer<typeof paperDecisionSchema>;
export type PaperSystem = z.infer<typeof paperSystemSchema>;
