import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { BEGINNING } from "~/domain/contract-terms";
import { formatDay, formatMoment } from "~/messages/days";
import type { NamesPage } from "./page.server";

/** Every name with its first day; corrected entries stay and say so. */
export function NamesTable({ names, vendors }: Pick<NamesPage, "names" | "vendors">) {
  const { contractRecords: text, forms } = useWords();
  const language = useLanguage();
  const columns = ["name", "from", "kind", "successor", "recorded"] as const;
  if (names.length === 0) return <p className="note">{text.namesEmpty}</p>;
  return (
    <section className="panel">
      <DataTable
        caption={text.newName}
        columns={columns.map((name) => ({ name, label: text.nameColumns[name] }))}
        rows={names.map((each) => ({
          id: each.id,
          cells: {
            name: (
              <>
                {each.name} {each.isSuperseded && <Tag>{text.superseded}</Tag>}
                {each.note !== "" && <span className="quiet block">{each.note}</span>}
              </>
            ),
            from:
              each.effectiveFrom === BEGINNING ? text.fromBeginning : formatDay(each.effectiveFrom, language),
            kind: text.nameKinds[each.kind],
            successor:
              vendors.find((vendor) => vendor.value === each.successorVendorId)?.label ?? forms.notGiven,
            recorded: (
              <span className="num">
                {text.recordedBy(formatMoment(each.recordedAt), each.recordedBy ?? text.unknownPerson)}
              </span>
            ),
          },
        }))}
      />
    </section>
  );
}
