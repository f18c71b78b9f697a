import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import {
  type WrittenFile,
  writeBackDisclosure,
  writeOfficialDisclosure,
} from "~/use-cases/write-back.server";

export const targets = ["vendor", "official"] as const;
export type Target = (typeof targets)[number];

export function targetFrom(params: URLSearchParams): Target {
  return targets.find((each) => each === params.get("to")) ?? "vendor";
}

/** The workbook with the disclosure's answers: the vendor's own, or the official form. */
export function writtenFile(
  ports: Ports,
  scope: Scope,
  disclosureId: string,
  target: Target,
): Promise<Result<WrittenFile>> {
  const write = target === "vendor" ? writeBackDisclosure : writeOfficialDisclosure;
  return write(ports, scope, { disclosureId });
}
