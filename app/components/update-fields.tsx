import type { UpdateBearer } from "~/domain/update-bearer";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";

/** Labels of the fields of an entry, for summaries, tables and the history of who saved what. */
export function updateLabels(words: Words): Record<string, string> {
  const { fields } = words.updateBearers;
  return {
    ...fields,
    securityUpdateBearer: fields.bearer,
    updateClauseKey: fields.clauseKey,
    securityUpdateClause: fields.typedClause,
    reason: words.entries.reason,
  };
}

type Then = {
  entryId: string | null;
  bearer: UpdateBearer;
  clause: string;
  clauseKey: string | null;
  isQuoted: boolean;
};

/** Who bore the updates on the day, in words: nothing recorded is not the same as recorded as unclear. */
export function bearerThen(words: Words, server: Pick<Then, "entryId" | "bearer">): string {
  if (server.entryId === null) return words.updateBearers.notRecorded;
  return optionLabel(words, "server", "securityUpdateBearer", server.bearer);
}

/** The clause of the day in words; one that was quoted but did not stand that day says so. */
export function clauseThen(words: Words, server: Omit<Then, "bearer">): string {
  const { contractRecords: text, updateBearers } = words;
  if (server.entryId === null) return "";
  if (server.isQuoted) return server.clause;
  const said = server.clause === "" ? text.noClause : text.typedOnly(server.clause);
  return server.clauseKey === null ? said : `${said} ${updateBearers.clauseNotThen}`;
}
