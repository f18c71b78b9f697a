import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { findContract, systemsNamed } from "#db/queries/contracts.server";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import { papersOfContract } from "#db/queries/papers.server";
import { namesOfVendors } from "#db/queries/party-names.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { revisionsOfContract, type ShownRevision } from "#db/queries/role-sheets.server";
import { termsOf, termsOn } from "~/domain/contract-terms";
import { nameOn } from "~/domain/party-name";
import { done, failed, problem } from "~/domain/problem";
import { type Responsibility, whoWasInCharge } from "~/domain/responsibility";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import type { Ports } from "./ports.server";
import { readDates } from "./two-dates.server";

export type SheetAnswer = { roleSheetId: string; title: string; answer: Responsibility };

/**
 * その日の契約: the contract, its timeline and its state as of DAY, known on KNOWN.
 * @param input.day day asked about; today in Tokyo when empty
 * @param input.knownOn only what was recorded by the end of that day (Tokyo) counts; today when empty
 */
export async function showContract(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; day: string; knownOn: string },
) {
  const dates = await readDates(ports, scope, input);
  if (!dates.ok) return dates;
  const { day, knownOn, knownSeq, isPast } = dates.value;
  const kept = await findContract(ports.db, scope, input.contractId);
  if (!kept) return failed(problem("not-found"));
  const [terms, revisions, papers] = await Promise.all([
    revisionsOfTerms(ports.db, scope, kept.id),
    revisionsOfContract(ports.db, scope, kept.id),
    papersOfContract(ports.db, scope, kept.id),
  ]);
  const held = termsOn(terms, day, knownSeq);
  const said = held === null ? null : termsOf(held.revision);
  const vendorId = said?.vendorId ?? kept.vendorId;
  const [systems, names] = await Promise.all([
    systemsNamed(ports.db, scope, said?.systemIds ?? []),
    namesOfVendors(ports.db, scope, [vendorId]),
  ]);
  const disclosures = await currentDisclosuresOf(
    ports.db,
    scope,
    systems.map((each) => each.productVersionId),
  );
  const present = await nameOfRecord(ports.db, scope, "vendor", vendorId);
  const sheets = sheetsOf(revisions).map((sheet) => ({
    ...sheet,
    held: asOf(sheet.revisions, day, knownSeq),
  }));
  return done({
    contract: { ...kept, ...said, vendorName: nameOn(names, day, knownSeq, present ?? kept.vendorName) },
    terms,
    /** The terms of the day; null when nothing was known of the contract then. */
    held,
    periods: terms,
    systems,
    papers,
    disclosures,
    revisions,
    sheets,
    day,
    knownOn,
    knownSeq,
    isPast,
    period: held?.revision ?? null,
    state: held?.state ?? null,
  });
}

/** この日、だれの担当か: one row of every sheet of the contract, with the revision that proves it. */
export async function askWhoWasInCharge(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; rowKey: string; day: string; knownOn: string },
) {
  const shown = await showContract(ports, scope, input);
  if (!shown.ok) return shown;
  const { periods, revisions, day, knownOn, knownSeq } = shown.value;
  const answers: SheetAnswer[] = sheetsOf(revisions)
    .filter((sheet) => sheet.revisions.some((each) => each.rows.some((row) => row.rowKey === input.rowKey)))
    .map((sheet) => ({
      roleSheetId: sheet.roleSheetId,
      title: sheet.title,
      answer: whoWasInCharge(periods, sheet.revisions, input.rowKey, day, knownSeq),
    }));
  return done({ day, knownOn, answers });
}

function sheetsOf(revisions: readonly ShownRevision[]) {
  const byId = new Map<string, ShownRevision[]>();
  for (const each of revisions) byId.set(each.roleSheetId, [...(byId.get(each.roleSheetId) ?? []), each]);
  return [...byId.entries()].map(([roleSheetId, own]) => ({
    roleSheetId,
    title: own.at(-1)?.title ?? "",
    revisions: own,
  }));
}
