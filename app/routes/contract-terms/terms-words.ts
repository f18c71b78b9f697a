import type { ContractTerms } from "~/domain/contract-terms";
import type { Language } from "~/domain/scope";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";

/** Names of the records that terms point to, by id. */
export type Named = Readonly<Record<string, string>>;

/** One of the terms in words: options as labels, days with their era, names instead of ids. */
export function termText(
  words: Words,
  language: Language,
  names: Named,
  terms: ContractTerms,
  field: keyof ContractTerms,
): string {
  const { contractRecords: text } = words;
  const nameOf = (id: string) => names[id] ?? text.gone;
  switch (field) {
    case "vendorId":
      return nameOf(terms.vendorId);
    case "kind":
    case "renewal":
      return optionLabel(words, "contract", field, terms[field]);
    case "signedOn":
    case "inForceFrom":
    case "inForceTo": {
      const day = terms[field];
      return day === null ? words.forms.notGiven : formatDay(day, language);
    }
    case "renewalMonths":
    case "noticeMonths":
    case "noticeDays":
      return terms[field] === null ? words.forms.notGiven : String(terms[field]);
    case "thirdParties":
      return joined(
        words,
        terms.thirdParties.map((each) => `${each.label}＝${each.name || nameOf(each.vendorId ?? "")}`),
      );
    case "feeLines":
      return joined(
        words,
        terms.feeLines.map((each) => `${each.label}：${text.feeKinds[each.kind]} ${each.amount}`.trim()),
      );
    case "systemIds":
    case "serverIds":
      return joined(words, terms[field].map(nameOf));
    case "serverScope":
      return text.serverScopes[terms.serverScope];
    case "subcontracting":
      return text.subcontracting[terms.subcontracting];
    case "title":
    case "hospitalLabel":
    case "vendorLabel":
      return terms[field];
  }
}

function joined(words: Words, parts: readonly string[]): string {
  return parts.length === 0 ? words.contractRecords.none : parts.join("、");
}
