import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay, formatMoment } from "~/messages/days";
import type { ProfilePage } from "./route";

/** Every record, the newest first; corrected ones stay and say so. */
export function ProfileHistory({ page }: { page: ProfilePage }) {
  const words = useWords();
  const language = useLanguage();
  const { profile } = words.comparing;
  if (page.records.length === 0) return <p className="note">{profile.historyEmpty}</p>;
  const names = ["from", "facts", "reason", "recorded"] as const;
  return (
    <section className="panel">
      <h2>{profile.history}</h2>
      <DataTable
        caption={profile.history}
        columns={names.map((name) => ({ name, label: profile.columns[name] }))}
        rows={page.records.map((each) => ({
          id: each.id,
          cells: {
            from: <span className="num">{formatDay(each.effectiveFrom, language)}</span>,
            facts: (
              <>
                {[
                  each.beds === null ? "" : profile.beds(each.beds),
                  each.ownerType === "" ? "" : profile.ownerTypes[each.ownerType],
                  each.sites === null ? "" : profile.sites(each.sites),
                  `${profile.fields.staff}：${profile.staff[each.staff]}`,
                  each.gmisClass === "" ? "" : `${profile.fields.gmisClass}：${each.gmisClass}`,
                ]
                  .filter((fact) => fact !== "")
                  .join("・")}
                {each.isSuperseded && <span className="quiet block">{profile.corrected}</span>}
              </>
            ),
            reason: each.reason,
            recorded: `${formatMoment(each.recordedAt)} ${each.by ?? words.history.bySystem}`,
          },
        }))}
      />
    </section>
  );
}
