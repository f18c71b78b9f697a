import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { disclosureColumns, disclosureRow } from "~/routes/disclosures/disclosure-row";
import type { DisclosurePage } from "./disclosure-page.server";

/** All disclosures of the series; which one is current does not depend on the order of receipt. */
export function Series({ page }: { page: DisclosurePage }) {
  const words = useWords();
  const left = ["product", "vendor", "form"];
  const [issuedOn, ...rest] = disclosureColumns(words).filter((each) => !left.includes(each.name));
  return (
    <section className="panel">
      <h2>
        {words.disclosures.series} <small>{page.series.length}</small>
      </h2>
      <p className="panel-text quiet">{words.disclosures.seriesWhat}</p>
      <DataTable
        caption={words.disclosures.series}
        columns={issuedOn ? [issuedOn, ...rest] : rest}
        rows={page.series.map((row) => disclosureRow(words, row))}
      />
    </section>
  );
}
