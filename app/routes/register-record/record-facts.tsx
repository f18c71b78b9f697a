import { Link } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { registerValueText } from "~/components/register-value";
import { useLanguage, useWords } from "~/components/words";
import { type RegisterNoun, type RegisterValues, rowFieldsOf } from "~/domain/register";
import { fieldLabel } from "~/messages/labels";

/** All fields of a record with their values in words; references lead to their pages. */
export function RecordFacts(props: {
  noun: RegisterNoun;
  values: RegisterValues;
  references: Readonly<Record<string, { to: string; name: string }>>;
}) {
  const words = useWords();
  const language = useLanguage();
  const { noun, values } = props;
  return (
    <Facts
      facts={Object.entries(rowFieldsOf(noun)).map(([field, spec]) => {
        const reference = props.references[field];
        const text = registerValueText(words, language, { noun, field, spec }, values[field] ?? null);
        return {
          label: fieldLabel(words, noun, field),
          isWide: spec.kind === "long-text",
          value: reference ? <Link to={reference.to}>{reference.name}</Link> : text,
        };
      })}
    />
  );
}
