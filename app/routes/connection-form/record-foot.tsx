import { useLoaderData } from "@remix-run/react";
import { EntryHistory } from "~/components/entry-history";
import { History } from "~/components/history";
import { useWords } from "~/components/words";
import type { Words } from "~/messages/words";
import type { loader } from "./route";

/** Labels of the fields of a connection, for summaries and lists. */
export function connectionLabels({ connections: text, entries }: Words): Record<string, string> {
  return {
    ...text.fields,
    confirmedOn: text.columns.confirmedOn,
    effectiveFrom: entries.columns.from,
    reason: entries.reason,
  };
}

/** Every entry about the connection, and the 履歴 of who saved what; fields and options in words. */
export function ConnectionRecords() {
  const words = useWords();
  const { lines, history } = useLoaderData<typeof loader>();
  const labels = connectionLabels(words);
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = words.connections.options;
  const labelOf = (field: string) => labels[field] ?? field;
  const wordsOf = (field: string, value: string) => options[field]?.[value] ?? value;
  return (
    <>
      <EntryHistory lines={lines} labelOf={labelOf} wordsOf={wordsOf} />
      <History
        lines={history}
        labelOf={labelOf}
        valueOf={(field, value) => (field === "systemId" ? null : wordsOf(field, value))}
      />
    </>
  );
}
