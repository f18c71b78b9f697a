import { type FormEvent, useEffect, useRef, useState } from "react";
import type { PaperDocument } from "~/domain/annex-document";

/** Long enough that a word is typed in one go, short enough that the paper follows the hand. */
const PAUSE_MS = 400;

export type LivePaper = {
  document: PaperDocument | null;
  /** unsaved: the paper shows what was typed. failed: it shows what was saved, because the wording cannot be built. */
  state: "saved" | "unsaved" | "failed";
  onInput: (event: FormEvent<HTMLFormElement>) => void;
};

/** The paper that follows what is typed. Without a script it is the paper as saved. */
export function useLivePaper(draftId: string, saved: PaperDocument | null): LivePaper {
  const [shown, setShown] = useState<Pick<LivePaper, "document" | "state">>({
    document: saved,
    state: "saved",
  });
  const timer = useRef(0);
  const asked = useRef(0);
  useEffect(() => {
    setShown({ document: saved, state: "saved" });
    asked.current += 1;
    return () => window.clearTimeout(timer.current);
  }, [saved]);
  const ask = async (form: HTMLFormElement) => {
    asked.current += 1;
    const own = asked.current;
    const document = await fetchPaper(draftId, new FormData(form));
    if (own !== asked.current) return;
    setShown(document ? { document, state: "unsaved" } : { document: saved, state: "failed" });
  };
  return {
    ...shown,
    onInput: (event) => {
      const form = event.currentTarget;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void ask(form), PAUSE_MS);
    },
  };
}

async function fetchPaper(draftId: string, body: FormData): Promise<PaperDocument | null> {
  try {
    const answer = await fetch(`/paper-templates/drafts/${draftId}/preview`, { method: "POST", body });
    if (!answer.ok) return null;
    const { document }: { document: PaperDocument } = await answer.json();
    return document;
  } catch {
    return null;
  }
}
