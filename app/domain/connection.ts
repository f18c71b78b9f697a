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
export const proposedFields = [
  "method",
  "opening",
  "patchBearer",
  "accounts",
  "secondFactor",
  "sourceLimit",
  "logKeeping",
] as const;
export type ProposedField = (typeof proposedFields)[number];
/**
 * What a はい to a question says of a field: in-place: that it is so; planned: by when; possible: that it can be kept
 * so; words: the question speaks of the field, and a person reads what the answer says.
 */
export const topicMeans = ["in-place", "planned", "possible", "words"] as const;

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
  "disclosure-differs",
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
