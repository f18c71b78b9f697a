import type { FieldSpec, RegisterNoun, RegisterValue } from "~/domain/register";
import type { Language } from "~/domain/scope";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";

/**
 * A stored value in words: options as their labels, days with their era, "−" for nothing. References are
 * resolved by whoever calls, because their names come from the database.
 */
export function registerValueText(
  words: Words,
  language: Language,
  place: { noun: RegisterNoun; field: string; spec: FieldSpec },
  value: RegisterValue,
): string {
  const { noun, field, spec } = place;
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
    return words.forms.notGiven;
  }
  if (Array.isArray(value)) {
    return value.map((each) => optionLabel(words, noun, field, each)).join(language === "ja" ? "・" : ", ");
  }
  if (spec.kind === "option") return optionLabel(words, noun, field, String(value));
  if (spec.kind === "day") return formatDay(String(value), language);
  return String(value);
}
