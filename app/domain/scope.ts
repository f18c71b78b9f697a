/** 管理者 · 編集 · 閲覧 (more roles come with issue 6). */
export const roles = ["admin", "editor", "viewer"] as const;
export type Role = (typeof roles)[number];

export const languages = ["ja", "en"] as const;
export type Language = (typeof languages)[number];

/** How a use case was called; kept in the audit log. */
export const channels = ["web", "cli", "demo", "setup"] as const;
export type Channel = (typeof channels)[number];

/** Who asks, for which hospital. Every query and every insert takes it. */
export type Scope = {
  groupId: string;
  hospitalId: string;
  /** Null for the program itself (setup, demo). */
  accountId: string | null;
  role: Role;
  via: Channel;
};

/** True when the role is at least the needed one: viewer < editor < admin. */
export function hasRole(scope: Pick<Scope, "role">, needed: Role): boolean {
  return roles.indexOf(scope.role) <= roles.indexOf(needed);
}
