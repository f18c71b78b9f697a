import { History, type HistoryLine } from "~/components/history";
import { registerValueText } from "~/components/register-value";
import { updateLabels } from "~/components/update-fields";
import { useLanguage, useWords } from "~/components/words";
import { BEGINNING } from "~/domain/contract-terms";
import { fieldsOf, type RegisterNoun } from "~/domain/register";
import { columnLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";

/** 履歴 of a register's record, fields and values in words. */
export function RecordHistory({ noun, lines }: { noun: RegisterNoun; lines: readonly HistoryLine[] }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <History
      lines={lines}
      labelOf={(field) =>
        noun === "contract"
          ? contractLabel(words, field)
          : (noun === "server" && updateLabels(words)[field]) || columnLabel(words, noun, field)
      }
      valueOf={(field, value) => {
        const spec = fieldsOf(noun)[field];
        if (field === "effectiveFrom" && value === BEGINNING) return words.entries.unknownSince;
        if ((noun === "contract" || noun === "server") && asTyped.includes(field)) return value;
        // A reference's stored value is an id, which says nothing to a reader.
        if (!spec || spec.kind === "reference") return null;
        const stored = spec.kind === "options" ? value.split(",") : value;
        return registerValueText(words, language, { noun, field, spec }, stored);
      }}
    />
  );
}

/** What is kept about a contract word for word, beside its own fields. */
const asTyped: readonly string[] = [
  "effectiveFrom",
  "sourceNumber",
  "sourceTitle",
  "renewalMonths",
  "noticeMonths",
  "reason",
  "document",
  "clauseNumber",
  "quote",
  "sha256",
];

/** Fields that only a contract's terms have carry the labels of its own pages. */
function contractLabel(words: Words, field: string): string {
  const text = words.contractRecords;
  const own: Readonly<Record<string, string>> = {
    ...text.terms,
    effectiveFrom: text.effectiveFrom,
    sourceNumber: text.sourceNumber,
    sourceTitle: text.sourceName,
    reason: text.reason,
    document: text.documentTitle,
    clauseKind: text.clauseKind,
    clauseNumber: text.clauseNumber,
    quote: text.quote,
    systems: text.terms.systemIds,
    sha256: text.documentColumns.sha256,
  };
  return own[field] ?? columnLabel(words, "contract", field);
}
