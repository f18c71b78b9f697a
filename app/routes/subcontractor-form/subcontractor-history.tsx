import { EntryHistory, type EntryLine } from "~/components/entry-history";
import { useWords } from "~/components/words";
import { subcontractorLabels } from "./subcontractor-labels";

/** Every entry about the subcontractor, fields and options in words. */
export function SubcontractorHistory({ lines }: { lines: readonly EntryLine[] }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const labels = subcontractorLabels(words);
  const kinds: Readonly<Record<string, string>> = words.options.system.dataKinds;
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    dataContact: text.dataContacts,
    sameDuty: text.sameDuties,
  };
  const wordsOf = (field: string, value: string) =>
    field === "dataKinds"
      ? value
          .split("・")
          .map((each) => kinds[each] ?? each)
          .join("・")
      : (options[field]?.[value] ?? value);
  return <EntryHistory lines={lines} labelOf={(field) => labels[field] ?? field} wordsOf={wordsOf} />;
}
