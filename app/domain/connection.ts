import type { AnswerValue } from "./questionnaire.ts";

/** 外部接続: what leads from a system out of the hospital, or from outside into it. */
export const connectionPurposes = [
  "remote-maintenance",
  "monitoring",
  "data-exchange",
  "service-use",
  "other",
] as const;
/**
 * 接続方式. The first four are those the guideline names for services (contract-annexes, 別紙6; guideline-7.0, SDS
 * areas: 専用線 / IP-VPN / IPsec-VPN+IKE / TLS1.2高セキュリティ型以上+クライアント認証); the others are what else is met.
 */
export const connectionMethods = [
  "leased-line",
  "ip-vpn",
  "ipsec-ike",
  "tls-client-certificate",
  "ssl-vpn",
  "remote-tool",
  "mobile",
  "dial-up",
  "plain-internet",
  "other",
  "unclear",
] as const;
export type ConnectionMethod = (typeof connectionMethods)[number];
export const namedMethods: readonly ConnectionMethod[] = connectionMethods.slice(0, 4);

export const openings = ["always", "on-demand", "unclear"] as const;
export const accountUses = ["individual", "shared", "none", "unclear"] as const;
/** はい on a sheet may mean planned only (guideline-7.0): the two are kept apart. */
export const secondFactors = ["in-use", "planned", "none", "unclear"] as const;
export const patchBearers = ["vendor", "hospital", "third-party", "unclear"] as const;
export const sourceLimits = ["limited", "unlimited", "unclear"] as const;

/** Fields of a connection that answers on a sheet can say something about. */
export const proposedFields = ["method", "accounts", "secondFactor", "logKeeping"] as const;
export type ProposedField = (typeof proposedFields)[number];

/** One answer on a sheet with the mapping line that leads to it. */
export type ProposalAnswer = {
  field: ProposedField;
  requirement: string;
  /** planned: the question asks by when, not whether. */
  means: "in-place" | "planned";
  disclosureId: string;
  no: string;
  question: string;
  answer: AnswerValue;
  remark: string;
  /** 「シート名!C22」 */
  cell: string;
  mapping: string;
};

export type ConnectionProposal = {
  method: ConnectionMethod;
  accounts: (typeof accountUses)[number];
  secondFactor: (typeof secondFactors)[number];
  /** True when the sheet says that logs are kept; for how long a person asks. */
  keepsLogs: boolean | null;
  answers: ProposalAnswer[];
};

const methodWords: readonly (readonly [ConnectionMethod, RegExp])[] = [
  ["ssl-vpn", /SSL[-‐－ ]?VPN/i],
  ["ip-vpn", /(?:^|[^a-z])IP[-‐－ ]?VPN/i],
  ["ipsec-ike", /IPsec/i],
  ["tls-client-certificate", /クライアント(?:証明書|認証)/],
  ["leased-line", /専用線|専用回線/],
  ["remote-tool", /リモート(?:デスクトップ|ツール)|遠隔操作(?:ソフト|ツール)/],
];

/** The one method a remark names; several or none is for a person to tell. */
export function methodNamed(remark: string): ConnectionMethod {
  const text = remark.normalize("NFKC");
  const named = methodWords.filter(([, word]) => word.test(text)).map(([method]) => method);
  const [only] = named;
  return only !== undefined && named.length === 1 ? only : "unclear";
}

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
  const methods = new Set(of("method").map((each) => methodNamed(each.remark)));
  const [method] = methods;
  const logs = of("logKeeping");
  return {
    method: methods.size === 1 && method ? method : "unclear",
    accounts: all(of("accounts"), "yes") ? "individual" : "unclear",
    secondFactor: secondFactorOf(of("secondFactor")),
    keepsLogs: all(logs, "yes") ? true : all(logs, "no") ? false : null,
    answers: [...answers],
  };
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

/** What a person should look at in a connection; a plain list of facts, no verdict. */
export const connectionConcerns = [
  "method-unclear",
  "method-not-named",
  "always-open",
  "shared-accounts",
  "no-second-factor",
  "patch-unclear",
  "sources-open",
  "no-logs",
  "not-confirmed",
] as const;
export type ConnectionConcern = (typeof connectionConcerns)[number];

export function concernsOfConnection(each: {
  method: ConnectionMethod;
  opening: (typeof openings)[number];
  accounts: (typeof accountUses)[number];
  secondFactor: (typeof secondFactors)[number];
  patchBearer: (typeof patchBearers)[number];
  sourceLimit: (typeof sourceLimits)[number];
  logDays: number | null;
  confirmedOn: string | null;
}): ConnectionConcern[] {
  const found: ConnectionConcern[] = [];
  if (each.method === "unclear") found.push("method-unclear");
  else if (!namedMethods.includes(each.method)) found.push("method-not-named");
  if (each.opening === "always") found.push("always-open");
  if (each.accounts === "shared") found.push("shared-accounts");
  if (each.secondFactor !== "in-use") found.push("no-second-factor");
  if (each.patchBearer === "unclear") found.push("patch-unclear");
  if (each.sourceLimit === "unlimited") found.push("sources-open");
  if (each.logDays === null) found.push("no-logs");
  if (each.confirmedOn === null) found.push("not-confirmed");
  return found;
}
