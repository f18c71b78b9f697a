import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { addDays, type Day, daysBetween } from "~/domain/day";
import { formatDay } from "~/messages/days";

/** After the line rested this long its day is looked up; arrow keys pass over many days. */
const REST_MS = 400;

/**
 * The as-of line to drag, or to move by arrow keys, day by day. It asks for the page of the day where it rests, as the
 * form of the two dates does; without script only the form is there.
 * @param props.onMove the day under the line while it moves
 */
export function AsOfSlider(props: {
  span: { from: Day; to: Day };
  day: Day;
  today: Day;
  onMove: (day: Day) => void;
}) {
  const { span, day, today, onMove } = props;
  const { contracts } = useWords();
  const language = useLanguage();
  const [, setAsked] = useSearchParams();
  const [isAwake, setIsAwake] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    setIsAwake(true);
    return () => clearTimeout(rest.current);
  }, []);
  if (!isAwake) return null;
  const move = (place: number) => {
    const next = addDays(span.from, place);
    onMove(next);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => lookAt(next), REST_MS);
  };
  const lookAt = (next: Day) => {
    const change = (now: URLSearchParams) => {
      if (next === today) now.delete("day");
      else now.set("day", next);
      return now;
    };
    setAsked(change, { replace: true, preventScrollReset: true });
  };
  return (
    <input
      type="range"
      className="asof-slider"
      aria-label={contracts.slider}
      aria-valuetext={formatDay(day, language)}
      min={0}
      max={daysBetween(span.from, span.to)}
      step={1}
      value={Math.max(0, daysBetween(span.from, day))}
      onChange={(event) => move(event.currentTarget.valueAsNumber)}
    />
  );
}
