import type { EntryMode } from "~/components/entry-fields";
import type { EntryLine } from "~/components/entry-history";
import type { RawValues } from "~/components/plain-fields";
import { readContract } from "~/contract-records.server";
import type { EntryOrigin } from "~/domain/dated-entry";
import { dayInTokyo } from "~/domain/day";
import type { SubcontractorFields } from "~/domain/subcontractor-form";
import { entryLines } from "~/entry-lines";
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

const noLines: EntryLine[] = [];

/** @throws 404 when this hospital has no such contract */
export async function readNewSubcontractor(visit: Visit, contractId: string, parentId: string) {
  const { head } = await readContract(visit, contractId);
  const values: RawValues = { parentId, dataContact: "", sameDuty: "" };
  const parents = await parentsOf(visit, contractId, null);
  const mode: EntryMode = "new";
  const none = { id: null, version: 0, name: "", isArchived: false, entry: null, lines: noLines };
  return { ...none, head, mode, values, parents };
}

/**
 * The form of a change from today on; with an entry's id, the form that puts this entry right.
 * @throws 404 when this hospital has no such subcontractor or entry
 */
export async function readSubcontractorForm(visit: Visit, subcontractorId: string, entryId: string) {
  const found = await showSubcontractor(visit.ports, visit.scope, { subcontractorId });
  if (!found.ok) throw refuse(found.problems);
  const { id, version, name, contractId, archivedAt, history } = found.value;
  const { head } = await readContract(visit, contractId);
  const today = dayInTokyo(visit.ports.now());
  const chosen = history.find((each) => each.entry.id === entryId)?.entry ?? null;
  const mode: EntryMode = entryId === "" ? "change" : "correct";
  if (mode === "correct" && chosen === null) throw refuse([{ code: "not-found", params: {} }]);
  const parents = await parentsOf(visit, contractId, id);
  const names = new Map(parents.map((each) => [each.value, each.label.trim()]));
  const lines = entryLines(history, {
    heldId: found.value.entryId,
    today,
    textsOf: (each) => textsOf(each, names),
    correctAt: archivedAt === null ? (each) => `/subcontractors/${id}/edit?entry=${each}` : null,
  });
  const effectiveFrom = chosen?.effectiveFrom ?? today;
  const values: RawValues = { ...valuesOf(chosen ?? found.value), effectiveFrom };
  const entry = chosen && entryHead(chosen);
  return { head, id, version, name, isArchived: archivedAt !== null, mode, entry, values, parents, lines };
}
export type SubcontractorFormPage = Awaited<ReturnType<typeof readSubcontractorForm>>;

function entryHead({
  id,
  origin,
  effectiveFrom,
}: {
  id: string;
  origin: EntryOrigin;
  effectiveFrom: string;
}) {
  return { id, origin, effectiveFrom };
}

function valuesOf({ certificates, dataKinds, ...rest }: SubcontractorFields): RawValues {
  return {
    name: rest.name,
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
}

/** Stored values as texts, for the list of entries; who it works for by name. */
function textsOf(fields: SubcontractorFields, names: ReadonlyMap<string, string>): Record<string, string> {
  const { certificates, dataKinds, parentId } = fields;
  return {
    name: fields.name,
    parentId: parentId === null ? "" : (names.get(parentId) ?? "−"),
    address: fields.address,
    work: fields.work,
    dataContact: fields.dataContact,
    dataKinds: dataKinds.join("・"),
    country: fields.country,
    certificates: certificates
      .map((each) => [each.name, each.number, each.expiresOn ?? ""].filter(Boolean).join(" "))
      .join("、"),
    approvedOn: fields.approvedOn ?? "",
    sameDuty: fields.sameDuty,
    usedFrom: fields.usedFrom ?? "",
    usedTo: fields.usedTo ?? "",
    note: fields.note,
  };
}
