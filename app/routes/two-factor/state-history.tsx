import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay, formatMoment } from "~/messages/days";
import { detailOf } from "~/routes/two-factor-list/detail";
import type { TwoFactorPage } from "./route";

/** Every record of the system, newest first; corrected ones stay and say so. */
export function StateHistory({ page }: { page: TwoFactorPage }) {
  const words = useWords();
  const language = useLanguage();
  const { twoFactor, incidents } = words.overTime;
  const superseded = new Set(page.records.map((each) => each.supersedes));
  const names = ["from", "place", "state", "detail", "source", "recorded"] as const;
  const label = (name: (typeof names)[number]) =>
    name === "recorded" ? incidents.entryColumns.recordedAt : twoFactor.columns[name];
  return (
    <section className="panel">
      <h2>{twoFactor.history}</h2>
      {page.records.length === 0 ? (
        <p className="panel-text quiet">{twoFactor.none}</p>
      ) : (
        <DataTable
          caption={twoFactor.history}
          columns={names.map((name) => ({ name, label: label(name) }))}
          rows={[...page.records].reverse().map((each) => ({
            id: each.id,
            cells: {
              from: <span className="num">{formatDay(each.effectiveFrom, language)}</span>,
              place: twoFactor.places[each.place],
              state: (
                <>
                  <Tag>{twoFactor.states[each.state]}</Tag>
                  {superseded.has(each.id) && <span className="quiet block">{twoFactor.corrected}</span>}
                </>
              ),
              detail: detailOf(words, each, language),
              source: (
                <>
                  {each.source}
                  {each.reason !== "" && (
                    <span className="quiet block">{`${twoFactor.fields.reason}：${each.reason}`}</span>
                  )}
                </>
              ),
              recorded: `${formatMoment(each.recordedAt)} ${each.by ?? words.history.bySystem}`,
            },
          }))}
        />
      )}
    </section>
  );
}
