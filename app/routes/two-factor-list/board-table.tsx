import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { jumpHostPreconditions } from "~/domain/two-factor";
import { RENEWAL } from "~/domain/two-factor-board";
import { formatDay } from "~/messages/days";
import { detailOf } from "./detail";
import type { BoardPage } from "./route";

/** Two rows a system: what holds today, and how that stands against the next renewal and each date. */
export function BoardTable({ page }: { page: BoardPage }) {
  const words = useWords();
  const language = useLanguage();
  const { twoFactor } = words.overTime;
  const { twoFactorBoard: text } = words;
  const names = ["system", "place", "state", "detail", "from", "source"] as const;
  const dated = page.dates.map(({ key, from, by }) => ({
    name: key,
    label: from === null ? text.until(formatDay(by, language)) : text.yearShort(by.slice(0, 4)),
  }));
  return (
    <section className="panel">
      <DataTable
        caption={twoFactor.title}
        columns={[
          ...names.slice(0, 4).map((name) => ({ name, label: twoFactor.columns[name] })),
          { name: RENEWAL, label: text.renewal },
          ...dated,
          ...names.slice(4).map((name) => ({ name, label: twoFactor.columns[name] })),
        ]}
        rows={page.rows.map(({ system, place, held, renewal, against }) => ({
          id: `${system.id} ${place}`,
          to: `/two-factor/${system.id}?place=${place}`,
          cells: {
            system: system.name,
            place: text.places[place],
            state: <Tag>{twoFactor.states[held?.state ?? "unknown"]}</Tag>,
            detail: held ? (
              <>
                {detailOf(words, held, language)}
                {held.route === "jump-host" && (
                  <span className="quiet block">
                    {text.preconditions(held.preconditions.length, jumpHostPreconditions.length)}
                  </span>
                )}
              </>
            ) : (
              ""
            ),
            [RENEWAL]: (
              <>
                {text.standings[against[RENEWAL] ?? "unrecorded"]}
                <span className="quiet block">
                  {renewal === null
                    ? text.noRenewal
                    : text.renewalOn[renewal.origin](formatDay(renewal.on, language), renewal.name)}
                </span>
              </>
            ),
            ...Object.fromEntries(
              page.dates.map(({ key }) => [key, text.standings[against[key] ?? "unrecorded"]]),
            ),
            from: held ? <span className="num">{formatDay(held.effectiveFrom, language)}</span> : "",
            source: held?.source ?? "",
          },
        }))}
      />
    </section>
  );
}
