import { Link } from "@remix-run/react";
import { scaleUtc } from "d3-scale";
import { ScrollBox } from "~/components/scroll-box";
import { useLanguage, useWords } from "~/components/words";
import { addDays, type Day, daysBetween } from "~/domain/day";
import type { Deadline, DeadlineKind } from "~/domain/deadline";
import { eraOf } from "~/domain/era";
import { formatDay } from "~/messages/days";
import { deadlinePath } from "~/routes/deadlines/deadline-link";

const STRIP = { days: 90, left: 20, right: 1028, top: 28, row: 24 } as const;
const SHOWN = 8;

/** The coming 90 days as a strip, and the same dates as a list with where each comes from. */
export function NinetyDays({ coming, today }: { coming: readonly Deadline[]; today: Day }) {
  const words = useWords();
  const language = useLanguage();
  const { home, deadlines } = words;
  return (
    <section className="panel">
      <h2>
        {home.strip} <Link to="/deadlines">{home.toDeadlines}</Link>
      </h2>
      <Strip coming={coming} today={today} />
      {coming.length === 0 && <p className="panel-text quiet">{home.stripNone}</p>}
      <ul className="coming">
        {coming.slice(0, SHOWN).map((each) => (
          <li key={`${each.kind} ${each.recordId} ${each.day} ${each.name}`}>
            <span className="num">{formatDay(each.day, language)}</span>
            <span className="num">{home.left(daysBetween(today, each.day))}</span>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <Shape kind={each.kind} x={8} y={8} />
            </svg>
            <span>
              <Link to={deadlinePath(each)}>{each.name}</Link>
              <span className="quiet">{`　${deadlines.kinds[each.kind].word} · ${each.about}`}</span>
            </span>
          </li>
        ))}
      </ul>
      {coming.length > SHOWN && <p className="panel-text quiet">{home.more(coming.length - SHOWN)}</p>}
    </section>
  );
}

function Strip({ coming, today }: { coming: readonly Deadline[]; today: Day }) {
  const { home } = useWords();
  const last = addDays(today, STRIP.days);
  const scale = scaleUtc([at(today), at(last)], [STRIP.left, STRIP.right]);
  const placed = inRows(coming.map((each) => ({ each, x: Math.round(scale(at(each.day))) })));
  const rows = Math.max(3, ...placed.map((each) => each.row + 1));
  const bottom = STRIP.top + rows * STRIP.row + 8;
  return (
    <ScrollBox label={home.stripLabel(coming.length)}>
      <svg
        className="wide-svg"
        viewBox={`0 0 1048 ${bottom + 20}`}
        role="img"
        aria-label={home.stripLabel(coming.length)}
      >
        <Months today={today} last={last} scale={scale} bottom={bottom} />
        {placed.map(({ each, x, row }) => (
          <Shape
            key={`${each.kind} ${each.recordId} ${each.day} ${each.name}`}
            kind={each.kind}
            x={x}
            y={STRIP.top + row * STRIP.row + 14}
          />
        ))}
        <line className="asof-line" x1={STRIP.left} x2={STRIP.left} y1={STRIP.top} y2={bottom} />
      </svg>
    </ScrollBox>
  );
}

type Scale = (day: Date) => number;

function Months(props: { today: Day; last: Day; scale: Scale; bottom: number }) {
  const language = useLanguage();
  const { today, last, scale, bottom } = props;
  const days = Array.from({ length: STRIP.days + 1 }, (_, ahead) => addDays(today, ahead));
  const firsts = [today, ...days.filter((day) => day.endsWith("-01") && day > today)];
  const weeks = days.filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1);
  return (
    <>
      {firsts.map((day, place) => {
        const x = Math.round(scale(at(day)));
        const end = Math.round(scale(at(firsts[place + 1] ?? last)));
        return (
          <g key={day}>
            {place % 2 === 1 && <rect className="band" x={x} y="0" width={end - x} height={bottom + 20} />}
            {end - x > 96 && (
              <text className="strong" x={x + 6} y="18">
                {monthText(day, language)}
              </text>
            )}
          </g>
        );
      })}
      {weeks.map((day) => {
        const x = Math.round(scale(at(day)));
        return (
          <g key={day}>
            <line className="axis" x1={x} x2={x} y1={STRIP.top} y2={bottom} />
            <text x={x} y={bottom + 15} textAnchor="middle">
              {Number(day.slice(8))}
            </text>
          </g>
        );
      })}
    </>
  );
}

function at(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function monthText(day: Day, language: "ja" | "en"): string {
  const era = eraOf(day);
  const month = Number(day.slice(5, 7));
  if (language !== "ja" || era === null) return day.slice(0, 7);
  return `${day.slice(0, 4)}年 ${month}月`;
}

/** Marks that would touch stand one below the other. */
function inRows<M extends { x: number }>(marks: readonly M[]): (M & { row: number })[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const free = ends.findIndex((end) => end <= mark.x - 9);
    const row = free < 0 ? ends.length : free;
    ends[row] = mark.x + 9;
    return { ...mark, row };
  });
}

/** Shape = kind of date: triangle promise, diamond notice, square contract's end, circle support, ring disclosure. */
function Shape({ kind, x, y }: { kind: DeadlineKind; x: number; y: number }) {
  switch (kind) {
    case "decision-due":
    case "acceptance-end":
      return <path className="solid" d={`M${x - 7} ${y + 6}h14l-7-13z`} />;
    case "request-due":
      return <path className="dot" d={`M${x - 7} ${y - 5}h14v10h-14z`} />;
    case "role-review":
      return <path className="ring" d={`M${x - 6} ${y - 6}h12v12h-12z`} />;
    case "certificate-end":
      return <path className="ring" d={`M${x} ${y - 7}l7 7-7 7-7-7z`} />;
    case "notice-day":
      return <path className="bad" d={`M${x} ${y - 8}l8 8-8 8-8-8z`} />;
    case "contract-end":
      return <rect className="bad" x={x - 6} y={y - 6} width="12" height="12" />;
    case "support-end":
      return <circle className="dot" cx={x} cy={y} r="6" />;
    case "disclosure-old":
      return <circle className="ring" cx={x} cy={y} r="6" />;
    case "checklist-target":
      return <path className="ring" d={`M${x - 7} ${y + 6}h14l-7-13z`} />;
  }
}
