import { Link } from "@remix-run/react";
import { PartyBadge } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import { partyWord } from "~/routes/role-sheet/party-words";
import type { InChargePage } from "./route";

type Row = InChargePage["rows"][number];

/** Rows that held on the day: who did it, and the agreement that proves it. */
export function RowTable({ page }: { page: InChargePage }) {
  const words = useWords();
  const { inCharge } = words.overTime;
  const names = ["no", "label", "party", "what", "contract", "proof"] as const;
  const rows = page.rows.map((row) => ({ id: row.id, cells: cellsOf(row) }));
  return (
    <section className="panel">
      <DataTable
        caption={words.overTime.tabs.inCharge}
        columns={names.map((name) => ({ name, label: inCharge.columns[name] }))}
        rows={rows}
      />
    </section>
  );
}

function cellsOf(row: Row) {
  return {
    no: <span className="num">{row.no}</span>,
    label: row.label,
    party: <Party row={row} />,
    what: (
      <>
        {row.what}
        {row.clause !== "" && <span className="quiet block">{row.clause}</span>}
      </>
    ),
    contract: (
      <>
        <Link to={`/contracts/${row.sheet.contractId}`}>{row.sheet.contractNumber}</Link>
        <span className="block">{row.sheet.vendorName}</span>
      </>
    ),
    proof: <Proof row={row} />,
  };
}

function Party({ row }: { row: Row }) {
  const words = useWords();
  const named = row.party === "third-party" ? row.thirdPartyName : "";
  return (
    <>
      <PartyBadge party={row.party} label={partyWord(words, row.sheet, row.party)} /> {named}
    </>
  );
}

function Proof({ row }: { row: Row }) {
  const { inCharge } = useWords().overTime;
  const language = useLanguage();
  const { sheet } = row;
  return (
    <Link to={`/role-sheets/${sheet.roleSheetId}?revision=${row.revisionId}`}>
      {inCharge.proof(sheet.revisionNo ?? 0, formatDay(sheet.effectiveFrom ?? "", language))}
    </Link>
  );
}
