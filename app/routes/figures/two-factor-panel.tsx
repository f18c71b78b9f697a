import { useWords } from "~/components/words";
import { twoFactorStates } from "~/domain/two-factor";
import { FigurePanel, FigureTable } from "./figure-panel";
import type { FiguresPage } from "./route";
import { BarChart } from "./share-chart";

const fills = {
  ready: "solid",
  planned: "fill-stripe",
  "not-possible": "fill-hatch",
  "not-applicable": "pale",
  unknown: "empty-bar",
} as const;
const states = [...twoFactorStates, "unknown"] as const;

/** 二要素認証 over the years: what was ready, planned, impossible, and what nobody had looked at. */
export function TwoFactorPanel({ page }: { page: FiguresPage }) {
  const { figures, twoFactor } = useWords().overTime;
  const { title, what } = figures.twoFactor;
  const totals = page.points.map((point) => states.reduce((sum, each) => sum + point.twoFactor[each], 0));
  const label = (day: string) => (day === page.today ? figures.today : day);
  return (
    <FigurePanel title={title} what={what}>
      <div>
        <BarChart
          title={title}
          most={Math.max(0, ...totals)}
          bars={page.points.map(({ day, twoFactor: counts }, at) => ({
            label: label(day),
            parts: states.map((each) => ({ fill: fills[each], count: counts[each] })),
            text: figures.shareText(counts.ready, totals[at] ?? 0),
          }))}
        />
        <ul className="legend">
          {states.map((each) => (
            <li key={each}>
              <svg viewBox="0 0 28 14" aria-hidden="true">
                <rect className={fills[each]} x="1" y="1" width="26" height="12" />
                <rect className="frame" x="1" y="1" width="26" height="12" />
              </svg>{" "}
              {twoFactor.states[each]}
            </li>
          ))}
        </ul>
      </div>
      <FigureTable
        title={title}
        headings={[figures.day, ...states.map((each) => twoFactor.states[each])]}
        rows={page.points.map(({ day, twoFactor: counts }) => [
          label(day),
          ...states.map((each) => String(counts[each])),
        ])}
      />
    </FigurePanel>
  );
}
