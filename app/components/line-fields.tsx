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
  return (
    <FieldGroup {...field} problems={own}>
      <div className="lines">
        {lines.map((at) => (
          <div className="line" key={at}>
            {columns.map((column) => (
              <div key={column.name}>
                <span aria-hidden="true">{column.label}</span>
                <LineControl
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

function LineControl({ column, value, label }: { column: LineColumn; value: string; label: string }) {
  const words = useWords();
  if (column.options) {
    return (
      <select name={column.name} defaultValue={value} aria-label={label}>
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
    <input name={column.name} type={column.isDay ? "date" : "text"} defaultValue={value} aria-label={label} />
  );
}
