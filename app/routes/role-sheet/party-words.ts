import type { RowParty } from "~/domain/role-sheet";
import type { Words } from "~/messages/words";

export type Labels = { hospitalLabel: string; vendorLabel: string };

/** 担当 in the words of the contract: 甲 and 乙 (or what it calls them), 共同, 第三者, 未定. */
export function partyWord(words: Words, labels: Labels, party: RowParty): string {
  if (party === "hospital") return labels.hospitalLabel;
  if (party === "vendor") return labels.vendorLabel;
  return words.parties[party];
}
