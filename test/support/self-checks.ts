import type { Scope } from "~/domain/scope";
import { beginOwnChecklist, type TypedOwnRow } from "~/use-cases/fill-own-checklist.server";
import { showOwnChecklist } from "~/use-cases/own-checklists.server";
import type { Ports } from "~/use-cases/ports.server";
import { expectDone } from "./ports";

/** The edition that ships; tests name it, code never does. */
export const CHECKLIST = "cybersecurity-checklist-starter@1.0";

export async function beginSheet(ports: Ports, scope: Scope, fiscalYear = 2026): Promise<string> {
  const begun = await beginOwnChecklist(ports, scope, { fiscalYear, checklistRef: CHECKLIST });
  return expectDone(begun).checklistId;
}

/** Every row of a sheet answered alike; what is given by number differs. */
export async function typedSheet(
  ports: Ports,
  scope: Scope,
  checklistId: string,
  given: Readonly<Record<string, Partial<TypedOwnRow>>> = {},
) {
  const { rows, sheet } = expectDone(await showOwnChecklist(ports, scope, { checklistId }));
  return {
    checklistId,
    version: sheet.version,
    gate: "yes",
    rows: rows.map(({ item }) => ({
      itemKey: item.key,
      answer: "yes",
      remark: "",
      targetOn: "",
      cites: true,
      ...given[item.no],
    })),
  };
}
