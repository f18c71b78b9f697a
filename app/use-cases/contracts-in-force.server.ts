import { type TermsOfContract, termsOfEveryContract } from "#db/queries/coverage.server";
import { namesOfVendors } from "#db/queries/party-names.server";
import { contractState } from "~/domain/contract";
import type { Day } from "~/domain/day";
import { nameOn } from "~/domain/party-name";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import type { Ports } from "./ports.server";
import type { Dates } from "./two-dates.server";

const NOW = Number.MAX_SAFE_INTEGER;

/**
 * その日に有効な契約 of the hospital, with the terms and the vendors' names of the day, those put away since too. Two
 * queries.
 */
export async function contractsInForce(
  ports: Ports,
  scope: Scope,
  dates: Pick<Dates, "day" | "knownSeq">,
): Promise<TermsOfContract[]> {
  const terms = await termsOfEveryContract(ports.db, scope, { withArchived: true });
  return withNamesThen(ports, scope, termsInForce(terms, dates.day, dates.knownSeq), dates);
}

/** The contracts with their vendors under the names they had on the day. One query. */
export async function withNamesThen(
  ports: Ports,
  scope: Scope,
  terms: readonly TermsOfContract[],
  dates: Pick<Dates, "day" | "knownSeq">,
): Promise<TermsOfContract[]> {
  const names = await namesOfVendors(ports.db, scope, [...new Set(terms.map((each) => each.vendorId))]);
  return terms.map((each) => {
    const own = names.filter((name) => name.vendorId === each.vendorId);
    return { ...each, vendor: nameOn(own, dates.day, dates.knownSeq, each.vendor) };
  });
}

/** The terms each contract had on the day, of those whose period held it: the rule of `whoWasInCharge`. */
export function termsInForce(terms: readonly TermsOfContract[], day: Day, knownSeq = NOW): TermsOfContract[] {
  const ids = [...new Set(terms.map((each) => each.contractId))];
  return ids
    .flatMap((id) => {
      const own = terms.filter((each) => each.contractId === id);
      const held = asOf(own, day, knownSeq);
      return held !== null && contractState(held, day) === "in-force" ? [held] : [];
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}
