import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { RegisterNoun } from "~/domain/register";
import { listPath, registerFamilies } from "~/register-paths";

/** Lists that stand under the same entry of the rail: vendors with their products, versions and contacts. */
export function FamilyTabs({ noun }: { noun: RegisterNoun }) {
  const words = useWords();
  const family = registerFamilies.find((each) => each.includes(noun)) ?? [];
  if (family.length < 2) return null;
  return (
    <nav className="tabs" aria-label={words.lists.related}>
      {family.map((each) => (
        <Link key={each} to={listPath(each)} aria-current={each === noun ? "page" : undefined}>
          {words.nouns[each].many}
        </Link>
      ))}
      {family.includes("system") && <Link to="/two-factor">{words.overTime.twoFactor.title}</Link>}
    </nav>
  );
}
