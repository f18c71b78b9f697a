/** 管理者 · 安全管理責任者 · 調達担当 · 確認・承認者 · 閲覧者. What each may do is the table of `rights.ts`. */
export const roles = ["admin", "lead", "procurement", "approver", "viewer"] as const;
export type Role = (typeof roles)[number];

export const languages = ["ja", "en"] as const;
export type Language = (typeof languages)[number];

/** How a use case was called; kept in the audit log. */
export const channels = ["web", "cli", "demo", "setup", "vendor", "scheduler"] as const;
export type Channel = (typeof channels)[number];

/** Who asks, for which hospital. Every query and every insert takes it. */
export type Scope = {
  groupId: string;
  hospitalId: string;
  /** Null for the program itself (setup, demo). */
  accountId: string | null;
  role: Role;
  via: Channel;
  /** Network address of the caller, for the audit log; left out where there is none. */
  address?: string;
};

/**
 * A vendor's browser after 「開く」. It reaches one request and nothing else, so it is a type of its own: no
 * query that takes a `Scope` can be asked with it.
 */
export type VendorScope = {
  groupId: string;
  hospitalId: string;
  requestId: string;
  /** SHA-256 of the session's token. */
  sessionHash: string;
  /** Sections a colleague may answer; null = all. */
  sections: readonly string[] | null;
  /** True once the mailed code was entered in this session. */
  isVerified: boolean;
  /** Network address of the vendor's browser, for the audit log. */
  address?: string;
};
