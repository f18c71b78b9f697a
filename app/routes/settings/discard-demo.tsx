import { ConfirmPanel } from "~/components/confirm-panel";
import { useWords } from "~/components/words";

/** デモを消す: only inside the demo. */
export function DiscardDemo() {
  const { settings, shell } = useWords();
  return (
    <ConfirmPanel
      title={settings.demo}
      what={settings.demoWhat}
      fields={{ intent: "discard" }}
      button={shell.discardDemo}
      action="/demo"
    />
  );
}
