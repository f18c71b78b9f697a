import { Link } from "@remix-run/react";
import { useWords } from "./words";

const tabs = [
  ["/in-charge", "inCharge"],
  ["/timeline", "timeline"],
  ["/incidents", "incidents"],
  ["/figures", "figures"],
] as const;

/** The four pages of looking back, one beside the other. */
export function LookBackTabs({ here }: { here: (typeof tabs)[number][1] }) {
  const { overTime } = useWords();
  return (
    <nav className="filters list-bar" aria-label={overTime.tabsLabel}>
      {tabs.map(([path, name]) => (
        <Link key={path} className="filter" to={path} aria-current={name === here ? "page" : undefined}>
          {overTime.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
