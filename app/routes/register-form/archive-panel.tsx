import { ConfirmPanel } from "~/components/confirm-panel";
import { useWords } from "~/components/words";
import type { RegisterNoun } from "~/domain/register";
import { recordPath } from "~/register-paths";

/** 保管庫へ移す: says what happens before it does. */
export function ArchivePanel(props: { noun: RegisterNoun; id: string; version: number }) {
  const words = useWords();
  return (
    <ConfirmPanel
      title={words.registers.archiveTitle}
      what={words.registers.archiveWhat}
      fields={{ intent: "archive", version: props.version }}
      button={words.actions.archive}
      action={`${recordPath(props.noun, props.id)}/edit`}
    />
  );
}
