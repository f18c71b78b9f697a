import { Form, Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { listSearch, withFilter } from "~/domain/list-query";
import type { Problem } from "~/domain/problem";
import { RENEWAL } from "~/domain/two-factor-board";
import { planField, planKinds, planOf } from "~/domain/two-factor-plan";
import { formatDay } from "~/messages/days";
import { problemWords } from "~/messages/labels";
import type { BoardFound, BoardPage } from "./route";

type Row = BoardPage["rows"][number];
type Name = "kind" | "plannedOn" | "costEstimate";

/** The rows that are neither ready nor outside, with a plan to type in each; one source for all of them. */
export function PlanForm({ page, found }: { page: BoardPage; found: BoardFound }) {
  const words = useWords();
  const { twoFactorBoard: text, overTime, actions } = words;
  const { plan } = text;
  const rows = page.rows.filter(({ held }) => held?.state !== "ready" && held?.state !== "not-applicable");
  const label = (name: Name, { system, place }: Row) =>
    plan.field(
      name === "kind" ? plan.column : overTime.twoFactor.fields[name],
      system.name,
      text.places[place],
    );
  const labels = Object.fromEntries(
    rows.flatMap((row) => names.map((name) => [fieldOf(name, row), label(name, row)])),
  );
  return (
    <section className="panel" id="plan">
      <h2>{plan.title}</h2>
      <p className="panel-text quiet">{plan.what}</p>
      <Form method="post" className="stack" noValidate>
        <div className="panel-text">
          <ProblemSummary
            problems={found?.problems}
            labels={{ ...labels, source: overTime.twoFactor.fields.source }}
          />
          <Field
            name="source"
            label={overTime.twoFactor.fields.source}
            hint={plan.sourceHint}
            isRequired
            problems={found?.problems}
          >
            {(control) => <input {...control} type="text" defaultValue={found?.source ?? ""} />}
          </Field>
        </div>
        <PlanTable rows={rows} found={found} label={label} />
        <div className="panel-text form-foot">
          <button type="submit" className="button primary">
            {plan.save}
          </button>
          <Link className="button text" to={listSearch(page.state, withFilter(page.state, "plan", ""))}>
            {actions.cancel}
          </Link>
        </div>
      </Form>
    </section>
  );
}

const names = ["kind", "plannedOn", "costEstimate"] as const;
const fieldOf = (name: Name, { system, place }: Row) => planField(name, { systemId: system.id, place });

function PlanTable(props: { rows: Row[]; found: BoardFound; label: (name: Name, row: Row) => string }) {
  const { twoFactorBoard: text, overTime } = useWords();
  const language = useLanguage();
  const { columns, fields } = overTime.twoFactor;
  return (
    <DataTable
      caption={text.plan.title}
      columns={[
        { name: "system", label: columns.system },
        { name: "place", label: columns.place, isWhole: true },
        { name: RENEWAL, label: text.renewal },
        { name: "kind", label: text.plan.column },
        { name: "plannedOn", label: fields.plannedOn },
        { name: "costEstimate", label: fields.costEstimate },
      ]}
      rows={props.rows.map((row) => ({
        id: `${row.system.id} ${row.place}`,
        to: `/two-factor/${row.system.id}?place=${row.place}`,
        cells: {
          system: row.system.name,
          place: text.places[row.place],
          [RENEWAL]: row.renewal === null ? text.noRenewal : formatDay(row.renewal.on, language),
          ...Object.fromEntries(
            names.map((name) => [name, <PlanCell key={name} name={name} row={row} {...props} />]),
          ),
        },
      }))}
    />
  );
}

function PlanCell(props: {
  name: Name;
  row: Row;
  found: BoardFound;
  label: (name: Name, row: Row) => string;
}) {
  const { name, row, found } = props;
  const { twoFactorBoard: text } = useWords();
  const field = fieldOf(name, row);
  const value = found?.typed[field] ?? planOf(row.held)[name];
  const own = (found?.problems ?? []).filter((each) => each.at === field);
  const control = {
    id: `field-${field}`,
    name: field,
    "aria-label": props.label(name, row),
    ...(own.length > 0 ? { "aria-invalid": true, "aria-describedby": `field-${field}-problem` } : {}),
  } as const;
  return (
    <>
      <CellProblems id={control.id} problems={own} />
      {name === "kind" ? (
        <>
          <input type="hidden" name="row" value={`${row.system.id}.${row.place}.${row.held?.id ?? ""}`} />
          <select {...control} className="compact" defaultValue={value}>
            {planKinds.map((each) => (
              <option key={each} value={each}>
                {text.plan.kinds[each]}
              </option>
            ))}
          </select>
        </>
      ) : (
        <input
          {...control}
          type={name === "plannedOn" ? "date" : "text"}
          {...(name === "costEstimate" ? { inputMode: "numeric" as const } : {})}
          className="compact"
          defaultValue={value}
        />
      )}
    </>
  );
}

function CellProblems({ id, problems }: { id: string; problems: readonly Problem[] }) {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <p id={`${id}-problem`} className="problem">
      {problems.map((each) => {
        const { what, next } = problemWords(words, each);
        return <span key={each.code}>{`${what}${next}`}</span>;
      })}
    </p>
  );
}
