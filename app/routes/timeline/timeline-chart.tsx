import { scaleUtc } from "d3-scale";
import { ScrollBox } from "~/components/scroll-box";
import { SvgPatterns } from "~/components/svg-patterns";
import { useWords } from "~/components/words";
import { historySpan } from "~/domain/contract-history";
import type { Day } from "~/domain/day";
import { fillOf, type Lane, lanesOf, momentWord, stretchWord } from "./lanes";
import type { TimelinePage } from "./route";

/** Rows the picture draws at the most; the table has them all. */
const MOST_ROWS = 40;
const measure = { width: 1120, left: 280, right: 1108, top: 56, row: 30 } as const;
type XOf = (day: Day) => number;

/** The hospital's timeline as SVG from the server; the table below says the same. */
export function TimelineChart({ page }: { page: TimelinePage }) {
  const { timeline } = useWords().overTime;
  const all = lanesOf(page);
  const lanes = all.slice(0, MOST_ROWS);
  const { day, today } = page.dates;
  const marks = lanes.flatMap((lane) => [...lane.stretches, ...lane.moments]);
  const span = historySpan(marks.map(asMark), [day, today]);
  const xOf = scaleOf(span);
  const height = measure.top + lanes.length * measure.row + 8;
  const label = timeline.chart(span.from, span.to);
  return (
    <>
      <ScrollBox label={label}>
        <svg className="wide-svg" viewBox={`0 0 ${measure.width} ${height}`} role="img" aria-label={label}>
          <SvgPatterns />
          <Years span={span} xOf={xOf} height={height} />
          {lanes.map((lane, at) => (
            <LaneRow
              key={`${lane.kind} ${lane.id}`}
              lane={lane}
              y={measure.top + at * measure.row}
              xOf={xOf}
            />
          ))}
          <DayLine day={day} x={xOf(day)} height={height} />
        </svg>
      </ScrollBox>
      {all.length > lanes.length && (
        <p className="panel-text quiet">{timeline.more(lanes.length, all.length)}</p>
      )}
    </>
  );
}

/** What the span asks of a mark: its days only. */
function asMark(each: { from: Day; to: Day | null }) {
  const { from, to } = each;
  return { id: "", lane: "period" as const, from, to, isLater: false, name: "", no: null, recordId: null };
}

function scaleOf(span: { from: Day; to: Day }): XOf {
  const timeOf = (day: Day) => new Date(`${day}T00:00:00Z`);
  const scale = scaleUtc([timeOf(span.from), timeOf(span.to)], [measure.left, measure.right]);
  return (day) => Math.round(Math.min(Math.max(scale(timeOf(day)), measure.left), measure.right));
}

function Years({ span, xOf, height }: { span: { from: Day; to: Day }; xOf: XOf; height: number }) {
  const [first, last] = [Number(span.from.slice(0, 4)) + 1, Number(span.to.slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first) / 14));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_each, at) => first + at);
  return (
    <>
      {years
        .filter((year) => (year - first) % step === 0)
        .map((year) => {
          const x = xOf(`${year}-01-01`);
          return (
            <g key={year}>
              <line className="axis" x1={x} x2={x} y1="8" y2={height} />
              {x < measure.right - 40 && (
                <text className="strong" x={x + 4} y="20">
                  {year}
                </text>
              )}
            </g>
          );
        })}
    </>
  );
}

function LaneRow({ lane, y, xOf }: { lane: Lane; y: number; xOf: XOf }) {
  const words = useWords();
  return (
    <g>
      <line className="axis" x1="0" x2={measure.width} y1={y + measure.row} y2={y + measure.row} />
      <text x="8" y={y + 20}>
        {shortened(lane.name)}
      </text>
      {lane.stretches.map((stretch) => {
        const x = xOf(stretch.from);
        const width = Math.max(3, (stretch.to === null ? measure.right : xOf(stretch.to)) - x);
        const word = stretchWord(words, stretch);
        const frame = stretch.kind === "gap" ? "frame warn" : "frame";
        return (
          <g key={stretch.from}>
            <title>{`${lane.name}：${word} ${stretch.from} – ${stretch.to ?? words.overTime.timeline.open}`}</title>
            <rect className={fillOf(stretch.kind)} x={x} y={y + 6} width={width} height="18" rx="3" />
            <rect className={frame} x={x} y={y + 6} width={width} height="18" rx="3" />
          </g>
        );
      })}
      {lane.moments.map((moment) => {
        const x = xOf(moment.from);
        const isIncident = moment.kind === "incident";
        const shape = isIncident
          ? `M ${x} ${y + 6} l 9 9 l -9 9 l -9 -9 z`
          : `M ${x} ${y + 3} l 6 11 h -12 z`;
        return (
          <path key={moment.recordId} className={isIncident ? "incident" : "amendment"} d={shape}>
            <title>{`${lane.name}：${momentWord(words, moment)} ${moment.from}`}</title>
          </path>
        );
      })}
    </g>
  );
}

/** Names are cut to the room left of the bars; the table has them whole. */
function shortened(name: string): string {
  let width = 0;
  let shown = "";
  for (const each of name) {
    width += each <= "ÿ" ? 7.5 : 13.2;
    if (width > measure.left - 28) return `${shown}…`;
    shown += each;
  }
  return shown;
}

function DayLine({ day, x, height }: { day: Day; x: number; height: number }) {
  return (
    <>
      <line className="asof-line" x1={x} x2={x} y1="50" y2={height} />
      <rect className="asof-flag" x={x - 44} y="30" width="88" height="20" rx="4" />
      <text className="strong" x={x} y="45" textAnchor="middle">
        {day}
      </text>
    </>
  );
}
