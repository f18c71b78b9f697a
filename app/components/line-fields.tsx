import type { Problem } from "~/domain/problem";
import { FieldGroup } from "./field";
import { allOf, type FieldOption, type RawValues } from "./plain-fields";
import { useWords } from "./words";

export type LineColumn = { name: string; label: string; options?: readonly FieldOption[]; isDay?: boolean };

/** Empty lines offered below those that are filled; works without script. */
const EMPTY = 2;

/**
 * Repeated lines of a form (fees, parties, certificates): each column is one repeated field, and a line that stays
 * empty is no line. `name` is the field whose problems stand above the lines.
 */
export function LineFields(props: {
  name: string;
  label: string;
  hint?: string;
  columns: readonly LineColumn[];
  values: RawValues;
  problems: readonly Problem[] | undefined;
}) {
  const { columns, values, problems, ...field } = props;
  const words = useWords();
  const names = columns.map((each) => each.name);
  const own = problems?.map((each) =>
    each.at !== undefined && names.includes(each.at) ? { ...each, at: props.name } : each,
  );
  const filled = Math.max(0, ...names.map((name) => allOf(values, name).length));
  const lines = Array.from({ length: filled + EMPTY }, (_, at) => at);
  const cells = (at: number) => names.map((name) => allOf(values, name)[at] ?? "");
  // A summary of problems leads to the column's gap in a line that was begun, else to its first line.
  const gapOf = (column: number) =>
    Math.max(
      0,
      lines.findIndex((at) => cells(at)[column] === "" && cells(at).some((each) => each !== "")),
    );
  return (
    <FieldGroup {...field} problems={own}>
      <div className="lines">
        {lines.map((at) => (
          <div className="line" key={at}>
            {columns.map((column, place) => (
              <div key={column.name}>
                <span aria-hidden="true">{column.label}</span>
                <LineControl
                  id={at === gapOf(place) ? `field-${column.name}` : undefined}
                  column={column}
                  value={allOf(values, column.name)[at] ?? ""}
                  label={`${column.label} ${words.contractRecords.emptyLine(at + 1)}`}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

function LineControl(props: { id: string | undefined; column: LineColumn; value: string; label: string }) {
  const { id, column, value, label } = props;
  const words = useWords();
  if (column.options) {
    return (
      <select id={id} name={column.name} defaultValue={value} aria-label={label}>
        <option value="">{words.forms.choose}</option>
        {column.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      name={column.name}
      type={column.isDay ? "date" : "text"}
      defaultValue={value}
      aria-label={label}
    />
  );
}
