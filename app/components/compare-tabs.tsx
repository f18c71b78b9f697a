import { Link } from "@remix-run/react";
import { useWords } from "./words";

const tabs = [
  ["/assessments", "assessments"],
  ["/applicability", "applicability"],
  ["/maintenance-route", "route"],
  ["/selection-points", "selection"],
] as const;

/** The pages of comparing, one beside the other. */
export function CompareTabs({ here }: { here: (typeof tabs)[number][1] }) {
  const { comparing } = useWords();
  return (
    <nav className="tabs" aria-label={comparing.tabsLabel}>
      {tabs.map(([path, name]) => (
        <Link key={path} to={path} aria-current={name === here ? "page" : undefined}>
          {comparing.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
