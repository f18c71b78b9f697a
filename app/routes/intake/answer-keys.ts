import { type RefObject, useEffect } from "react";

const values: Readonly<Record<string, string>> = {
  "1": "yes",
  "2": "no",
  "3": "not-applicable",
  "0": "blank",
};

/**
 * Keys 1 2 3 0 answer the row that has the focus (else the first one without an answer) and go on to the next.
 * The keys do nothing while somebody types.
 */
export function useAnswerKeys(box: RefObject<HTMLElement>): void {
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const value = values[event.key];
      const from = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = from?.matches("textarea, select, input:not([type=radio])") ?? false;
      if (value === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const asks = [...(box.current?.querySelectorAll<HTMLElement>("[data-ask]") ?? [])];
      const at = currentOf(asks, from);
      const radio = asks[at]?.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`);
      if (!radio) return;
      event.preventDefault();
      radio.checked = true;
      // why: a key that answers is a change like any other; the form saves itself on it.
      radio.dispatchEvent(new Event("change", { bubbles: true }));
      const next = asks.slice(at + 1).find((each) => !each.querySelector("input:checked"));
      (next?.querySelector<HTMLInputElement>("input[type=radio]") ?? radio).focus();
    };
    document.addEventListener("keydown", answer);
    return () => document.removeEventListener("keydown", answer);
  }, [box]);
}

function currentOf(asks: readonly HTMLElement[], from: HTMLElement | null): number {
  const own = asks.findIndex((each) => from !== null && each.contains(from));
  return own >= 0 ? own : asks.findIndex((each) => !each.querySelector("input:checked"));
}
