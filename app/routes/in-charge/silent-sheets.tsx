import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { InChargePage } from "./route";

/** Sheets that name nobody on the day, with the plain reason: silence is said, too. */
export function SilentSheets({ page }: { page: InChargePage }) {
  const words = useWords();
  const { inCharge } = words.overTime;
  if (page.silent.length === 0) return null;
  return (
    <section className="panel">
      <h2>{inCharge.silent}</h2>
      <DataTable
        caption={inCharge.silent}
        columns={[
          { name: "title", label: words.roles.sheetTitle },
          { name: "contract", label: inCharge.columns.contract },
          { name: "why", label: inCharge.silentWhy },
        ]}
        rows={page.silent.map((sheet) => ({
          id: sheet.roleSheetId,
          to: `/role-sheets/${sheet.roleSheetId}`,
          cells: {
            title: sheet.title,
            contract: `${sheet.contractNumber}　${sheet.vendorName}`,
            why: sheet.silence === null ? "" : words.contracts.silences[sheet.silence],
          },
        }))}
      />
    </section>
  );
}
