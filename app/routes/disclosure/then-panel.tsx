import { Link } from "@remix-run/react";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { BearersThen } from "./bearers-then.server";
import type { DisclosurePage } from "./disclosure-page.server";

type Page = DisclosurePage & Pick<BearersThen, "dates" | "currentThen">;

/** Amber while another day is asked about, with the disclosure that was the current one then. */
export function ThenNotice({ page }: { page: Page }) {
  const { disclosures } = useWords();
  const language = useLanguage();
  const { dates, disclosure, currentThen } = page;
  if (!dates.isPast) return null;
  const day = formatDay(dates.day, language);
  const search = new URLSearchParams({ day: dates.day, knownOn: dates.knownOn });
  return (
    <>
      <PastNotice asked={dates} isPast={dates.isPast} back={`/disclosures/${disclosure.id}`} />
      {currentThen === null && <p className="note">{disclosures.noneThen(day)}</p>}
      {currentThen === disclosure.id && <p className="note">{disclosures.currentThen(day)}</p>}
      {currentThen !== null && currentThen !== disclosure.id && (
        <p className="note warn">
          {disclosures.otherThen(day)}{" "}
          <Link to={`/disclosures/${currentThen}?${search}`}>{disclosures.openThen}</Link>
        </p>
      )}
    </>
  );
}

/** The two dates: whose items these were on a day, and which disclosure counted. */
export function ThenForm({ page }: { page: Page }) {
  const kept = { answers: page.filter === "all" ? "" : page.filter };
  return <TwoDates asked={page.dates} kept={kept} />;
}
