import { countOf, type readForm, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import {
  addConnection,
  correctConnection,
  endConnection,
  reopenConnection,
  reviseConnection,
} from "~/use-cases/connection-records.server";

type Raw = Awaited<ReturnType<typeof readForm>>;

/** Hands what a form of the page posted to its verb. */
export function saveConnection({ ports, scope }: Visit, raw: Raw, connectionId: string | null) {
  const isConfirmed = textOf(raw, "confirmed") === "yes";
  if (connectionId === null) return addConnection(ports, scope, { raw, isConfirmed });
  const [version, entryId] = [countOf(raw, "version"), textOf(raw, "entryId")];
  const input = { connectionId, version, raw };
  const intent = textOf(raw, "intent");
  if (intent === "end") return endConnection(ports, scope, input);
  if (intent === "reopen") return reopenConnection(ports, scope, input);
  if (entryId !== "") return correctConnection(ports, scope, { ...input, entryId, isConfirmed });
  return reviseConnection(ports, scope, { ...input, isConfirmed });
}
