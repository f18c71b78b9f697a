import { Link } from "@remix-run/react";
import type { Fact } from "~/components/facts";
import { may } from "~/domain/rights";
import type { Role } from "~/domain/scope";
import type { Words } from "~/messages/words";

/** Ways to the log and the backups, for whoever may go there. */
export function trustFacts(words: Words, role: Role): Fact[] {
  const ways = [
    { needed: "audit:see", to: "/settings/audit", text: words.auditLog },
    { needed: "backup:make", to: "/settings/backups", text: words.backups },
    { needed: "person:write", to: "/settings/personal-data", text: words.personalData },
  ] as const;
  return ways
    .filter((way) => may({ role }, way.needed))
    .map(({ to, text }) => ({ label: text.title, value: <Link to={to}>{text.lead}</Link>, isWide: true }));
}
