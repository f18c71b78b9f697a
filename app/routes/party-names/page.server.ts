import { choicesOf } from "#db/queries/registers.server";
import { may } from "~/domain/rights";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showHospitalNames, showVendorNames } from "~/use-cases/party-names.server";

/** @throws 404 when this group has no such vendor */
export async function readNamesPage(visit: Visit, vendorId: string | null) {
  const { ports, scope } = visit;
  const shown =
    vendorId === null
      ? await showHospitalNames(ports, scope)
      : await showVendorNames(ports, scope, { vendorId });
  if (!shown.ok) throw refuse(shown.problems);
  const { present, version, names } = shown.value;
  const vendors = await choicesOf(ports.db, scope, "vendor");
  const superseded = new Set(names.map((each) => each.supersedes));
  return {
    vendorId,
    present,
    version,
    names: names
      .map((each) => ({ ...each, isSuperseded: superseded.has(each.id) }))
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1)),
    vendors: vendors
      .filter((each) => each.id !== vendorId)
      .map(({ id, name }) => ({ value: id, label: name })),
    mayEdit: may(scope, vendorId === null ? "hospital:write" : "register:write"),
  };
}
export type NamesPage = Awaited<ReturnType<typeof readNamesPage>>;
