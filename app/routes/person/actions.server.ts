import { failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { countOf, textOf } from "~/http.server";
import {
  changeMembership,
  clearFactors,
  endMembership,
  endSessionsOf,
  makeAccountLink,
  waiveFactor,
} from "~/use-cases/memberships.server";
import type { Ports } from "~/use-cases/ports.server";

/** What a form of one person's page asks for, by its `intent`. @returns a link where one was made */
export async function carryOut(
  ports: Ports,
  scope: Scope,
  accountId: string,
  fields: Readonly<Record<string, string | string[]>>,
): Promise<Result<{ token: string } | null>> {
  const text = (name: string) => textOf(fields, name);
  const version = countOf(fields, "version");
  switch (text("intent")) {
    case "membership":
      return changeMembership(ports, scope, { accountId, version, role: text("role"), until: text("until") });
    case "end":
      return endMembership(ports, scope, { accountId, version });
    case "link":
      return makeAccountLink(ports, scope, { accountId });
    case "waive":
      return waiveFactor(ports, scope, { accountId, isWaived: true });
    case "require":
      return waiveFactor(ports, scope, { accountId, isWaived: false });
    case "clear":
      return clearFactors(ports, scope, { accountId });
    case "sessions":
      return endSessionsOf(ports, scope, { accountId });
    default:
      return failed(problem("form-unreadable"));
  }
}
