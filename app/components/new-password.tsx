import type { Problem } from "~/domain/problem";
import { Field } from "./field";
import { useWords } from "./words";

/** A password one chooses oneself; pasting from a password manager is welcome. */
export function NewPassword(props: { min: number; problems: readonly Problem[] | undefined }) {
  const { signIn } = useWords();
  return (
    <Field
      name="password"
      label={signIn.newPassword}
      hint={signIn.passwordRule(props.min)}
      problems={props.problems}
      isRequired
    >
      {(control) => <input {...control} type="password" autoComplete="new-password" />}
    </Field>
  );
}
