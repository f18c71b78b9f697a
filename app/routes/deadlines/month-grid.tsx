import { Link } from "@remix-run/react";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { weeksOf } from "~/domain/calendar-file";
import { addMonths } from "~/domain/day";
import { type ListState, listSearch, withFilter } from "~/domain/list-query";
import type { DeadlinesPage } from "./route";

/** The month beside the list: each day with the number of its entries; a day narrows the list to itself. */
export function MonthGrid({ page }: { page: DeadlinesPage }) {
  const { deadlines } = useWords();
  const { month, state, today } = page;
  const [year, no] = month.split("-").map(Number);
  const label = deadlines.calendar.month(year ?? 0, no ?? 0);
  const to = (name: string, value: string) => listSearch(state, withFilter(state, name, value));
  const other = (count: number) => to("month", addMonths(`${month}-01`, count).slice(0, 7));
  return (
    <section className="panel month-grid" aria-label={deadlines.calendar.title}>
      <h2>
        <Link className="button small" to={other(-1)} aria-label={deadlines.calendar.before}>
          ‹
        </Link>
        <span className="num">{label}</span>
        <Link className="button small" to={other(1)} aria-label={deadlines.calendar.after}>
          ›
        </Link>
      </h2>
      <ScrollBox label={label}>
        <table className="month-table">
          <caption className="sr">{label}</caption>
          <thead>
            <tr>
              {deadlines.calendar.weekdays.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <DayCell key={day} day={day} page={page} state={state} isToday={day === today} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function DayCell(props: { day: string; page: DeadlinesPage; state: ListState; isToday: boolean }) {
  const { day, page, state, isToday } = props;
  const { calendar } = useWords().deadlines;
  const count = page.daysOfMonth[day] ?? 0;
  const isOutside = day.slice(0, 7) !== page.month;
  const number = Number(day.slice(8));
  const chosen = state.filters.day === day;
  return (
    <td className={isOutside ? "outside" : undefined} aria-current={isToday ? "date" : undefined}>
      {count === 0 ? (
        <span className="num quiet">{number}</span>
      ) : (
        <Link
          to={listSearch(state, withFilter(state, "day", chosen ? "" : day))}
          aria-current={chosen ? "true" : undefined}
          aria-label={calendar.day(day, count)}
          className="num"
        >
          {number} <b>{calendar.count(count)}</b>
        </Link>
      )}
    </td>
  );
}
