import { useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { History } from "~/components/history";
import { useWords } from "~/components/words";
import type { loader } from "./route";

/** Puts a connection away, or takes it back. */
export function PutAway({ isArchived, version }: { isArchived: boolean; version: number }) {
  const words = useWords();
  return (
    <ConfirmPanel
      title={isArchived ? words.actions.restore : words.registers.archiveTitle}
      what={words.connections.archiveWhat}
      fields={{ intent: isArchived ? "restore" : "archive", version }}
      button={isArchived ? words.actions.restore : words.actions.archive}
    />
  );
}

/** 履歴 of the connection, fields and options in words. */
export function ConnectionHistory() {
  const { connections: text } = useWords();
  const { history } = useLoaderData<typeof loader>();
  const labels: Readonly<Record<string, string>> = { ...text.fields, confirmedOn: text.columns.confirmedOn };
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = text.options;
  return (
    <History
      lines={history}
      labelOf={(field) => labels[field] ?? field}
      valueOf={(field, value) => (field === "systemId" ? null : (options[field]?.[value] ?? value))}
    />
  );
}
