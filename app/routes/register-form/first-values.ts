import { fieldsOf, type RegisterNoun, type RegisterValues } from "~/domain/register";

/** What most contracts of hospitals write; both can be changed in the form. */
const usual: Readonly<Partial<Record<RegisterNoun, RegisterValues>>> = {
  contract: { hospitalLabel: "甲", vendorLabel: "乙" },
  vendorContact: { hours: "day" },
};

/** Values of a new form: the usual ones, then those in the address (`?vendorId=…`). */
export function firstValues(noun: RegisterNoun, params: URLSearchParams): RegisterValues {
  const values: RegisterValues = { ...usual[noun] };
  for (const name of Object.keys(fieldsOf(noun))) {
    const given = params.get(name);
    if (given !== null) values[name] = given;
  }
  return values;
}
