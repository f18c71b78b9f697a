import { type RefObject, useEffect } from "react";
import type { AnswerOption } from "~/domain/questionnaire";

const values: Readonly<Record<string, AnswerOption | null>> = {
  "1": "yes",
  "2": "no",
  "3": "not-applicable",
  "0": null,
};
/** An item's radio that says an answer; the one of no answer has an empty value. */
const ANSWERED = 'input[type=radio]:checked:not([value=""])';

/**
 * Keys 1 2 3 answer the item that has the focus (else the first one without an answer) and go on to the next; 0 sets
 * it back to unanswered. The keys do nothing while somebody types.
 */
export function useAnswerKeys(
  box: RefObject<HTMLElement>,
  answer: (itemKey: string, answer: AnswerOption | null) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const value = values[event.key];
      const from = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = from?.matches("textarea, select, input:not([type=radio], [type=checkbox])") ?? false;
      if (value === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const items = [...(box.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
      const own = items.findIndex((each) => from !== null && each.contains(from));
      const at = own >= 0 ? own : items.findIndex((each) => !each.querySelector(ANSWERED));
      const radio = items[at]?.querySelector<HTMLInputElement>(
        `input[type=radio][value="${value ?? ""}"]:enabled`,
      );
      const itemKey = items[at]?.dataset.item;
      if (!radio || itemKey === undefined) return;
      event.preventDefault();
      answer(itemKey, value);
      const next = items[at + 1]?.querySelector<HTMLInputElement>("input[type=radio]:checked");
      (next ?? items[at + 1]?.querySelector<HTMLInputElement>("input[type=radio]") ?? radio).focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [box, answer]);
}
