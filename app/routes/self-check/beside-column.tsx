import { StatementView } from "~/components/evidence-view";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { SheetRow } from "./item-panel";

/** What the hospital said last year, and what vendors said this year, to the same row. */
export function BesideColumn({ row }: { row: SheetRow }) {
  const { sheet } = useWords().selfChecks;
  return (
    <div>
      <h4>{sheet.lastYear}</h4>
      <LastYear row={row} />
      <h4>{sheet.vendors}</h4>
      <Vendors row={row} />
    </div>
  );
}

function LastYear({ row }: { row: SheetRow }) {
  const { selfChecks, answers } = useWords();
  const language = useLanguage();
  const { sheet } = selfChecks;
  const { lastYear, item } = row;
  if (lastYear === null) return <p className="quiet">{sheet.lastYearNone}</p>;
  const { answer, round, answeredOn, targetOn, remark } = lastYear;
  return (
    <>
      <p>
        <b>{sheet.lastYearSaid(answers[answer], round, formatDay(answeredOn, language))}</b>
        {targetOn !== null && <span className="num block">{`${sheet.targetOn} ${targetOn}`}</span>}
      </p>
      {remark !== "" && <p>{remark}</p>}
      {lastYear.item !== item.item && <p className="quiet">{sheet.lastYearItem(lastYear.item)}</p>}
    </>
  );
}

function Vendors({ row }: { row: SheetRow }) {
  const { sheet } = useWords().selfChecks;
  if (row.item.audience === "hospital") return <p className="quiet">{sheet.vendorsNotAsked}</p>;
  if (row.vendors === null) return <p className="quiet">{sheet.vendorsNone}</p>;
  const { said, no } = row.vendors;
  return (
    <>
      <StatementView statement={said} />
      {no.length > 0 && <p>{sheet.vendorsNotYes(no.map((each) => each.label).join("、"))}</p>}
    </>
  );
}
