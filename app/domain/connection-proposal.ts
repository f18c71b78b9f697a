import {
  type accountUses,
  type ConnectionMethod,
  type openings,
  type ProposedField,
  type patchBearers,
  proposedFields,
  type secondFactors,
  type sourceLimits,
  type topicMeans,
} from "./connection.ts";
import {
  methodNamed,
  openingNamed,
  patcherNamed,
  sourceLimitNamed,
  speaksPlainly,
} from "./connection-remark.ts";
import type { AnswerValue } from "./questionnaire.ts";

/** One answer on a sheet with what leads from its question to the field. */
export type ProposalAnswer = {
  field: ProposedField;
  means: (typeof topicMeans)[number];
  disclosureId: string;
  no: string;
  question: string;
  answer: AnswerValue;
  remark: string;
  /** 「シート名!C22」 */
  cell: string;
  /** The mapping, or the list of topics, that leads here. */
  mapping: string;
};

export type ConnectionProposal = {
  method: ConnectionMethod;
  opening: (typeof openings)[number];
  patchBearer: (typeof patchBearers)[number];
  accounts: (typeof accountUses)[number];
  secondFactor: (typeof secondFactors)[number];
  sourceLimit: (typeof sourceLimits)[number];
  /** True when the sheet says that logs are kept; for how long a person asks. */
  keepsLogs: boolean | null;
  answers: ProposalAnswer[];
};

/**
 * 登録の案: what the answers say about a remote-maintenance connection. A はい names no method by itself, so the
 * remark has to; いいえ, blank and everything doubtful leave a field unclear, except where the question itself says
 * what いいえ means (accounts: shared use is not excluded, so it stays unclear too).
 */
export function proposeConnection(answers: readonly ProposalAnswer[]): ConnectionProposal | null {
  if (answers.length === 0) return null;
  const of = (field: ProposedField) => answers.filter((each) => each.field === field);
  const all = (some: readonly ProposalAnswer[], value: AnswerValue) =>
    some.length > 0 && some.every((each) => each.answer === value);
  const logs = of("logKeeping");
  return {
    method: agreed(of("method").map((each) => saidPlainly(each, methodNamed))),
    opening: agreed(of("opening").map((each) => saidOrAble(each, openingNamed, "on-demand"))),
    patchBearer: agreed(of("patchBearer").map((each) => saidPlainly(each, patcherNamed))),
    accounts: all(of("accounts"), "yes") ? "individual" : "unclear",
    secondFactor: secondFactorOf(of("secondFactor")),
    sourceLimit: agreed(of("sourceLimit").map((each) => saidOrAble(each, sourceLimitNamed, "limited"))),
    keepsLogs: all(logs, "yes") ? true : all(logs, "no") ? false : null,
    answers: [...answers],
  };
}

/** Answers that all say the same; one that says nothing, or something else, leaves it to a person. */
function agreed<V extends string>(said: readonly V[]): V | "unclear" {
  const [first] = said;
  return first !== undefined && said.every((each) => each === first) ? first : "unclear";
}

type Named<V extends string> = (remark: string) => V | "unclear";

/** What the remark of a はい or いいえ names. */
function saidPlainly<V extends string>(each: ProposalAnswer, named: Named<V>): V | "unclear" {
  const isAnswered = each.answer === "yes" || each.answer === "no";
  return isAnswered && speaksPlainly(each.remark) ? named(each.remark) : "unclear";
}

/**
 * For a question whether a connection *can* be kept so, a はい proposes that it is, unless its remark says otherwise; a
 * いいえ to several things at once says of none which it is.
 */
function saidOrAble<V extends string>(each: ProposalAnswer, named: Named<V>, able: V): V | "unclear" {
  const said = saidPlainly(each, named);
  if (each.means !== "possible" || each.answer !== "yes") return said;
  if (!speaksPlainly(each.remark)) return "unclear";
  return said === "unclear" || said === able ? able : "unclear";
}

/** 対応済み and 予定 are different questions of the forms (guideline-7.0): a planned one never becomes "in use". */
function secondFactorOf(answers: readonly ProposalAnswer[]): ConnectionProposal["secondFactor"] {
  const inPlace = answers.filter((each) => each.means === "in-place");
  const asked = new Set(inPlace.map((each) => each.question));
  const planned = answers.filter((each) => each.means === "planned" && !asked.has(each.question));
  if (inPlace.length > 0 && inPlace.every((each) => each.answer === "yes")) return "in-use";
  if (planned.some((each) => each.answer === "yes")) return "planned";
  const isDenied = inPlace.length > 0 && inPlace.every((each) => each.answer === "no");
  return isDenied && planned.length > 0 && planned.every((each) => each.answer === "no") ? "none" : "unclear";
}

/** Fields of the register that no question of the disclosures speaks of: a person has to ask. */
export function silentFields(proposal: ConnectionProposal | null): ProposedField[] {
  const spoken = new Set(proposal?.answers.map((each) => each.field));
  return proposedFields.filter((each) => !spoken.has(each));
}

const comparedFields = [
  "method",
  "opening",
  "patchBearer",
  "accounts",
  "secondFactor",
  "sourceLimit",
] as const;
type Compared = (typeof comparedFields)[number];
type Basis = readonly { field: string; no: string; question: string; answer: string; remark: string }[];

/** A field of a connection of which the disclosures say something else now than when a person confirmed it. */
export type ConnectionDifference = { field: Compared; held: string; proposed: string };

/**
 * What was confirmed stays; answers that were not there then are shown as a new proposal. An answer that the person
 * saw when confirming brings up nothing again, also when a newer disclosure repeats it. 「はっきりしない」 is a
 * difference only where an earlier answer had said more.
 */
export function differencesFrom(
  held: Readonly<Record<Compared, string>> & { basis: Basis },
  proposal: ConnectionProposal | null,
): ConnectionDifference[] {
  if (proposal === null) return [];
  const keyOf = ({ field, no, question, answer, remark }: Basis[number]) =>
    JSON.stringify([field, no, question, answer, remark]);
  const seen = new Set(held.basis.map(keyOf));
  return comparedFields.flatMap((field): ConnectionDifference[] => {
    const proposed = proposal[field];
    const isNew = proposal.answers.some((each) => each.field === field && !seen.has(keyOf(each)));
    if (!isNew || proposed === held[field]) return [];
    if (proposed === "unclear" && !held.basis.some((each) => each.field === field)) return [];
    return [{ field, held: held[field], proposed }];
  });
}
