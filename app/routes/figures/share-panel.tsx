import { useWords } from "~/components/words";
import type { Share } from "~/domain/figures";
import { FigurePanel, FigureTable } from "./figure-panel";
import type { FiguresPage } from "./route";
import { BarChart } from "./share-chart";

type Name = "disclosed" | "roleSheets" | "firstYes";

/** One share over the years: bars and the same numbers as a table, each with its total. */
export function SharePanel({ page, name }: { page: FiguresPage; name: Name }) {
  const { figures } = useWords().overTime;
  const { title, what } = figures[name];
  const points = page.points.map((point) => ({ day: dayLabel(point.day), share: point[name] }));
  function dayLabel(day: string): string {
    return day === page.today ? figures.today : day;
  }
  return (
    <FigurePanel title={title} what={what}>
      <BarChart
        title={title}
        most={100}
        bars={points.map(({ day, share }) => ({
          label: day,
          parts: [{ fill: "solid", count: percentOf(share) ?? 0 }],
          text: share.total === 0 ? figures.noShare : `${percentOf(share)}%`,
        }))}
      />
      <FigureTable
        title={title}
        headings={[figures.day, figures.share, "%"]}
        rows={points.map(({ day, share }) => [
          day,
          figures.shareText(share.count, share.total),
          share.total === 0 ? figures.noShare : `${percentOf(share)}%`,
        ])}
      />
    </FigurePanel>
  );
}

/** Whole percent, rounded down: 99.9 is not yet 100. Null without a total. */
export function percentOf({ count, total }: Share): number | null {
  return total === 0 ? null : Math.floor((count * 100) / total);
}
