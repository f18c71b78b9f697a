import { useWords } from "~/components/words";
import type { SelfCheckPage } from "./route";

/** What the year defines, how sure that is, and what the edition says of itself. */
export function YearNote({ page }: { page: SelfCheckPage }) {
  const { sheet, rounds } = useWords().selfChecks;
  const { year } = page;
  const isDoubtful = year.confidence !== "high" || year.rounds.some((each) => each.confidence !== "high");
  return (
    <details className="panel year-note">
      <summary>{sheet.yearNote}</summary>
      <div className="panel-text">
        <p>
          <b>{page.edition.title}</b>
        </p>
        <p>{page.isYearAssumed ? sheet.yearAssumed : sheet.yearOf(year.name)}</p>
        <p>
          {year.rounds
            .map((each) => (each.confidence === "high" ? each.name : `${each.name}（${rounds.assumed}）`))
            .join("・")}
        </p>
        {year.note !== "" && <p>{year.note}</p>}
        {isDoubtful && <p>{sheet.yearDoubt}</p>}
        <p className="quiet">{`${sheet.source}：${year.source}`}</p>
        {page.edition.notice !== "" && <p className="quiet">{page.edition.notice}</p>}
      </div>
    </details>
  );
}
