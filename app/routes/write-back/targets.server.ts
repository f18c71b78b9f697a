import type { WriteTarget } from "~/components/write-targets";
import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import { writeBackDisclosure, writeOfficialDisclosure } from "~/use-cases/write-back.server";
import type { WrittenFile } from "~/use-cases/write-into.server";

/** The workbook with the disclosure's answers: the vendor's own, or the official form. */
export function writtenDisclosure(
  ports: Ports,
  scope: Scope,
  disclosureId: string,
  target: WriteTarget,
): Promise<Result<WrittenFile>> {
  const write = target === "vendor" ? writeBackDisclosure : writeOfficialDisclosure;
  return write(ports, scope, { disclosureId });
}
