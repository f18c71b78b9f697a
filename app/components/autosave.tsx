import { type RefObject, useEffect, useState } from "react";
import { useWords } from "./words";

type AutosaveState = "idle" | "saving" | "saved" | "offline" | "wrong";

/** Quiet after the last key before a form is sent, and before it is tried again without a network. */
const TYPING_MS = 800;
const RETRY_MS = 4000;

/**
 * Sends a whole form after each change, one request at a time, with the intent `autosave`. The page stays as it is:
 * nothing is loaded anew under somebody who types.
 * @param routeId route whose action takes the form, as Remix names it
 */
export function useAutosave(form: RefObject<HTMLFormElement>, routeId: string, isOn: boolean): AutosaveState {
  const [state, setState] = useState<AutosaveState>("idle");
  useEffect(() => {
    const element = form.current;
    if (!isOn || element === null) return;
    return autosave(element, routeId, setState);
  }, [form, routeId, isOn]);
  return state;
}

/** @returns what ends it: nothing is sent after that */
function autosave(form: HTMLFormElement, routeId: string, tell: (state: AutosaveState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isSending, isWaiting, isEnded] = [false, false, false];
  const soon = (wait: number) => {
    clearTimeout(timer);
    if (!isEnded) timer = setTimeout(() => void send(), wait);
  };
  const send = async () => {
    isWaiting = isSending;
    if (isSending) return;
    isSending = true;
    tell("saving");
    const status = await statusOf(form, routeId);
    isSending = false;
    if (isEnded) return;
    tell(status === null ? "offline" : status < 400 ? "saved" : "wrong");
    if (status === null) soon(RETRY_MS);
    else if (isWaiting) soon(TYPING_MS);
  };
  const change = () => soon(TYPING_MS);
  // why: the pressed button sends the form itself; the same words twice would be two corrections.
  const press = () => clearTimeout(timer);
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", press);
  return () => {
    isEnded = true;
    clearTimeout(timer);
    form.removeEventListener("input", change);
    form.removeEventListener("change", change);
    form.removeEventListener("submit", press);
  };
}

/** Status of the answer; null when there was none, or the server is not well. */
async function statusOf(form: HTMLFormElement, routeId: string): Promise<number | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.set("intent", "autosave");
  const place = `${location.pathname}?_data=${encodeURIComponent(routeId)}`;
  const answer = await fetch(place, { method: "POST", body }).catch(() => null);
  return answer === null || answer.status >= 500 ? null : answer.status;
}

/** How far the saving is, for people and for screen readers. */
export function AutosaveNote({ state }: { state: AutosaveState }) {
  const { forms } = useWords();
  return (
    <p className="autosave with-script" role="status" data-state={state}>
      {forms.autosave[state]}
    </p>
  );
}
