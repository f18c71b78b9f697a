import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { ComparedPair } from "./route";

/** How two versions of a form were compared, or why they were not. */
export function Versions({ pair }: { pair: ComparedPair }) {
  const { disclosureCompare: text } = useWords();
  const { crosswalk, older, newer, rows, counts, total } = pair;
  if (crosswalk !== null) {
    return (
      <p className="note">
        {text.viaCrosswalk(older.formVersion, newer.formVersion)}{" "}
        <Link to={`/catalogues/${encodeURIComponent(crosswalk)}`}>{text.crosswalk}</Link>
      </p>
    );
  }
  const isApart =
    total > 0 && counts["not-comparable"] === total && rows.some((each) => each.obstacle === "no-crosswalk");
  if (!isApart) return null;
  return (
    <p className="note warn">
      {text.noCrosswalk(older.formVersion, newer.formVersion)}{" "}
      <Link to="/catalogues/relations">{text.toRelations}</Link>
    </p>
  );
}
