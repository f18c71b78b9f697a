import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatDay } from "~/messages/days";
import { useLanguage, useWords } from "./words";

export type AskedDays = { day: string; knownOn: string };

/**
 * The two dates as a plain GET form, so that the address is the state: the state on which day, known by which
 * day; on paper one line says both. Other questions of the page are `children`; `kept` travels on unseen.
 */
export function TwoDates(props: {
  asked: AskedDays;
  kept?: Readonly<Record<string, string>>;
  children?: ReactNode;
}) {
  const { dates } = useWords().overTime;
  const language = useLanguage();
  const { day, knownOn } = props.asked;
  return (
    <>
      <p className="on-paper">{dates.onPaper(formatDay(day, language), formatDay(knownOn, language))}</p>
      <Form method="get" className="as-of panel" key={`${day} ${knownOn}`}>
        <span>
          <b>{dates.title}</b> <span className="quiet">{dates.what}</span>
        </span>
        {props.children}
        <label className="field">
          {dates.day}
          <input type="date" name="day" defaultValue={day} />
        </label>
        <label className="field">
          {dates.knownOn}
          <input type="date" name="knownOn" defaultValue={knownOn} />
        </label>
        {Object.entries(props.kept ?? {}).map(([name, value]) =>
          value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <button type="submit" className="button">
          {dates.look}
        </button>
      </Form>
    </>
  );
}

/** Amber and in words while a page shows another time than now. */
export function PastNotice(props: { asked: AskedDays; isPast: boolean; back: string }) {
  const { dates } = useWords().overTime;
  const language = useLanguage();
  if (!props.isPast) return null;
  return (
    <p className="past-bar" role="status">
      <b>{dates.past(formatDay(props.asked.day, language), formatDay(props.asked.knownOn, language))}</b>
      <Link to={props.back}>{dates.today}</Link>
    </p>
  );
}
