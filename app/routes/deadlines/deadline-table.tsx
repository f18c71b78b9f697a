import { DataTable } from "~/components/data-table";
import { OpenMatters } from "~/components/open-matters";
import { useLanguage, useWords } from "~/components/words";
import { daysBetween } from "~/domain/day";
import { type Deadline, urgencyOf } from "~/domain/deadline";
import type { ListState } from "~/domain/list-query";
import type { OpenMatter } from "~/domain/renewal";
import { NOTICE_DAYS } from "~/domain/tasks";
import { formatDay } from "~/messages/days";
import { deadlinePath } from "./deadline-link";

/** Days with how far they are, what they are about and where they come from. */
export function DeadlineTable({
  rows,
  matters,
  today,
  state,
}: {
  rows: readonly Deadline[];
  matters: Readonly<Record<string, OpenMatter[]>>;
  today: string;
  state: ListState;
}) {
  const words = useWords();
  const language = useLanguage();
  const { columns, kinds } = words.deadlines;
  const names = ["day", "left", "kind", "name", "about", "from"] as const;
  return (
    <DataTable
      caption={words.deadlines.title}
      state={state}
      columns={names.map((name) => ({ name, label: columns[name], isSortable: name === "day" }))}
      rows={rows.map((each) => ({
        id: `${each.kind} ${each.recordId} ${each.day} ${each.name}`,
        to: deadlinePath(each),
        cells: {
          day: <span className="num">{formatDay(each.day, language)}</span>,
          left: <Left day={each.day} today={today} />,
          kind: <span className="nowrap">{kinds[each.kind].word}</span>,
          name: each.name,
          about: each.about,
          from: (
            <>
              <span className="quiet">{kinds[each.kind].from}</span>
              {each.kind === "notice-day" && (
                <OpenMatters contractId={each.recordId} matters={matters[each.recordId] ?? []} />
              )}
            </>
          ),
        },
      }))}
    />
  );
}

function Left({ day, today }: { day: string; today: string }) {
  const { deadlines } = useWords();
  const days = daysBetween(today, day);
  const urgency = urgencyOf(day, today, NOTICE_DAYS);
  const text = days < 0 ? deadlines.over(-days) : days === 0 ? deadlines.today : deadlines.left(days);
  return (
    <span className={urgency === "over" ? "late num" : "num"}>
      {text} {urgency === "soon" && <span className="tag">{deadlines.urgencies.soon}</span>}
    </span>
  );
}
