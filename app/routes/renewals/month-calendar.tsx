import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { addMonths } from "~/domain/day";
import { listSearch, withFilter } from "~/domain/list-query";
import type { RenewalsPage } from "./route";

const MONTHS = 18;

/** Notice days by month, this month first; a month leads to its contracts. */
export function MonthCalendar({ page }: { page: RenewalsPage }) {
  const { contractRecords: text } = useWords();
  const first = `${page.today.slice(0, 7)}-01`;
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(first, at).slice(0, 7));
  const chosen = page.state.filters.month ?? "";
  return (
    <nav className="months" aria-label={text.calendarTitle}>
      {months.map((month) => {
        const count = page.days.filter((day) => day.startsWith(month)).length;
        const [year, no] = month.split("-").map(Number);
        const label = text.month(year ?? 0, no ?? 0);
        if (count === 0) {
          return (
            <span key={month} className="month quiet">
              {label}
            </span>
          );
        }
        const to = listSearch(page.state, withFilter(page.state, "month", month === chosen ? "" : month));
        return (
          <Link key={month} className="month" to={to} aria-current={month === chosen ? "true" : undefined}>
            {label} <b className="num">{text.calendarCell(count)}</b>
          </Link>
        );
      })}
    </nav>
  );
}
