import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { ShownChange } from "./changes.server";
import { nounLabel } from "./filter-bar";
import type { AuditPage } from "./route";

const names = ["seq", "when", "who", "what", "record", "from", "change"] as const;

/** One page of the log, newest first. */
export function LogTable({ page }: { page: AuditPage }) {
  const words = useWords();
  const own = words.auditLog;
  const verbs: Readonly<Record<string, string>> = words.history.verbs;
  const channels: Readonly<Record<string, string>> = words.history.channels;
  return (
    <div className="panel">
      <DataTable
        caption={own.title}
        columns={names.map((name) => ({ name, label: own.columns[name], isWhole: name === "seq" }))}
        rows={page.rows.map((row) => ({
          id: String(row.seq),
          cells: {
            seq: <span className="num">{row.seq}</span>,
            when: <span className="num nowrap">{formatMoment(row.recordedAt)}</span>,
            who: row.by ?? own.nobody,
            what: verbs[row.verb] ?? row.verb,
            record: (
              <>
                {nounLabel(own.nouns, row.noun)}{" "}
                <small className="quiet block break-all">{row.recordId}</small>
              </>
            ),
            from: (
              <>
                {channels[row.via] ?? row.via} <small className="quiet block">{row.address}</small>
              </>
            ),
            change: <Changes changes={row.changes} />,
          },
        }))}
      />
    </div>
  );
}

const MAX_SHOWN = 200;

/** Stored names of fields as they are: the log shows what was written, and the same words stand in its export. */
function Changes({ changes }: { changes: readonly ShownChange[] }) {
  const own = useWords().auditLog;
  const shown = (value: string | null) => {
    if (value === null) return own.hidden;
    return value === "" ? own.nothing : value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;
  };
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="words">
          {field !== "" && <b>{field}</b>} {shown(before)} → {shown(after)}
        </li>
      ))}
    </ul>
  );
}
