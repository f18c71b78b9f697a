import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { RegisterNoun } from "~/domain/register";
import type { Words } from "~/messages/words";
import { listPath, registerFamilies } from "~/register-paths";

/** Pages about a whole register that are no list of it, by the first register of its family. */
const pagesBeside: Readonly<
  Partial<Record<RegisterNoun, readonly { to: `/${string}`; label: (words: Words) => string }[]>>
> = {
  system: [
    { to: "/server-list", label: (words) => words.declarations.title },
    { to: "/connections", label: (words) => words.connections.title },
    { to: "/two-factor", label: (words) => words.overTime.twoFactor.title },
  ],
  contract: [{ to: "/renewals", label: (words) => words.contractRecords.renewalsTitle }],
};

/**
 * Lists that stand under the same entry of the rail: vendors with their products, versions and contacts.
 * @param props.here address of a page beside the lists, when it is one
 */
export function FamilyTabs({ noun, here }: { noun: RegisterNoun; here?: string }) {
  const words = useWords();
  const family = registerFamilies.find((each) => each.includes(noun)) ?? [];
  const first = family[0];
  const beside = (first && pagesBeside[first]) ?? [];
  if (family.length + beside.length < 2) return null;
  return (
    <nav className="tabs" aria-label={words.lists.related}>
      {family.map((each) => (
        <Link key={each} to={listPath(each)} aria-current={each === noun && !here ? "page" : undefined}>
          {words.nouns[each].many}
        </Link>
      ))}
      {beside.map((each) => (
        <Link key={each.to} to={each.to} aria-current={each.to === here ? "page" : undefined}>
          {each.label(words)}
        </Link>
      ))}
    </nav>
  );
}
