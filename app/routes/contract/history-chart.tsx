import { useState } from "react";
import { ScrollBox } from "~/components/scroll-box";
import { useLanguage, useWords } from "~/components/words";
import type { HistoryMark } from "~/domain/contract-history";
import { eraOf } from "~/domain/era";
import type { Language } from "~/domain/scope";
import type { Words } from "~/messages/words";
import { AsOfSlider } from "./as-of-slider";
import { chart, layOutChart, type PlacedLane, type PlacedMark, type Tick, textWidth } from "./chart-layout";
import type { ContractPage } from "./page.server";

/** Words of a mark on the 年表; short ones inside bars. */
export function markWords(words: Words, mark: HistoryMark, isShort: boolean): string {
  const { contracts } = words;
  switch (mark.lane) {
    case "period":
      return contracts.mark.period;
    case "role-sheet":
      return isShort
        ? contracts.mark.revisionShort(mark.no ?? 0)
        : contracts.mark.revision(mark.name, mark.no ?? 0);
    case "disclosure":
      return mark.name;
    case "paper":
      return contracts.mark.paper(mark.name, mark.no ?? 0);
  }
}

/** 年表 as SVG from the server; the table beside it says the same. */
export function HistoryChart({ page }: { page: ContractPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contracts } = words;
  const { span, asked, today } = page;
  // The line follows the hand; what the page shows follows the address.
  const [moved, setMoved] = useState<{ from: string; to: string } | null>(null);
  const day = moved?.from === asked.day ? moved.to : asked.day;
  const { lanes, placed, height, xOf, ticks } = layOutChart(page.marks, span, (mark) =>
    markWords(words, mark, true),
  );
  return (
    <ScrollBox label={contracts.historyLabel(span.from, span.to, asked.day)}>
      <div className="asof-chart">
        <svg
          className="wide-svg"
          viewBox={`0 0 ${chart.width} ${height}`}
          role="img"
          aria-label={contracts.historyLabel(span.from, span.to, asked.day)}
        >
          {ticks.map((tick) => (
            <TickLine key={tick.x} tick={tick} height={height} language={language} />
          ))}
          <Lanes lanes={lanes} />
          {placed.map((each) => (
            <Mark key={`${each.mark.id} ${each.mark.isLater}`} placed={each} />
          ))}
          {day !== today && (
            <DayLine x={xOf(today)} height={height} label={contracts.today} className="today-line" />
          )}
          <line className="asof-line" x1={xOf(day)} x2={xOf(day)} y1="56" y2={height} />
          <rect className="asof-flag" x={xOf(day) - 44} y="38" width="88" height="20" rx="4" />
          <text className="strong" x={xOf(day)} y="53" textAnchor="middle">
            {day}
          </text>
        </svg>
        <AsOfSlider span={span} day={day} today={today} onMove={(to) => setMoved({ from: asked.day, to })} />
      </div>
    </ScrollBox>
  );
}

function Lanes({ lanes }: { lanes: readonly PlacedLane[] }) {
  const { contracts } = useWords();
  return (
    <>
      {lanes.map(({ lane, y, height: laneHeight }, at) => (
        <g key={lane}>
          {at % 2 === 0 && <rect className="band" x="0" y={y} width="88" height={laneHeight} />}
          <text className="strong" x="12" y={y + 23}>
            {contracts.lanes[lane]}
          </text>
          <line className="axis" x1="0" x2={chart.width - 8} y1={y + laneHeight} y2={y + laneHeight} />
        </g>
      ))}
    </>
  );
}

function TickLine({ tick, height, language }: { tick: Tick; height: number; language: Language }) {
  const isYear = tick.year !== null;
  const hasRoom = tick.x < chart.right - (isYear ? 120 : 32);
  return (
    <>
      <line className="axis" x1={tick.x} x2={tick.x} y1={isYear ? 0 : 24} y2={height} />
      <text className={isYear ? "strong" : undefined} x={tick.x + 5} y={isYear ? 16 : 34}>
        {hasRoom && (isYear ? yearText(tick.year ?? 0, language) : monthText(tick.month, language))}
      </text>
    </>
  );
}

function monthText(month: number, language: Language): string {
  return language === "ja" ? `${month}月` : `${month}`;
}

function yearText(year: number, language: Language): string {
  const era = language === "ja" ? eraOf(`${year}-12-31`) : null;
  return era ? `${year}年（${era.name}${era.year === 1 ? "元" : era.year}年）` : `${year}`;
}

function DayLine(props: { x: number; height: number; label: string; className: string }) {
  return (
    <>
      <line className={props.className} x1={props.x} x2={props.x} y1="24" y2={props.height} />
      <text x={props.x + 4} y="52">
        {props.label}
      </text>
    </>
  );
}

/** Bars for what lasts, a circle for a disclosure, a square for a paper; pale where it was recorded later. */
function Mark({ placed }: { placed: PlacedMark }) {
  const { mark, label, x, end, y, isLabelLeft } = placed;
  const isBar = mark.to !== undefined;
  const shape = mark.isLater ? "pale" : mark.lane === "role-sheet" ? "soft" : "solid";
  const onDark = isBar && shape === "solid";
  const textX = isBar ? x + 8 : isLabelLeft ? x - 12 - textWidth(label) : x + 12;
  return (
    <g className={mark.isLater ? "is-later" : undefined}>
      {isBar && (
        <rect className={shape} x={x} y={y + 6} width={Math.max(2, end - x - 1)} height="24" rx="4" />
      )}
      {!isBar && mark.lane === "disclosure" && (
        <circle className={mark.isLater ? "pale" : "dot"} cx={x} cy={y + 18} r="6" />
      )}
      {!isBar && mark.lane === "paper" && (
        <rect className={shape} x={x - 6} y={y + 12} width="12" height="12" />
      )}
      <text className={onDark ? "on-dark" : undefined} x={textX} y={y + 23}>
        {label}
      </text>
    </g>
  );
}
