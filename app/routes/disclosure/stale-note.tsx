import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import type { StaleReason } from "~/domain/staleness";
import { formatDay } from "~/messages/days";
import type { DisclosurePage } from "./disclosure-page.server";

/** Why a new disclosure should be asked for, and the button that does. */
export function StaleNote({ page }: { page: DisclosurePage & { canEdit: boolean } }) {
  const { disclosures } = useWords();
  if (page.stale.length === 0) return null;
  return (
    <div className="note warn">
      <p>
        <b>{disclosures.stale.title}</b>
      </p>
      <ul>
        {page.stale.map((each) => (
          <li key={`${each.kind} ${"title" in each ? each.title : ""}`}>
            <Reason reason={each} />
          </li>
        ))}
      </ul>
      {page.canEdit && (
        <p>
          <Link
            className="button small"
            to={`/requests/new?productVersion=${page.disclosure.productVersionId}`}
          >
            {disclosures.stale.ask}
          </Link>
        </p>
      )}
    </div>
  );
}

function Reason({ reason }: { reason: StaleReason }) {
  const { stale } = useWords().disclosures;
  const language = useLanguage();
  switch (reason.kind) {
    case "version":
      return <>{stale.version(reason.versions.join("、"))}</>;
    case "form":
      return <>{stale.form(reason.version)}</>;
    case "guideline":
      return <>{stale.guideline(reason.title, formatDay(reason.issuedOn, language))}</>;
    case "age":
      return <>{stale.age(formatDay(reason.since, language))}</>;
  }
}
