import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { unreadReasonLabel } from "~/messages/reason-label";
import type { DisclosurePage } from "./disclosure-page.server";

/** Cells nobody could read, kept with the disclosure. */
export function UnreadPanel({ cells }: { cells: DisclosurePage["unread"] }) {
  const words = useWords();
  const { disclosures } = words;
  if (cells.length === 0) return null;
  return (
    <section className="panel">
      <h2>
        {disclosures.unread} <small>{cells.length}</small>
      </h2>
      <p className="panel-text quiet">{disclosures.unreadWhat}</p>
      <DataTable
        caption={disclosures.unread}
        columns={(["cell", "text", "reason"] as const).map((name) => ({
          name,
          label: disclosures.unreadColumns[name],
        }))}
        rows={cells.map((each) => ({
          id: each.cell,
          cells: {
            cell: <span className="num">{each.cell}</span>,
            text: each.text,
            reason: unreadReasonLabel(words, each.reason),
          },
        }))}
      />
    </section>
  );
}
