import { and, eq, exists, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  contractRevision,
  decision,
  decisionClosing,
  disclosure,
  disclosureWithdrawal,
  product,
  productVersion,
  system,
  vendor,
} from "../schema.ts";

const later = alias(decision, "later");
const correction = alias(contractRevision, "correction");
const newer = alias(disclosure, "newer");

/** Current decisions with a due day that still wait for their evidence. */
export async function datedDecisions(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: decision.id,
      dueOn: decision.dueOn,
      kind: decision.kind,
      requirement: decision.requirement,
      owner: decision.owner,
      disclosureId: decision.disclosureId,
      guideline: decision.guideline,
      name: productName,
      about: vendor.name,
    })
    .from(decision)
    .innerJoin(productVersion, eq(productVersion.id, decision.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .leftJoin(decisionClosing, eq(decisionClosing.decisionId, decision.id))
    .where(
      and(
        eq(decision.hospitalId, scope.hospitalId),
        isNotNull(decision.dueOn),
        isNull(decisionClosing.id),
        sql`${decision.kind} <> 'not-applicable'`,
        notExists(db.select({ one: sql`1` }).from(later).where(eq(later.supersedes, decision.id))),
      ),
    );
}

const productName = sql<string>`${product.name} || ' ' || ${productVersion.label}`;

/**
 * Contracts in use that have an end, by their last terms in effect: a renewal that is recorded already moves the
 * end, and a correction counts in the place of what it corrects.
 */
export async function datedContracts(db: DbOrTx, scope: Scope) {
  const last = db
    .select({
      contractId: contractRevision.contractId,
      inForceTo: contractRevision.inForceTo,
      noticeMonths: contractRevision.noticeMonths,
      noticeDays: contractRevision.noticeDays,
      renewal: contractRevision.renewal,
      renewalMonths: contractRevision.renewalMonths,
      place:
        sql<number>`row_number() OVER (PARTITION BY ${contractRevision.contractId} ORDER BY ${contractRevision.effectiveFrom} DESC, ${contractRevision.recordedSeq} DESC)`.as(
          "place",
        ),
    })
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.hospitalId, scope.hospitalId),
        notExists(
          db
            .select({ one: sql`1` })
            .from(correction)
            .where(
              and(
                eq(correction.contractId, contractRevision.contractId),
                eq(correction.supersedes, contractRevision.id),
              ),
            ),
        ),
      ),
    )
    .as("last");
  return db
    .select({
      id: contract.id,
      inForceTo: last.inForceTo,
      noticeMonths: last.noticeMonths,
      noticeDays: last.noticeDays,
      renewal: last.renewal,
      renewalMonths: last.renewalMonths,
      name: sql<string>`${contract.number} || ' ' || ${contract.title}`,
      about: vendor.name,
    })
    .from(contract)
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .innerJoin(last, and(eq(last.contractId, contract.id), eq(last.place, 1)))
    .where(
      and(eq(contract.hospitalId, scope.hospitalId), isNull(contract.archivedAt), isNotNull(last.inForceTo)),
    );
}

/** Product versions with an end of support that a system in use runs on. */
export async function datedVersions(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: productVersion.id,
      supportEndsOn: productVersion.supportEndsOn,
      name: productName,
      about: vendor.name,
    })
    .from(productVersion)
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(
      and(
        eq(productVersion.groupId, scope.groupId),
        isNotNull(productVersion.supportEndsOn),
        exists(
          db
            .select({ one: sql`1` })
            .from(system)
            .where(
              and(
                eq(system.hospitalId, scope.hospitalId),
                eq(system.productVersionId, productVersion.id),
                isNull(system.archivedAt),
              ),
            ),
        ),
      ),
    );
}

/** The newest disclosure of each series that was not withdrawn. */
export async function currentDisclosures(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: disclosure.id,
      issuedOn: disclosure.issuedOn,
      form: disclosure.form,
      formVersion: disclosure.formVersion,
      productId: productVersion.productId,
      noCount: disclosure.noCount,
      productVersionId: disclosure.productVersionId,
      name: productName,
      about: vendor.name,
    })
    .from(disclosure)
    .innerJoin(productVersion, eq(productVersion.id, disclosure.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(
      and(
        eq(disclosure.hospitalId, scope.hospitalId),
        isNotWithdrawn(db, disclosure.id),
        notExists(
          db
            .select({ one: sql`1` })
            .from(newer)
            .where(
              and(
                eq(newer.hospitalId, disclosure.hospitalId),
                eq(newer.productVersionId, disclosure.productVersionId),
                eq(newer.form, disclosure.form),
                sql`(${newer.issuedOn}, ${newer.recordedSeq}) > (${disclosure.issuedOn}, ${disclosure.recordedSeq})`,
                isNotWithdrawn(db, newer.id),
              ),
            ),
        ),
      ),
    );
}

function isNotWithdrawn(db: DbOrTx, id: typeof disclosure.id | typeof newer.id) {
  return notExists(
    db.select({ one: sql`1` }).from(disclosureWithdrawal).where(eq(disclosureWithdrawal.disclosureId, id)),
  );
}

/** Product versions that systems in use run on, once each. */
export async function installedVersions(db: DbOrTx, scope: Scope) {
  return db
    .selectDistinct({
      productId: productVersion.productId,
      productVersionId: productVersion.id,
      label: productVersion.label,
    })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)));
}
