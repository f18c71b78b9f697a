import { ScrollBox } from "~/components/scroll-box";
import { SvgPatterns } from "~/components/svg-patterns";
import { useWords } from "~/components/words";

export type Bar = { label: string; parts: { fill: string; count: number }[]; text: string };

const measure = { width: 560, label: 96, bar: 380, row: 34 } as const;

/**
 * Horizontal bars, one a day or year, drawn on the server. Each part has its own filling, so that it can be told
 * without colour; the number stands beside its bar.
 * @param props.most what the whole width stands for; a share's bars are as long as their totals are full
 */
export function BarChart(props: { title: string; bars: readonly Bar[]; most: number }) {
  const { figures } = useWords().overTime;
  const height = props.bars.length * measure.row + 4;
  const label = figures.chartLabel(props.title);
  return (
    <ScrollBox label={label}>
      <svg className="bar-chart" viewBox={`0 0 ${measure.width} ${height}`} role="img" aria-label={label}>
        <SvgPatterns />
        {props.bars.map((bar, at) => (
          <BarRow key={bar.label} bar={bar} y={at * measure.row} most={props.most} />
        ))}
      </svg>
    </ScrollBox>
  );
}

function BarRow({ bar, y, most }: { bar: Bar; y: number; most: number }) {
  let x: number = measure.label;
  const rects = bar.parts.map((part) => {
    const width = most === 0 ? 0 : (part.count / most) * measure.bar;
    const rect = { fill: part.fill, x, width };
    x += width;
    return rect;
  });
  return (
    <g>
      <text x="0" y={y + 22}>
        {bar.label}
      </text>
      <rect className="empty-bar" x={measure.label} y={y + 7} width={measure.bar} height="20" />
      {rects.map((rect) => (
        <g key={`${rect.fill} ${rect.x}`}>
          <rect className={rect.fill} x={rect.x} y={y + 7} width={rect.width} height="20" />
          {rect.width > 0 && <rect className="frame" x={rect.x} y={y + 7} width={rect.width} height="20" />}
        </g>
      ))}
      <text className="strong" x={measure.label + measure.bar + 8} y={y + 22}>
        {bar.text}
      </text>
    </g>
  );
}
