import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { countOf, textOf } from "~/http.server";
import { chooseImportRow } from "~/use-cases/import-dry-run.server";
import { runImport } from "~/use-cases/import-runner.server";
import { takeBackImport } from "~/use-cases/import-take-back.server";
import { beginImport, continueImport, stopImport } from "~/use-cases/import-write.server";
import type { Ports } from "~/use-cases/ports.server";

/** What a button of the page asks for; null for none of them. */
export async function actOnImport(
  ports: Ports,
  scope: Scope,
  batchId: string,
  fields: Readonly<Record<string, string | string[]>>,
): Promise<Result<unknown> | null> {
  switch (textOf(fields, "intent")) {
    case "begin": {
      const version = countOf(fields, "version");
      return running(ports, scope, batchId, await beginImport(ports, scope, { batchId, version }));
    }
    case "continue":
      return running(ports, scope, batchId, await continueImport(ports, scope, { batchId }));
    case "stop":
      return stopImport(ports, scope, { batchId });
    case "take-back":
      return takeBackImport(ports, scope, { batchId });
    case "choose": {
      const asked = textOf(fields, "choice");
      const choice = asked === "leave" || asked === "take" ? asked : "";
      return chooseImportRow(ports, scope, { batchId, row: countOf(fields, "row"), choice });
    }
    default:
      return null;
  }
}

/** The writing goes on behind the page, which shows how far it is. */
function running<T>(ports: Ports, scope: Scope, batchId: string, moved: Result<T>): Result<T> {
  if (moved.ok) void runImport(ports, scope, batchId);
  return moved;
}
