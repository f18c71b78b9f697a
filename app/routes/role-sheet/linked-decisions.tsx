import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { SheetPage } from "./page.server";

/** 結び付けた対応方針: decisions that are carried out in rows of this sheet; for the hospital only. */
export function LinkedDecisions({ page }: { page: SheetPage }) {
  const words = useWords();
  const language = useLanguage();
  const { linkedDecisions: text } = words.roles;
  if (page.decisions.length === 0) return null;
  return (
    <section className="panel" id="decisions">
      <h2>
        {text.title} <small>{text.what}</small>
      </h2>
      <DataTable
        caption={text.title}
        columns={(["row", "kind", "product", "measure", "dueOn"] as const).map((name) => ({
          name,
          label: text.columns[name],
        }))}
        rows={page.decisions.map((each) => ({
          id: each.id,
          to: `/decisions/${each.id}`,
          cells: {
            row: `${each.rowNo} ${each.rowLabel}`.trim(),
            kind: words.decisionKinds[each.kind].word,
            product: each.product,
            measure: each.measure || words.forms.notGiven,
            dueOn: each.dueOn ? formatDay(each.dueOn, language) : words.forms.notGiven,
          },
        }))}
      />
    </section>
  );
}
