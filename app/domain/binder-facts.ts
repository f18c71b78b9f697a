import type { UnmetAnswer } from "./assessment.ts";
import type { ChainHead } from "./audit-chain.ts";
import type { Day } from "./day.ts";
import type { DecisionKind, RiskLevel } from "./decision.ts";
import type { DecisionState } from "./decision-state.ts";
import type { AnswerValue } from "./questionnaire.ts";
import type { contactHours, contactRoles } from "./register.ts";
import type { RequestChannel, RequestKind, RequestState } from "./request.ts";
import type { ProofLine, ProofSummary } from "./request-proof.ts";
import type { RowParty } from "./role-sheet.ts";
import type { Verdict } from "./verdict.ts";
import type { OverrideNote } from "./verdict-override.ts";

type ContactRole = (typeof contactRoles)[number];
type ContactHour = (typeof contactHours)[number];

/** 立入検査の綴り: everything an inspection asks for, as the records stand on one day. Internal by its type. */
export type BinderInput = {
  hospital: string;
  madeOn: Day;
  /** The checklist edition in force, in whose order its rows stand; null while none is loaded. */
  edition: { title: string; version: string } | null;
  contacts: readonly BinderContact[];
  checklists: readonly BinderChecklist[];
  disclosures: readonly BinderDisclosure[];
  gaps: readonly BinderGaps[];
  sheets: readonly BinderSheet[];
  requests: readonly BinderRequest[];
  /** The last entry of the audit log when this was made: a reader can tell later that none before it was changed. */
  auditHead: ChainHead | null;
  /** Catalogues used, as printed at the end. */
  editions: readonly string[];
};

export type BinderContact = {
  vendor: string;
  systems: readonly string[];
  /** Null for a vendor of a system in use of whom nobody is registered. */
  person: {
    name: string;
    department: string;
    role: ContactRole;
    hours: ContactHour;
    phone: string;
    mail: string;
    deputy: string;
  } | null;
};
export type BinderChecklist = {
  /** Who answers: the hospital itself or a vendor. */
  respondent: string;
  /** Null where no answered sheet of the edition is kept. */
  answeredOn: Day | null;
  rows: readonly {
    no: string;
    item: string;
    answer: AnswerValue | null;
    remark: string;
    target: string;
  }[];
};
export type BinderDisclosure = {
  vendor: string;
  product: string;
  form: string;
  issuedOn: Day;
  counts: { yes: number; no: number; notApplicable: number; open: number };
  fileName: string;
  sha256: string;
};
export type BinderGaps = {
  title: string;
  guideline: string;
  rows: readonly BinderGap[];
};
export type BinderGap = {
  /** Only where a person compared the number with the official text; else "". */
  clause: string;
  summary: string;
  /** What the rules come to. */
  verdict: Verdict;
  /** What was answered where the verdict is `unmet` and nobody said いいえ. */
  unmetAnswer: UnmetAnswer | null;
  /** What a person read otherwise; printed beside it, never in its place. */
  override: OverrideNote | null;
  answers: readonly { no: string; answer: AnswerValue; remark: string }[];
  decision: {
    kind: DecisionKind;
    state: DecisionState;
    owner: string;
    dueOn: Day | null;
    likelihood: RiskLevel | null;
    impact: RiskLevel | null;
    approval: string;
    /** 立入検査説明文: as a person kept it, else as it is built from the records. */
    text: string;
  } | null;
};
export type BinderSheet = {
  contract: string;
  title: string;
  effectiveFrom: Day;
  rows: readonly {
    no: string;
    label: string;
    party: RowParty;
    thirdPartyName: string;
    what: string;
    completedOn: Day | null;
  }[];
};
export type BinderRequest = {
  vendor: string;
  kind: RequestKind;
  about: string;
  askedOn: Day;
  dueOn: Day;
  state: RequestState;
  submittedOn: Day | null;
  sha256: string;
  /** How often each thing happened, first and last day, by which ways. */
  course: readonly ProofSummary[];
};

/** Chapters in the order in which an inspection asks for them. */
export const binderChapters = [
  "contents",
  "contacts",
  "checklists",
  "disclosures",
  "gaps",
  "sheets",
  "requests",
] as const;
export type BinderChapter = (typeof binderChapters)[number];

/** Words the binder is printed with; handed in, because the domain has none. */
export type BinderWords = {
  title: string;
  header: (hospital: string) => string;
  footer: (day: string) => string;
  lead: (day: string) => string;
  chapters: Readonly<Record<BinderChapter, string>>;
  empty: Readonly<Record<Exclude<BinderChapter, "contents">, string>>;
  columns: {
    contents: readonly [string, string];
    contacts: readonly [string, string, string, string, string];
    checklists: readonly [string, string, string, string];
    disclosures: readonly [string, string, string, string, string];
    gaps: readonly [string, string, string, string, string];
    texts: readonly [string, string];
    sheets: readonly [string, string, string, string, string];
    requests: readonly [string, string, string, string];
  };
  day: (day: Day) => string;
  noContact: string;
  noResponse: (respondent: string) => string;
  answeredOn: (respondent: string, day: string) => string;
  noEdition: string;
  edition: (title: string, version: string) => string;
  counts: (counts: BinderDisclosure["counts"]) => string;
  sha256: (hash: string) => string;
  against: (guideline: string) => string;
  undecided: string;
  due: (kind: DecisionKind, day: string) => string;
  owner: (owner: string) => string;
  risk: (likelihood: string, impact: string) => string;
  approved: (approval: string) => string;
  inForce: (day: string) => string;
  deputy: (name: string) => string;
  override: (verdict: string, by: string, day: string) => string;
  overrideReason: (reason: string) => string;
  texts: string;
  auditHead: (head: ChainHead) => string;
  request: (kind: string, about: string) => string;
  requestFacts: Readonly<Record<"asked" | "due" | "state" | "submitted" | "sha256", string>>;
  times: (count: number) => string;
  firstLast: (first: string, last: string) => string;
  proof: Readonly<Record<ProofLine, string>>;
  channels: Readonly<Record<RequestChannel, string>>;
  answers: Readonly<Record<AnswerValue, string>>;
  verdicts: Readonly<Record<Verdict, string>>;
  unmetAnswers: Readonly<Record<UnmetAnswer, string>>;
  kinds: Readonly<Record<DecisionKind, string>>;
  states: Readonly<Record<DecisionState, string>>;
  levels: Readonly<Record<RiskLevel, string>>;
  parties: Readonly<Record<RowParty, string>>;
  roles: Readonly<Record<ContactRole, string>>;
  hours: Readonly<Record<ContactHour, string>>;
  requestKinds: Readonly<Record<RequestKind, string>>;
  requestStates: Readonly<Record<RequestState, string>>;
};
