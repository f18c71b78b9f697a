import { useWords } from "~/components/words";
import { eraOf } from "~/domain/era";
import { endOfFiscalYear } from "~/domain/figures";
import { FigurePanel, FigureTable } from "./figure-panel";
import type { FiguresPage } from "./route";
import { BarChart } from "./share-chart";

/** Days from いいえ to 完了日, and gaps decided on and closed, by fiscal year. */
export function YearPanels({ page }: { page: FiguresPage }) {
  return (
    <>
      <CompletionPanel page={page} />
      <GapPanel page={page} />
    </>
  );
}

/** 「2026年度（令和8年度）」: the era of the April in which the year begins. */
export function useYearName(): (fiscalYear: number) => string {
  const { figures } = useWords().overTime;
  return (fiscalYear) => {
    // why May: 2019年度 is 令和元年度 from its second month on; Japan's ministries name the year so throughout
    const era = eraOf(`${fiscalYear}-05-01`);
    const name = era === null ? "" : `${era.name}${era.year === 1 ? "元" : era.year}`;
    return figures.yearName(fiscalYear, name);
  };
}

function CompletionPanel({ page }: { page: FiguresPage }) {
  const { figures } = useWords().overTime;
  const nameOf = useYearName();
  const { title, what, count, median, longest } = figures.completions;
  const days = page.years.map((each) => each.completions.longestDays ?? 0);
  const text = (value: number | null) => (value === null ? figures.noShare : String(value));
  return (
    <FigurePanel title={title} what={what}>
      <BarChart
        title={title}
        most={Math.max(0, ...days)}
        bars={page.years.map(({ fiscalYear, completions }) => ({
          label: String(fiscalYear),
          parts: [{ fill: "solid", count: completions.medianDays ?? 0 }],
          text: text(completions.medianDays),
        }))}
      />
      <FigureTable
        title={title}
        headings={[figures.year, count, median, longest]}
        rows={page.years.map(({ fiscalYear, completions }) => [
          nameOf(fiscalYear),
          String(completions.count),
          text(completions.medianDays),
          text(completions.longestDays),
        ])}
      />
    </FigurePanel>
  );
}

function GapPanel({ page }: { page: FiguresPage }) {
  const { figures } = useWords().overTime;
  const nameOf = useYearName();
  const { title, what, opened, closed, open } = figures.gaps;
  const most = Math.max(0, ...page.years.map(({ gaps }) => gaps.closed + gaps.openAtEnd));
  return (
    <FigurePanel title={title} what={what}>
      <BarChart
        title={title}
        most={most}
        bars={page.years.map(({ fiscalYear, gaps }) => ({
          label: String(fiscalYear),
          parts: [
            { fill: "solid", count: gaps.closed },
            { fill: "fill-stripe", count: gaps.openAtEnd },
          ],
          text: figures.shareText(gaps.closed, gaps.closed + gaps.openAtEnd),
        }))}
      />
      <FigureTable
        title={title}
        headings={[figures.year, opened, closed, open]}
        rows={page.years.map(({ fiscalYear, gaps }) => [
          `${nameOf(fiscalYear)}${endOfFiscalYear(fiscalYear) > page.today ? figures.soFar : ""}`,
          String(gaps.opened),
          String(gaps.closed),
          String(gaps.openAtEnd),
        ])}
      />
    </FigurePanel>
  );
}
