import type { RawValues } from "~/components/plain-fields";
import { readContract } from "~/contract-records.server";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showSubcontractor, showSubcontractors } from "~/use-cases/subcontractors.server";

async function parentsOf(visit: Visit, contractId: string, exceptId: string | null) {
  const shown = await showSubcontractors(visit.ports, visit.scope, { contractId });
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value.placed
    .filter(({ member }) => member.id !== exceptId)
    .map(({ member, level }) => ({ value: member.id, label: `${"　".repeat(level - 1)}${member.name}` }));
}

/** @throws 404 when this hospital has no such contract */
export async function readNewSubcontractor(visit: Visit, contractId: string, parentId: string) {
  const { head } = await readContract(visit, contractId);
  const values: RawValues = { parentId, dataContact: "", sameDuty: "" };
  return { head, id: null, version: 0, name: "", values, parents: await parentsOf(visit, contractId, null) };
}

/** @throws 404 when this hospital has no such subcontractor */
export async function readSubcontractorForm(visit: Visit, subcontractorId: string) {
  const found = await showSubcontractor(visit.ports, visit.scope, { subcontractorId });
  if (!found.ok) throw refuse(found.problems);
  const { id, version, name, contractId, certificates, dataKinds, ...rest } = found.value;
  const { head } = await readContract(visit, contractId);
  const values: RawValues = {
    name,
    parentId: rest.parentId ?? "",
    address: rest.address,
    work: rest.work,
    dataContact: rest.dataContact,
    dataKinds,
    country: rest.country,
    certificateName: certificates.map((each) => each.name),
    certificateNumber: certificates.map((each) => each.number),
    certificateExpiresOn: certificates.map((each) => each.expiresOn ?? ""),
    approvedOn: rest.approvedOn ?? "",
    sameDuty: rest.sameDuty,
    usedFrom: rest.usedFrom ?? "",
    usedTo: rest.usedTo ?? "",
    note: rest.note,
  };
  return { head, id, version, name, values, parents: await parentsOf(visit, contractId, id) };
}
export type SubcontractorFormPage = Awaited<ReturnType<typeof readSubcontractorForm>>;
