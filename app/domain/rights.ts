import { assertNever } from "./problem";
import { type Role, roles, type Scope } from "./scope";

const everyone = roles;
const deskOf = ["admin", "lead", "procurement"] as const satisfies readonly Role[];
const leadOf = ["admin", "lead"] as const satisfies readonly Role[];
const adminOf = ["admin"] as const satisfies readonly Role[];

/**
 * Who may do what: resource × verb × role. A role that is not named may not; there is no order among roles. What a
 * vendor does behind a link is no row here: a `VendorScope` reaches one request, whatever the table says.
 */
export const rights = {
  hospital: { see: everyone, write: adminOf },
  person: { see: everyone, write: adminOf },
  setting: { see: everyone, write: adminOf },
  register: { see: everyone, write: deskOf },
  import: { see: everyone, write: deskOf },
  contract: { see: everyone, write: deskOf },
  procurement: { see: everyone, write: deskOf },
  request: { see: everyone, write: deskOf, review: [...deskOf, "approver"] },
  disclosure: { see: everyone, write: deskOf },
  decision: {
    see: everyone,
    decide: leadOf,
    comment: [...deskOf, "approver"],
    approve: ["admin", "approver"],
  },
  "role-sheet": { see: everyone, write: deskOf, agree: leadOf, review: [...deskOf, "approver"] },
  template: { see: everyone, write: deskOf },
  paper: { see: everyone, write: deskOf, issue: deskOf },
  binder: { see: everyone, make: leadOf },
  "self-check": { see: everyone, write: leadOf },
  incident: { see: everyone, write: leadOf },
  catalogue: { see: everyone, write: leadOf },
  audit: { see: leadOf, export: adminOf },
  backup: { make: adminOf },
  own: { write: everyone },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>>;

export type Resource = keyof typeof rights;
/** `decision:approve`: one cell of the table. */
export type Right = { [R in Resource]: `${R}:${keyof (typeof rights)[R] & string}` }[Resource];
/** What a page or verb asks of whoever calls: a cell of the table, or only that he belongs to the hospital. */
export type Needed = Right | "viewer";

/** The cells in the table's order, each with the roles that have it. */
export const everyRight: readonly { right: Right; roles: readonly Role[] }[] = Object.entries(rights).flatMap(
  ([resource, verbs]) =>
    Object.entries(verbs).map(([verb, allowed]) => ({
      right: `${resource}:${verb}` as Right, // parsed: both halves are the table's own keys
      roles: allowed,
    })),
);
const byName: ReadonlyMap<string, readonly Role[]> = new Map(
  everyRight.map((each) => [each.right, each.roles]),
);

/** Roles that have what is needed; every role belongs to the hospital. */
export function rolesWith(needed: Needed): readonly Role[] {
  if (needed === "viewer") return everyone;
  return byName.get(needed) ?? [];
}

/** True when the role has the cell. */
export function may(scope: Pick<Scope, "role">, needed: Needed): boolean {
  return rolesWith(needed).includes(scope.role);
}

/** Roles whose membership always has a last day: an outsider who looks in (an inspector, a consultant). */
export function isTimeLimited(role: Role): boolean {
  switch (role) {
    case "viewer":
      return true;
    case "admin":
    case "lead":
    case "procurement":
    case "approver":
      return false;
    default:
      return assertNever(role);
  }
}
