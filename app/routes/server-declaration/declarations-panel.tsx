import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";

/** Every time a person said that the list is complete, with the list as it was. */
export function DeclarationsPanel(props: {
  declarations: readonly {
    id: string;
    declaredOn: string;
    declaredBy: string | null;
    serverCount: number;
    systemCount: number;
    sha256: string;
    note: string;
  }[];
}) {
  const { declarations: text, contractRecords } = useWords();
  const language = useLanguage();
  const names = ["day", "by", "servers", "systems", "sha256", "note"] as const;
  if (props.declarations.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.historyTitle}</h2>
      <DataTable
        caption={text.historyTitle}
        columns={names.map((name) => ({
          name,
          label: text.columns[name],
          isNumber: name === "servers" || name === "systems",
        }))}
        rows={props.declarations.map((each) => ({
          id: each.id,
          to: `/server-list/${each.id}`,
          cells: {
            day: formatDay(each.declaredOn, language),
            by: each.declaredBy ?? contractRecords.unknownPerson,
            servers: each.serverCount,
            systems: each.systemCount,
            sha256: <span className="num">{each.sha256.slice(0, 12)}…</span>,
            note: each.note,
          },
        }))}
      />
    </section>
  );
}
