import { z } from "zod";
import { enteredSchema } from "./annex-field.ts";
import {
  accountUses,
  connectionMethods,
  connectionPurposes,
  openings,
  patchBearers,
  secondFactors,
  sourceLimits,
} from "./connection.ts";
import { clauseKinds } from "./contract-clause.ts";
import { daySchema } from "./day.ts";
import { dateStyles } from "./era.ts";
import { contactHours, contactRoles, serverKinds, updateBearers } from "./register.ts";
import { costBearings, firstChecks, rowParties, situationParties } from "./role-sheet.ts";
import { certificateSchema, dataContacts, sameDuties } from "./subcontractor.ts";
import { jumpHostPreconditions, twoFactorPlaces, twoFactorRoutes, twoFactorStates } from "./two-factor.ts";

/**
 * What a paper is made from: a plain snapshot, frozen as JSON when the paper is issued. Codes stand as codes
 * (`vendor`, `included`), days as ISO days; the template owns the words. Every object is strict, so that a
 * field of the internal paper is refused in a contract paper at run time as well as by the type.
 */
const optionalDay = daySchema.nullable();

/** 署名欄: none (the usual 別紙), 記載内容の確認, or 記名押印. The template proposes, the draft may choose. */
export const signatures = ["none", "confirmation", "seal"] as const;
export type Signature = (typeof signatures)[number];

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
  /** What a person read otherwise than the rules, with reason, name and day; both are printed. */
  override: z
    .strictObject({ verdict: z.string(), reason: z.string(), by: z.string(), on: daySchema })
    .optional(),
  kind: z.string(),
  reason: z.string(),
  owner: z.string(),
  dueOn: optionalDay,
  likelihood: z.string().nullable(),
  impact: z.string().nullable(),
  acceptedBy: z.string(),
  inspectionText: z.string(),
});

export const paperServerSchema = z.strictObject({
  name: z.string(),
  system: z.string(),
  kind: z.enum(serverKinds),
  os: z.string(),
  bearer: z.enum(updateBearers),
  /** The quoted clause (number and document), or what was typed; "" when the contract says nothing. */
  clause: z.string(),
});

/** What the statement about every server rests on; only in papers whose template makes it. */
export const paperUpdatesSchema = z.strictObject({
  /** Day on which a person declared the list complete; null when nobody did, or the list changed since. */
  declaredOn: optionalDay,
  /** Servers under any contract that are not a vendor's written responsibility; none in an issued paper. */
  uncovered: z.array(z.string()),
});

export const paperSubcontractorSchema = z.strictObject({
  /** 1 = works for the contract's vendor. */
  level: z.number().int().positive(),
  name: z.string(),
  /** Whom it works for; empty at the first level. */
  principal: z.string(),
  work: z.string(),
  dataContact: z.enum(dataContacts),
  country: z.string(),
  certificates: z.array(certificateSchema),
  approvedOn: optionalDay,
  sameDuty: z.enum(sameDuties),
});

export const paperConnectionSchema = z.strictObject({
  name: z.string(),
  system: z.string(),
  purpose: z.enum(connectionPurposes),
  method: z.enum(connectionMethods),
  opening: z.enum(openings),
  accounts: z.enum(accountUses),
  secondFactor: z.enum(secondFactors),
  patchBearer: z.enum(patchBearers),
  sourceLimit: z.enum(sourceLimits),
  logDays: z.number().int().nonnegative().nullable(),
});

export const paperTwoFactorSchema = z.strictObject({
  system: z.string(),
  place: z.enum(twoFactorPlaces),
  state: z.enum(twoFactorStates),
  route: z.enum(twoFactorRoutes),
  preconditions: z.array(z.enum(jumpHostPreconditions)),
  plannedOn: optionalDay,
});

export const paperClauseSchema = z.strictObject({
  kind: z.enum(clauseKinds),
  number: z.string(),
  quote: z.string(),
  document: z.string(),
  page: z.number().int().positive().nullable(),
});

export const paperContactSchema = z.strictObject({
  name: z.string(),
  department: z.string(),
  role: z.enum(contactRoles),
  hours: z.enum(contactHours),
  phone: z.string(),
  mail: z.string(),
});

export const paperIssueSchema = z.strictObject({
  printedNo: z.string(),
  title: z.string(),
  issueNo: z.number().int().positive(),
  issuedOn: daySchema,
  pages: z.number().int().positive(),
  sha256: z.string(),
});

/**
 * Records that only some kinds print. A snapshot holds the ones its template names and no other; papers issued
 * before there were any hold none.
 */
const namedRecordsShape = {
  /** What a person wrote on the draft, by the template's fields. */
  entered: enteredSchema.optional(),
  servers: z.array(paperServerSchema).optional(),
  updates: paperUpdatesSchema.optional(),
  subcontractors: z.array(paperSubcontractorSchema).optional(),
  connections: z.array(paperConnectionSchema).optional(),
  twoFactor: z.array(paperTwoFactorSchema).optional(),
  clauses: z.array(paperClauseSchema).optional(),
  contacts: z.array(paperContactSchema).optional(),
  papers: z.array(paperIssueSchema).optional(),
  /** Chosen for this paper; the template's own choice where it is left out. */
  signature: z.enum(signatures).optional(),
};

const sharedShape = {
  ...namedRecordsShape,
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
export type PaperServer = z.infer<typeof paperServerSchema>;
export type PaperUpdates = z.infer<typeof paperUpdatesSchema>;
export type PaperSubcontractor = z.infer<typeof paperSubcontractorSchema>;
export type PaperConnection = z.infer<typeof paperConnectionSchema>;
export type PaperTwoFactor = z.infer<typeof paperTwoFactorSchema>;
export type PaperClause = z.infer<typeof paperClauseSchema>;
export type PaperContact = z.infer<typeof paperContactSchema>;
export type PaperIssue = z.infer<typeof paperIssueSchema>;
