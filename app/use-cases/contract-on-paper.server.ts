import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { findContract, systemsNamed } from "#db/queries/contracts.server";
import { namesOfHospital, namesOfVendors } from "#db/queries/party-names.server";
import { findHospital } from "#db/queries/people.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { termsOf, termsOn } from "~/domain/contract-terms";
import type { Day } from "~/domain/day";
import { nameOn } from "~/domain/party-name";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;

/**
 * The contract as a paper of `day` prints it: its terms and the parties' names of that day, whatever they are called
 * now. Null when this hospital has no such contract.
 */
export async function contractOnPaper(ports: Ports, scope: Scope, contractId: string, day: Day) {
  const [contract, hospital] = [
    await findContract(ports.db, scope, contractId),
    await findHospital(ports.db, scope),
  ];
  if (!contract || !hospital) return null;
  const revisions = await revisionsOfTerms(ports.db, scope, contractId);
  const held = termsOn(revisions, day, AS_KNOWN_NOW);
  if (held === null) return null;
  const terms = termsOf(held.revision);
  const [systems, vendorNames, hospitalNames, vendorName] = [
    await systemsNamed(ports.db, scope, terms.systemIds),
    await namesOfVendors(ports.db, scope, [terms.vendorId]),
    await namesOfHospital(ports.db, scope),
    await nameOfRecord(ports.db, scope, "vendor", terms.vendorId),
  ];
  const printed = {
    number: contract.number,
    title: terms.title,
    signedOn: terms.signedOn,
    inForceFrom: terms.inForceFrom,
    inForceTo: terms.inForceTo,
    hospitalLabel: terms.hospitalLabel,
    vendorLabel: terms.vendorLabel,
    hospitalName: nameOn(hospitalNames, day, AS_KNOWN_NOW, hospital.name),
    vendorName: nameOn(vendorNames, day, AS_KNOWN_NOW, vendorName ?? contract.vendorName),
  };
  return { contract, systems, terms, printed };
}
