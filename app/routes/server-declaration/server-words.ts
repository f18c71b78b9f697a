import type { ListedServer } from "~/domain/server-declaration";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";

export const serverColumns = ["name", "system", "kind", "os", "bearer", "clause"] as const;

/** One server in words, for lists, frozen lists and exports. */
export function serverCells(words: Words, server: Omit<ListedServer, "id">) {
  return {
    name: server.name,
    system: server.system,
    kind: optionLabel(words, "server", "kind", server.kind),
    os: server.os || words.forms.notGiven,
    bearer: optionLabel(words, "server", "securityUpdateBearer", server.bearer),
    clause: server.clause || words.contractRecords.noClause,
  };
}
