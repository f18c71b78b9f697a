import type { RawProcurement } from "~/domain/procurement";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import {
  addCandidates,
  chooseCandidate,
  openProcurement,
  showProcurement,
} from "~/use-cases/procurements.server";
import { expectDone } from "./ports";
import { register } from "./records";

export const rawCase = (fields: Partial<RawProcurement> = {}): RawProcurement => ({
  title: "電子カルテの更改",
  purpose: "本館と分院で使う",
  wantedBy: "2027-10-01",
  ...fields,
});

/** A case with these candidates. */
export async function caseWith(
  ports: Ports,
  scope: Scope,
  productVersionIds: readonly string[],
): Promise<string> {
  const { procurementId } = expectDone(await openProcurement(ports, scope, { raw: rawCase() }));
  expectDone(await addCandidates(ports, scope, { procurementId, productVersionIds }));
  return procurementId;
}

/** The same with the first candidate chosen. */
export async function chosenCase(ports: Ports, scope: Scope, productVersionId: string): Promise<string> {
  const procurementId = await caseWith(ports, scope, [productVersionId]);
  const { candidates } = expectDone(await showProcurement(ports, scope, { procurementId }));
  const choice = { procurementId, candidateId: candidates[0]?.id ?? "", supersedes: null, form: null };
  expectDone(await chooseCandidate(ports, scope, { ...choice, reason: "更改の条件を満たすため" }));
  return procurementId;
}

/** Another product of a vendor of its own, as one to consider. @returns its version */
export async function otherProduct(ports: Ports, scope: Scope, name: string): Promise<string> {
  const vendorId = await register(ports, scope, "vendor", { name: `${name}社` });
  const productId = await register(ports, scope, "product", { vendorId, name, kind: "product" });
  return register(ports, scope, "productVersion", { productId, label: "1.0" });
}
