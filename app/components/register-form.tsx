import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Problem } from "~/domain/problem";
import {
  type FieldSpec,
  fieldsOf,
  type RegisterNoun,
  type RegisterValue,
  rowFieldsOf,
} from "~/domain/register";
import { fieldHint, fieldLabel, optionLabel } from "~/messages/labels";
import { Choice, type ControlProps, Field, FieldGroup } from "./field";
import { ProblemSummary } from "./problem-summary";
import { useWords } from "./words";

/** What stands in the fields: stored values, or what was typed and could not be saved. */
export type FormValues = Readonly<Record<string, RegisterValue | undefined>>;
export type FormChoice = { id: string; name: string };

/** Up to this many options are shown as buttons; more are a list. */
const BUTTONS = 4;

/**
 * The form of a register, made from its field specs: labels, hints, options and references alike for all.
 * @param props.choices records offered for each reference field, by field name
 * @param props.isNew with the fields that are asked once
 * @param props.version the version that was shown, for the check against saving over somebody else
 * @param props.cancelTo path that leaves the form without saving
 */
export function RegisterForm(props: {
  noun: RegisterNoun;
  isNew: boolean;
  values: FormValues;
  choices: Readonly<Record<string, readonly FormChoice[]>>;
  problems: readonly Problem[] | undefined;
  version?: number | undefined;
  cancelTo: string;
  /** A further field below those of the register. */
  children?: ReactNode;
}) {
  const words = useWords();
  const specs = Object.entries(props.isNew ? fieldsOf(props.noun) : rowFieldsOf(props.noun));
  const labels: Record<string, string> = Object.fromEntries(
    specs.map(([name]) => [name, fieldLabel(words, props.noun, name)]),
  );
  return (
    <Form method="post" className="stack form" noValidate>
      <ProblemSummary
        problems={props.problems}
        labels={{
          ...labels,
          reason: words.contractRecords.reason,
          effectiveFrom: words.updateBearers.fields.effectiveFrom,
        }}
      />
      <input type="hidden" name="intent" value="save" />
      {props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
      {specs.map(([name, spec]) => (
        <SpecField key={name} {...props} name={name} spec={spec} label={labels[name] ?? name} />
      ))}
      {props.children}
      <div className="form-foot">
        <button type="submit" className="button primary">
          {words.actions.save}
        </button>
        <Link className="button text" to={props.cancelTo}>
          {words.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}

type SpecFieldProps = Parameters<typeof RegisterForm>[0] & { name: string; spec: FieldSpec; label: string };

function SpecField(props: SpecFieldProps) {
  const words = useWords();
  const { name, spec } = props;
  const field = {
    name,
    label: props.label,
    hint: fieldHint(words, props.noun, name),
    isRequired: spec.isRequired,
    problems: props.problems,
  };
  if (spec.kind === "options" || (spec.kind === "option" && spec.options.length <= BUTTONS)) {
    return (
      <FieldGroup {...field}>
        <OptionButtons {...props} spec={spec} />
      </FieldGroup>
    );
  }
  return <Field {...field}>{(control) => <Control {...props} spec={spec} control={control} />}</Field>;
}

function OptionButtons(
  props: SpecFieldProps & { spec: { kind: "option" | "options"; options: readonly string[] } },
) {
  const words = useWords();
  const { noun, name, spec } = props;
  const given = props.values[name];
  const chosen = Array.isArray(given) ? given : [given];
  return (
    <div className="choices">
      {spec.options.map((option) => (
        <Choice
          key={option}
          type={spec.kind === "options" ? "checkbox" : "radio"}
          name={name}
          value={option}
          label={optionLabel(words, noun, name, option)}
          isChecked={chosen.includes(option)}
        />
      ))}
    </div>
  );
}

function Control(props: SpecFieldProps & { spec: FieldSpec; control: ControlProps }) {
  const words = useWords();
  const { spec, control, noun, name } = props;
  const given = props.values[name];
  const text = given === null || given === undefined || Array.isArray(given) ? "" : String(given);
  switch (spec.kind) {
    case "long-text":
      return <textarea {...control} rows={4} defaultValue={text} />;
    case "option":
    case "options": {
      const options = spec.options.map((id) => ({ id, name: optionLabel(words, noun, name, id) }));
      return <Select control={control} options={options} chosen={text} first={words.forms.choose} />;
    }
    case "reference": {
      const first = spec.isRequired ? words.forms.choose : words.forms.none;
      return <Select control={control} options={props.choices[name] ?? []} chosen={text} first={first} />;
    }
    case "day":
      return <input {...control} type="date" className="day" defaultValue={text} />;
    case "number":
      return <input {...control} type="text" inputMode="numeric" className="short" defaultValue={text} />;
    case "mail":
      return <input {...control} type="email" defaultValue={text} />;
    case "text":
      return <input {...control} type="text" defaultValue={text} />;
  }
}

function Select(props: {
  control: ControlProps;
  options: readonly FormChoice[];
  chosen: string;
  first: string;
}) {
  return (
    <select {...props.control} defaultValue={props.chosen}>
      <option value="">{props.first}</option>
      {props.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
