import { Link } from "@remix-run/react";
import { ScrollBox } from "~/components/scroll-box";
import { SvgPatterns } from "~/components/svg-patterns";
import { useLanguage, useWords } from "~/components/words";
import type { StretchKind } from "~/domain/hospital-timeline";
import { formatDay } from "~/messages/days";
import { fillOf, type Lane, lanesOf, momentWord, stretchWord } from "./lanes";
import type { TimelinePage } from "./route";

const shown: readonly StretchKind[] = [
  "period",
  "gap",
  "hospital",
  "vendor",
  "both",
  "third-party",
  "undecided",
];

/** What each filling means. */
export function Legend() {
  const words = useWords();
  return (
    <ul className="legend panel-text">
      {shown.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 28 14" aria-hidden="true">
            <SvgPatterns />
            <rect className={fillOf(kind)} x="1" y="1" width="26" height="12" />
            <rect className={kind === "gap" ? "frame warn" : "frame"} x="1" y="1" width="26" height="12" />
          </svg>{" "}
          {stretchWord(words, { kind, about: "" })}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path className="incident" d="M 14 0 l 7 7 l -7 7 l -7 -7 z" />
        </svg>{" "}
        {words.overTime.timeline.incident}
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path className="amendment" d="M 14 1 l 6 12 h -12 z" />
        </svg>{" "}
        {words.overTime.timeline.amendment}
      </li>
    </ul>
  );
}

/** The same facts as a table one can read aloud, copy and open from. */
export function TimelineTable({ page }: { page: TimelinePage }) {
  const { timeline } = useWords().overTime;
  return (
    <details className="panel-text" open>
      <summary>{timeline.inTable}</summary>
      <ScrollBox label={timeline.inTable}>
        <table className="list wide">
          <caption className="sr">{timeline.inTable}</caption>
          <thead>
            <tr>
              {(["lane", "name", "what", "from", "to"] as const).map((name) => (
                <th key={name} scope="col">
                  {timeline.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lanesOf(page).map((lane) => (
              <LaneRows key={`${lane.kind} ${lane.id}`} lane={lane} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

function LaneRows({ lane }: { lane: Lane }) {
  const words = useWords();
  const language = useLanguage();
  const { timeline } = words.overTime;
  const rows = [
    ...lane.stretches.map((each) => ({ ...each, word: stretchWord(words, each) })),
    ...lane.moments.map((each) => ({ ...each, word: momentWord(words, each) })),
  ];
  return (
    <>
      {rows.map((row) => (
        <tr key={`${row.kind} ${row.from}`}>
          <td className="nowrap">{timeline.lanes[lane.kind]}</td>
          <th scope="row">
            <Link to={lane.to}>{lane.name}</Link>
          </th>
          <td>{row.word}</td>
          <td className="num">{formatDay(row.from, language)}</td>
          <td className="num">
            {row.kind === "amendment" ? "" : row.to === null ? timeline.open : formatDay(row.to, language)}
          </td>
        </tr>
      ))}
    </>
  );
}
