import type { Problem } from "~/domain/problem";
import { Choice, Field, FieldGroup } from "./field";
import { useWords } from "./words";

/** What stands in a form: texts, or lists for repeated fields. */
export type RawValues = Readonly<Record<string, string | string[] | undefined>>;

/** The first text of a field, "" when nothing stands there. */
export function firstOf(values: RawValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Every text of a repeated field. */
export function allOf(values: RawValues, name: string): string[] {
  const value = values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

type Shared = {
  name: string;
  label: string;
  hint?: string;
  values: RawValues;
  problems: readonly Problem[] | undefined;
  isRequired?: boolean;
};

/** A text, a day or a number in one line. */
export function TextField(props: Shared & { type?: "text" | "date" | "number" }) {
  const { type = "text", values, ...field } = props;
  return (
    <Field {...field}>
      {(control) =>
        type === "number" ? (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            className="short"
            defaultValue={firstOf(values, props.name)}
          />
        ) : (
          <input
            {...control}
            type={type}
            {...(type === "date" ? { className: "day" } : {})}
            defaultValue={firstOf(values, props.name)}
          />
        )
      }
    </Field>
  );
}

/** A text of several lines. */
export function LongField(props: Shared & { rows?: number }) {
  const { rows = 3, values, ...field } = props;
  return (
    <Field {...field}>
      {(control) => <textarea {...control} rows={rows} defaultValue={firstOf(values, props.name)} />}
    </Field>
  );
}

export type FieldOption = { value: string; label: string };

/** Up to this many options are shown as buttons; more are a list. */
const BUTTONS = 4;

/** One option of a list: buttons when there are few, a list otherwise or with `isList`. */
export function OptionField(
  props: Shared & { options: readonly FieldOption[]; first?: string; isList?: boolean },
) {
  const words = useWords();
  const { options, first, isList, values, ...field } = props;
  const chosen = firstOf(values, props.name);
  if (!isList && options.length <= BUTTONS) {
    return (
      <FieldGroup {...field}>
        <div className="choices">
          {options.map(({ value, label }) => (
            <Choice
              key={value}
              type="radio"
              name={props.name}
              value={value}
              label={label}
              isChecked={value === chosen}
            />
          ))}
        </div>
      </FieldGroup>
    );
  }
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} defaultValue={chosen}>
          <option value="">{first ?? words.forms.choose}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Any number of options. */
export function OptionsField(props: Shared & { options: readonly FieldOption[] }) {
  const { options, values, ...field } = props;
  const chosen = allOf(values, props.name);
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {options.map(({ value, label }) => (
          <Choice
            key={value}
            type="checkbox"
            name={props.name}
            value={value}
            label={label}
            isChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Options of a closed list with their words, in the list's order. */
export function optionsOf<T extends string>(
  list: readonly T[],
  labels: Readonly<Record<T, string>>,
): FieldOption[] {
  return list.map((value) => ({ value, label: labels[value] }));
}
