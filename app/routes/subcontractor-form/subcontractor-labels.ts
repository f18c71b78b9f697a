import type { EntryMode } from "~/components/entry-fields";
import { sinceText } from "~/components/entry-history";
import type { Language } from "~/domain/scope";
import type { Words } from "~/messages/words";

/** Labels of the fields of a subcontractor, for summaries and lists, in the order of the form. */
export function subcontractorLabels({ contractRecords: text, entries }: Words): Record<string, string> {
  return {
    name: text.name,
    parentId: text.parent,
    work: text.work,
    address: text.address,
    country: text.country,
    dataContact: text.dataContact,
    dataKinds: text.dataKinds,
    certificates: text.certificates,
    certificateName: text.certificates,
    certificateExpiresOn: text.certificates,
    approvedOn: text.approvedOn,
    sameDuty: text.sameDuty,
    usedFrom: text.usedFrom,
    usedTo: text.usedTo,
    note: text.note,
    effectiveFrom: entries.columns.from,
    reason: entries.reason,
  };
}

/** What stands above the form, by what it does. */
export function headingOf(
  words: Words,
  language: Language,
  page: { mode: EntryMode; name: string; entry: { effectiveFrom: string } | null },
): { title: string; what: string | undefined } {
  const { entries: text, contractRecords } = words;
  if (page.mode === "new") return { title: contractRecords.addSubcontractor, what: undefined };
  if (page.mode === "change") return { title: text.changeTitle(page.name), what: text.changeWhat };
  const day = sinceText(words, language, page.entry?.effectiveFrom ?? "");
  return { title: text.correctTitle(page.name), what: text.correctWhat(day) };
}
