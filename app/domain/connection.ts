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
