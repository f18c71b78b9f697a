import { Link } from "@remix-run/react";
import { useWords } from "./words";

const tabs = [
  ["/self-checks", "checklists"],
  ["/measures", "measures"],
  ["/fee-conditions", "fee"],
  ["/surveys", "surveys"],
] as const;

/** The pages of the yearly checks, one beside the other. */
export function SelfCheckTabs({ here }: { here: (typeof tabs)[number][1] }) {
  const { selfChecks } = useWords();
  return (
    <nav className="filters list-bar" aria-label={selfChecks.tabsLabel}>
      {tabs.map(([path, name]) => (
        <Link key={path} className="filter" to={path} aria-current={name === here ? "page" : undefined}>
          {selfChecks.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
