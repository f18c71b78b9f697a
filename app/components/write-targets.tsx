import { Link } from "@remix-run/react";
import { useWords } from "./words";

/** Which workbook is written into: the one that came, or the official form. */
export const writeTargets = ["vendor", "official"] as const;
export type WriteTarget = (typeof writeTargets)[number];

export function writeTargetFrom(params: URLSearchParams): WriteTarget {
  return writeTargets.find((each) => each === params.get("to")) ?? "vendor";
}

/** The choice between the two, in the address. */
export function WriteTargets({ target }: { target: WriteTarget }) {
  const { writeBack } = useWords();
  return (
    <nav className="filters" aria-label={writeBack.title}>
      {writeTargets.map((each) => (
        <Link
          key={each}
          className="filter"
          to={`?to=${each}`}
          aria-current={each === target ? "true" : undefined}
        >
          {writeBack.targets[each]}
        </Link>
      ))}
    </nav>
  );
}
