import type { ShownConnection } from "#db/queries/connections.server";
import type { ConnectionConcern } from "~/domain/connection";
import type { Words } from "~/messages/words";

export type ListedConnection = Omit<ShownConnection, "basis" | "productVersionId"> & {
  concerns: ConnectionConcern[];
};

export const connectionColumns = [
  "name",
  "system",
  "purpose",
  "method",
  "secondFactor",
  "patchBearer",
  "confirmedOn",
  "concerns",
] as const;

/** The columns of the register in words, for the list. */
export function connectionCells(words: Words, each: ListedConnection) {
  const { connections: text } = words;
  return {
    name: each.name,
    system: each.system,
    purpose: text.options.purpose[each.purpose],
    method: text.options.method[each.method],
    secondFactor: text.options.secondFactor[each.secondFactor],
    patchBearer: text.options.patchBearer[each.patchBearer],
    confirmedOn: each.confirmedOn ?? text.notConfirmed,
    concerns: each.concerns.map((concern) => text.concerns[concern]).join("・"),
  };
}

/** Every field in words, for exports. */
export function connectionExport(
  words: Words,
  each: ListedConnection,
): Record<string, string | number | null> {
  const { connections: text } = words;
  return {
    ...connectionCells(words, each),
    counterpart: each.counterpart,
    opening: text.options.opening[each.opening],
    device: each.device,
    accounts: text.options.accounts[each.accounts],
    accountCount: each.accountCount,
    secondFactorBy: each.secondFactorBy,
    sourceLimit: text.options.sourceLimit[each.sourceLimit],
    sourceNote: each.sourceNote,
    logDays: each.logDays,
    note: each.note,
  };
}

/** Headings of the export, in its order. */
export function exportHeadings(words: Words): { key: string; heading: string }[] {
  const { fields, columns } = words.connections;
  const more = [
    "counterpart",
    "opening",
    "device",
    "accounts",
    "accountCount",
    "secondFactorBy",
    "sourceLimit",
    "sourceNote",
    "logDays",
    "note",
  ] as const;
  return [
    ...connectionColumns.map((key) => ({ key, heading: columns[key] })),
    ...more.map((key) => ({ key, heading: fields[key] })),
  ];
}
