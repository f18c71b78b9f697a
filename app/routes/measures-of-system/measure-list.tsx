import { HelpTip } from "~/components/help-tip";
import { useWords } from "~/components/words";
import { BearerCell, DisclosedCell, LastCell } from "~/routes/measures/measure-cells";
import type { MeasuresOfSystem } from "./route";

/** Every measure of the system: what was asked of the vendor in words, who bears it, when it was last done. */
export function MeasureList({ page }: { page: MeasuresOfSystem }) {
  const { measures } = useWords();
  const { columns, one } = measures;
  return (
    <>
      {page.cells.map((cell) => (
        <section key={cell.measure.key} className="panel check-item">
          <h2>
            {cell.measure.title} <HelpTip>{cell.measure.help}</HelpTip>
          </h2>
          <div className="check-columns">
            <div>
              <h3>{columns.disclosed}</h3>
              <DisclosedCell cell={cell} />
              {cell.answers.map((each) => (
                <p key={`${each.disclosureId} ${each.no} ${each.cell}`} className="quiet">
                  {each.no} {each.question}
                  {each.remark !== "" && ` — ${each.remark}`}
                  <small className="block">
                    {each.mapping === null ? one.printedClause : one.mapping(each.mapping)}
                  </small>
                </p>
              ))}
            </div>
            <div>
              <h3>{columns.bearer}</h3>
              <BearerCell cell={cell} />
            </div>
            <div>
              <h3>{columns.last}</h3>
              <LastCell cell={cell} />
            </div>
          </div>
        </section>
      ))}
    </>
  );
}
