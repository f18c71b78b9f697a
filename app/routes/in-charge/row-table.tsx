import { Link } from "@remix-run/react";
import { PartyBadge, Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import type { SituationParty } from "~/domain/role-sheet";
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
    <section className="panel roles-then">
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
    // why a sign: the number heads the row, and a row of the hospital's own may have none.
    no: <span className="num">{row.no || "−"}</span>,
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
  const { roles, overTime } = words;
  if (row.leftOutReason !== "") return <Tag>{`${overTime.inCharge.leftOut}：${row.leftOutReason}`}</Tag>;
  const named = row.party === "third-party" ? row.thirdPartyName : "";
  const isOpen = row.emergencyParty === "" && row.endParty === "";
  const situation = (said: SituationParty) =>
    said === "" || said === "same" ? roles.situationParties[said] : partyWord(words, row.sheet, said);
  const lines = isOpen
    ? [overTime.inCharge.situationsOpen]
    : [
        `${roles.column.emergencyParty}：${situation(row.emergencyParty)}`,
        `${roles.column.endParty}：${situation(row.endParty)}`,
      ];
  return (
    <>
      <PartyBadge party={row.party} label={partyWord(words, row.sheet, row.party)} /> {named}
      {lines.map((line) => (
        <span key={line} className="quiet block">
          {line}
        </span>
      ))}
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
