import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { GridEdit } from "~/domain/role-grid";
import { type CellsReply, createSaving, type Saving, type SavingState } from "./saving";

/** Sends edits to the sheet's own address. @throws when there was no answer, or not the one expected */
async function postCells(sheetId: string, edits: readonly GridEdit[]): Promise<CellsReply> {
  const body = new URLSearchParams({ edits: JSON.stringify(edits) });
  const answer = await fetch(`/role-sheets/${sheetId}/cells`, {
    method: "POST",
    body,
  });
  if (!answer.ok) throw new Error(`the sheet answered ${answer.status}`);
  return answer.json();
}

/** The autosave of one open sheet, and its state for the screen. The page is read anew once all is recorded. */
export function useSaving(sheetId: string): { saving: Saving; state: SavingState } {
  const listeners = useRef(new Set<() => void>());
  const [saving] = useState(() =>
    createSaving(
      (edits) => postCells(sheetId, edits),
      () => {
        for (const listener of listeners.current) listener();
      },
    ),
  );
  const state = useSyncExternalStore(
    (listener) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    },
    saving.state,
    saving.state,
  );
  useFreshRows(state.status, saving);
  useLeaveWarning(state.drafts.size > 0 || state.status === "failed");
  return { saving, state };
}

/** Others' rows: read again when ours are recorded, when the window comes back, and when the line does. */
function useFreshRows(status: SavingState["status"], saving: Saving): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  latest.current = revalidate;
  useEffect(() => {
    if (status === "saved") latest.current();
  }, [status]);
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && latest.current();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", saving.retry);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", saving.retry);
    };
  }, [saving]);
}

function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}
