import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { z } from "zod";
import { useWords } from "~/components/words";
import { mergedParts } from "~/domain/merge-answer";
import { problemClasses } from "~/domain/problem";
import { answerOptions } from "~/domain/questionnaire";
import { answerConditions } from "~/domain/request";
import { formatMoment } from "~/messages/days";
import { type SaveAnswer, Saver, type SentItem } from "./saver";

const SaverContext = createContext<Saver | null>(null);

/** One saver for all pages of a desk, so that going to another page loses nothing that is still on its way. */
export function DeskSaver({ requestId, children }: { requestId: string; children: ReactNode }) {
  const [saver] = useState(() => new Saver((items) => post(requestId, items), keeperOf(requestId)));
  useEffect(() => {
    saver.restore();
    const stay = (event: BeforeUnloadEvent) => {
      if (!saver.hasUnsaved()) return;
      void saver.flush();
      event.preventDefault();
    };
    const again = () => void saver.flush();
    window.addEventListener("beforeunload", stay);
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    return () => {
      window.removeEventListener("beforeunload", stay);
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
    };
  }, [saver]);
  return <SaverContext.Provider value={saver}>{children}</SaverContext.Provider>;
}

/** The desk's saver; redraws whenever something moved. */
export function useSaver(): Saver {
  const saver = useContext(SaverContext);
  if (saver === null) throw new Error("outside of a desk");
  useSyncExternalStore(saver.subscribe, saver.status, saver.status);
  return saver;
}

/** 保存しました 10:32. */
export function SavingLine() {
  const { saving } = useWords().vendorDesk;
  const { state, savedAt } = useSaver().status();
  const isTrouble = state === "offline" || state === "over" || state === "closed" || state === "differing";
  const text =
    state === "saved" ? saving.saved(savedAt ? formatMoment(savedAt).slice(11) : "") : saving[state];
  return (
    <p className={isTrouble || state === "wrong" ? "saving late" : "saving quiet"} role="status">
      {text}
    </p>
  );
}

const stateSchema = z.object({
  itemKey: z.string(),
  version: z.number(),
  answer: z.enum(answerOptions).nullable(),
  remark: z.string(),
  condition: z.enum(answerConditions),
});
const savedSchema = z.object({
  savedAt: z.string(),
  saved: z.array(stateSchema),
  differing: z.array(stateSchema.extend({ parts: z.array(z.enum(mergedParts)) })),
});
const problemsSchema = z.object({
  problems: z.array(z.object({ code: z.string(), at: z.string().optional() })),
});

const KEPT_ALIVE_BYTES = 60_000;

async function post(requestId: string, items: SentItem[]): Promise<SaveAnswer> {
  const body = new URLSearchParams({ items: JSON.stringify(items) });
  try {
    const answer = await fetch(`/r/desk/${requestId}/save`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
      // why: the page may be on its way out; browsers let such a request finish, up to 64 KiB.
      keepalive: body.toString().length < KEPT_ALIVE_BYTES,
    });
    const told: unknown = await answer.json().catch(() => null);
    if (answer.ok) {
      const saved = savedSchema.safeParse(told);
      return saved.success ? { kind: "saved", ...saved.data } : { kind: "offline" };
    }
    if (answer.status === 401) return { kind: "over" };
    const { data } = problemsSchema.safeParse(told);
    const named = (data?.problems ?? []).flatMap((each) =>
      each.at !== undefined && each.code in problemClasses ? [{ code: each.code, itemKey: each.at }] : [],
    );
    if (answer.status === 422 && named.length > 0) return { kind: "wrong", problems: named };
    const isClosed = answer.status === 404 || data?.problems.some((each) => each.code === "request-state");
    return { kind: isClosed ? "closed" : "offline" };
  } catch {
    return { kind: "offline" };
  }
}

/** Unsaved texts only, in this browser, gone as soon as they are saved. A browser without storage keeps none. */
function keeperOf(requestId: string) {
  const name = `buntan-desk-${requestId}`;
  return {
    read() {
      try {
        return localStorage.getItem(name);
      } catch {
        return null;
      }
    },
    write(text: string | null) {
      try {
        if (text === null) localStorage.removeItem(name);
        else localStorage.setItem(name, text);
      } catch {
        // a full or forbidden storage: the page itself still has the text
      }
    },
  };
}
