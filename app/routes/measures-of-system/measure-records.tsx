import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { Field } from "~/components/field";
import { useLanguage, useWords } from "~/components/words";
import { formatDay, formatMoment } from "~/messages/days";
import type { MeasureFound, MeasuresOfSystem } from "./route";

/** Everything recorded for the system, newest first; what was taken back says why. */
export function MeasureRecords({ page, found }: { page: MeasuresOfSystem; found: MeasureFound }) {
  const words = useWords();
  const language = useLanguage();
  const { one } = words.measures;
  const titleOf = new Map(page.measures.map((each) => [each.key, each.title]));
  const takenBack = new Map(
    page.records.flatMap((each) => (each.isWithdrawn ? [[each.supersedes, each]] : [])),
  );
  const records = page.records.filter((each) => !each.isWithdrawn).reverse();
  const open = records.filter((each) => !takenBack.has(each.id));
  const names = ["day", "measure", "what", "evidence", "by"] as const;
  return (
    <>
      <section className="panel">
        <h2>{one.records}</h2>
        {records.length === 0 ? (
          <p className="panel-text quiet">{one.recordsNone}</p>
        ) : (
          <DataTable
            caption={one.records}
            columns={names.map((name) => ({ name, label: one.columns[name] }))}
            rows={records.map((each) => {
              const back = takenBack.get(each.id);
              return {
                id: each.id,
                cells: {
                  day: <span className="num">{formatDay(each.doneOn, language)}</span>,
                  measure: titleOf.get(each.measureKey) ?? each.measureKey,
                  what: (
                    <>
                      {each.what}
                      {back && <span className="block quiet">{one.isTakenBack(back.reason)}</span>}
                    </>
                  ),
                  evidence: each.evidence,
                  by: `${formatMoment(each.recordedAt)} ${each.by ?? words.history.bySystem}`,
                },
              };
            })}
          />
        )}
      </section>
      {page.canEdit && open.length > 0 && <TakeBack page={page} found={found} open={open} titles={titleOf} />}
    </>
  );
}

function TakeBack(props: {
  page: MeasuresOfSystem;
  found: MeasureFound;
  open: MeasuresOfSystem["records"];
  titles: ReadonlyMap<string, string>;
}) {
  const { one } = useWords().measures;
  const problems = props.found && props.found.raw === null ? props.found.problems : undefined;
  return (
    <ConfirmPanel
      title={one.takeBack}
      what={one.takeBackWhat}
      fields={{ intent: "take-back" }}
      button={one.takeBack}
    >
      <Field name="recordId" label={one.which} problems={problems}>
        {(control) => (
          <select {...control} defaultValue={props.found?.back.recordId}>
            {props.open.map((each) => (
              <option key={each.id} value={each.id}>
                {`${each.doneOn} ${props.titles.get(each.measureKey) ?? each.measureKey} ${each.what}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="reason" label={one.fields.reason} isRequired problems={problems}>
        {(control) => <input {...control} type="text" defaultValue={props.found?.back.reason ?? ""} />}
      </Field>
    </ConfirmPanel>
  );
}
