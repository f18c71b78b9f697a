import type { TypedField } from "~/domain/role-row-input";
import {
  costBearings,
  firstChecks,
  type RowParty,
  rowParties,
  type SituationParty,
  situationParties,
} from "~/domain/role-sheet";
import type { Words } from "~/messages/words";

export type Labels = { hospitalLabel: string; vendorLabel: string };

/** 担当 in the words of the contract: 甲 and 乙 (or what it calls them), 共同, 第三者, 未定. */
export function partyWord(words: Words, labels: Labels, party: RowParty): string {
  if (party === "hospital") return labels.hospitalLabel;
  if (party === "vendor") return labels.vendorLabel;
  return words.parties[party];
}

/** 緊急時・終了時の担当: 「平常時と同じ」 and 「決めていない」 beside the parties. */
export function situationWord(words: Words, labels: Labels, party: SituationParty): string {
  if (party === "" || party === "same") return words.roles.situationParties[party];
  return partyWord(words, labels, party);
}

/** The value of a typed field as people read it; "" where nothing is written. */
export function cellWord(words: Words, labels: Labels, field: TypedField, value: string): string {
  const party = rowParties.find((each) => each === value);
  if (field === "party" && party) return partyWord(words, labels, party);
  const situation = situationParties.find((each) => each === value);
  if ((field === "emergencyParty" || field === "endParty") && situation !== undefined)
    return situationWord(words, labels, situation);
  const check = firstChecks.find((each) => each === value);
  if (field === "firstCheck" && check !== undefined) return words.roles.firstChecks[check];
  const cost = costBearings.find((each) => each === value);
  if (field === "cost" && cost !== undefined) return words.roles.costs[cost];
  return value;
}

/** The same where an empty value has to say that it is empty. */
export function valueWord(words: Words, labels: Labels, field: TypedField, value: string): string {
  return cellWord(words, labels, field, value) || words.forms.notGiven;
}
