import type { WriteTarget } from "~/components/write-targets";
import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import { writeBackChecklist, writeOfficialChecklist } from "~/use-cases/write-checklist.server";
import type { WrittenFile } from "~/use-cases/write-into.server";

/** The workbook with the answers of a checklist: the one that came, or the official one. */
export function writtenChecklist(
  ports: Ports,
  scope: Scope,
  responseId: string,
  target: WriteTarget,
): Promise<Result<WrittenFile>> {
  const write = target === "vendor" ? writeBackChecklist : writeOfficialChecklist;
  return write(ports, scope, { responseId });
}
