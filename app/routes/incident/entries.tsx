import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { IncidentPage } from "./route";

/** Every entry, the first and all corrections: nothing is erased. */
export function Entries({ page }: { page: IncidentPage }) {
  const words = useWords();
  const { incidents } = words.overTime;
  const names = ["recordedAt", "what", "reason", "by"] as const;
  return (
    <section className="panel">
      <h2>{incidents.entries}</h2>
      <DataTable
        caption={incidents.entries}
        columns={names.map((name) => ({ name, label: incidents.entryColumns[name] }))}
        rows={page.entries.map((entry) => ({
          id: entry.id,
          cells: {
            recordedAt: <span className="num">{formatMoment(entry.recordedAt)}</span>,
            what: whatOf(entry),
            reason: entry.supersedes === null ? incidents.first : entry.reason,
            by: entry.by ?? words.history.bySystem,
          },
        }))}
      />
    </section>
  );

  function whatOf(entry: IncidentPage["entries"][number]): string {
    if (entry.isWithdrawn) return incidents.withdrawn;
    const until = entry.endedOn ?? incidents.ongoing;
    return `${incidents.kinds[entry.kind]}　${entry.title}　${entry.happenedOn} – ${until}`;
  }
}
