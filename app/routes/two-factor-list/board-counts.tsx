import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Facts } from "~/components/facts";
import { SourceMark } from "~/components/sourced";
import { useLanguage, useWords } from "~/components/words";
import { listSearch } from "~/domain/list-query";
import { boardStandings, RENEWAL } from "~/domain/two-factor-board";
import { formatDay } from "~/messages/days";
import type { BoardPage } from "./route";
import { askedStanding } from "./standing-filter";

/** How the rows stand against each day; the parts of a line add up to its total, and each leads to its rows. */
export function BoardCounts({ page }: { page: BoardPage }) {
  const { twoFactorBoard: text } = useWords();
  const language = useLanguage();
  const columns = ["against", ...boardStandings, "total"] as const;
  const dateOf = (key: string) => page.dates.find((each) => each.key === key);
  return (
    <section className="panel">
      <h2>{text.countsTitle}</h2>
      <DataTable
        caption={text.countsTitle}
        columns={columns.map((name) => ({
          name,
          label: name === "against" || name === "total" ? text.columns[name] : text.standings[name],
          isNumber: name !== "against",
        }))}
        rows={page.counts.map(({ key, counts, total }) => {
          const date = dateOf(key);
          return {
            id: key,
            cells: {
              against: date ? (
                <>
                  {date.from === null
                    ? text.until(formatDay(date.by, language))
                    : text.year(formatDay(date.from, language), formatDay(date.by, language))}{" "}
                  <SourceMark fact={date} isOfficialTextLoaded={false} />
                  <span className="quiet block">{date.asker}</span>
                </>
              ) : (
                text.renewal
              ),
              ...Object.fromEntries(
                boardStandings.map((standing) => [
                  standing,
                  counts[standing] === 0 ? (
                    0
                  ) : (
                    <Link key={standing} to={`/two-factor${filterOf(page, key, standing)}`}>
                      {counts[standing]}
                    </Link>
                  ),
                ]),
              ),
              total,
            },
          };
        })}
      />
      <Costs page={page} />
    </section>
  );
}

function filterOf(page: BoardPage, against: string, standing: string): string {
  return listSearch(page.state, { filters: { against, standing } });
}

function Costs({ page }: { page: BoardPage }) {
  const { twoFactorBoard: text, overTime } = useWords();
  const { fields, yen } = overTime.twoFactor;
  const shown = ({ sum, given, missing }: BoardPage["costs"]["estimate"]) =>
    `${yen(sum.toLocaleString("ja-JP"))}（${text.costParts(given, missing)}）`;
  return (
    <Facts
      facts={[
        { label: fields.costEstimate, value: shown(page.costs.estimate) },
        { label: fields.costActual, value: shown(page.costs.actual) },
      ]}
    />
  );
}

/** What the address narrows the rows to, with the way back. */
export function StandingFilter({ page }: { page: BoardPage }) {
  const { twoFactorBoard: text, lists } = useWords();
  const asked = askedStanding(page.state);
  if (asked === null) return null;
  const date = page.dates.find((each) => each.key === asked.against);
  const name = asked.against === RENEWAL ? text.renewal : (date?.asker ?? asked.against);
  return (
    <p className="note">
      {text.narrowed(name, text.standings[asked.standing])} <Link to="/two-factor">{lists.clear}</Link>
    </p>
  );
}
