import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import type { AskedPromise, AskedRow } from "~/domain/asked-form";
import { formatDay } from "~/messages/days";

/** What stands in a row of the role sheet, to be confirmed as it is. */
export function RowFacts({ row }: { row: AskedRow }) {
  const words = useWords();
  const language = useLanguage();
  const { row: labels } = words.vendorDesk;
  const dash = (text: string) => (text === "" ? "―" : text);
  return (
    <Facts
      facts={[
        { label: labels.party, value: words.parties[row.party] },
        { label: labels.firstCheck, value: labels.checks[row.firstCheck] },
        ...(row.completedOn === null
          ? []
          : [{ label: labels.completedOn, value: formatDay(row.completedOn, language) }]),
        { label: labels.cost, value: labels.costs[row.cost] },
        { label: labels.deadline, value: dash(row.deadline) },
        { label: labels.clause, value: dash(row.clause) },
        { label: labels.what, value: dash(row.what), isWide: true },
        ...(row.remark === "" ? [] : [{ label: labels.remarkOfSheet, value: row.remark, isWide: true }]),
      ]}
    />
  );
}

/** Until when the promise is to be kept, and which of the vendor's own answers it is about. */
export function PromiseFacts({ promise }: { promise: AskedPromise }) {
  const { promise: labels } = useWords().vendorDesk;
  const language = useLanguage();
  return (
    <Facts
      facts={[
        { label: labels.dueOn, value: promise.dueOn === null ? "―" : formatDay(promise.dueOn, language) },
        { label: labels.about, value: promise.about.join("、"), isWide: true },
      ]}
    />
  );
}
