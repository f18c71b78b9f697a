import { createContext, type ReactNode, useContext } from "react";
import type { Problem } from "~/domain/problem";
import { problemWords } from "~/messages/labels";
import { useWords } from "./words";

/**
 * Put around all but one of several forms of a page that have fields of the same name, so that every label leads to
 * its own control. The one without it is where a summary of problems leads to.
 */
export const FieldScope = createContext("");

/** What a control needs to be tied to its label, hint and problem. Spread it on the input. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  isRequired?: boolean | undefined;
  problems?: readonly Problem[] | undefined;
};

/** Label, control, hint and problem of one field; the problem and hint are read out with the control. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { control, own } = useControl(props);
  return (
    <div className={own.length > 0 ? "field wrong" : "field"}>
      <label htmlFor={control.id}>
        {props.label}
        {props.isRequired && <RequiredMark />}
      </label>
      <FieldProblems id={control.id} problems={own} />
      {props.children(control)}
      {props.hint && <FieldHint id={control.id} hint={props.hint} />}
    </div>
  );
}

/** The same for a group of radios or checkboxes. */
export function FieldGroup(props: FieldProps & { children: ReactNode }) {
  const { control, own } = useControl(props);
  return (
    <fieldset
      id={control.id}
      tabIndex={-1}
      className={own.length > 0 ? "field wrong" : "field"}
      aria-describedby={control["aria-describedby"]}
    >
      <legend>
        {props.label}
        {props.isRequired && <RequiredMark />}
      </legend>
      <FieldProblems id={control.id} problems={own} />
      {props.children}
      {props.hint && <FieldHint id={control.id} hint={props.hint} />}
    </fieldset>
  );
}

/** One radio or checkbox drawn as a button; works without script. */
export function Choice(props: {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  label: ReactNode;
  isChecked: boolean;
}) {
  return (
    <label className="choice">
      <input type={props.type} name={props.name} value={props.value} defaultChecked={props.isChecked} />
      <span>{props.label}</span>
    </label>
  );
}

function useControl(props: FieldProps) {
  const id = `field-${useContext(FieldScope)}${props.name}`;
  const own = (props.problems ?? []).filter((each) => each.at === props.name);
  const described = [own.length > 0 && `${id}-problem`, props.hint && `${id}-hint`].filter(Boolean).join(" ");
  const control: ControlProps = {
    id,
    name: props.name,
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(own.length > 0 ? { "aria-invalid": true } : {}),
    ...(props.isRequired ? { "aria-required": true } : {}),
  };
  return { control, own };
}

function RequiredMark() {
  return <span className="required">{useWords().forms.required}</span>;
}

function FieldHint({ id, hint }: { id: string; hint: string }) {
  return (
    <p id={`${id}-hint`} className="hint">
      {hint}
    </p>
  );
}

function FieldProblems({ id, problems }: { id: string; problems: readonly Problem[] }) {
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
