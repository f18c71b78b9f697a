import type { ReactNode } from "react";
import { useWords } from "./words";

/** "?" that explains a term in plain words; opens in place and works without script. */
export function HelpTip({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <details className="help-tip">
      <summary className="help" aria-label={words.shell.help}>
        ?
      </summary>
      <div className="help-text">{children}</div>
    </details>
  );
}
