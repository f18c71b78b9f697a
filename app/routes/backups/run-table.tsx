import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { BackupsPage } from "./route";
import { megabytesOf } from "./state-panel";

const names = ["when", "reason", "result", "size", "second", "file"] as const;

/** これまでの記録: the newest tries, taken or not. */
export function RunTable({ page }: { page: BackupsPage }) {
  const own = useWords().backups;
  return (
    <section className="panel">
      <h2>{own.history}</h2>
      {page.runs.length === 0 ? (
        <p className="panel-text quiet">{own.empty}</p>
      ) : (
        <DataTable
          caption={own.history}
          columns={names.map((name) => ({ name, label: own.columns[name] }))}
          rows={page.runs.map((run) => ({
            id: `${run.startedAt} ${run.file ?? ""}`,
            cells: {
              when: <span className="num nowrap">{formatMoment(run.startedAt)}</span>,
              reason: own.reasons[run.reason],
              result: <Tag>{run.problem === "" ? own.taken : own.notTaken}</Tag>,
              size: run.file === null ? "" : own.megabytes(megabytesOf(run.bytes)),
              second: (
                <>
                  {run.file === null ? "" : own.secondPlace[run.secondPlace]}
                  {run.secondPlaceDetail !== "" && (
                    <small className="quiet block break-all">{run.secondPlaceDetail}</small>
                  )}
                </>
              ),
              file: <span className="break-all">{run.file ?? ""}</span>,
            },
          }))}
        />
      )}
    </section>
  );
}
