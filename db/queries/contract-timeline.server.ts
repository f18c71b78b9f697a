import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { disclosure, disclosureWithdrawal, product, productVersion } from "../schema.ts";

/** Every disclosure of the given product versions with its withdrawal's number, oldest 作成日 first. */
export async function disclosuresOfVersions(db: DbOrTx, scope: Scope, productVersionIds: readonly string[]) {
  if (productVersionIds.length === 0) return [];
  return db
    .select({
      id: disclosure.id,
      productVersionId: disclosure.productVersionId,
      product: product.name,
      productVersion: productVersion.label,
      form: disclosure.form,
      formVersion: disclosure.formVersion,
      issuedOn: disclosure.issuedOn,
      noCount: disclosure.noCount,
      recordedSeq: disclosure.recordedSeq,
      receivedAt: disclosure.receivedAt,
      withdrawnSeq: disclosureWithdrawal.recordedSeq,
    })
    .from(disclosure)
    .innerJoin(productVersion, eq(productVersion.id, disclosure.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .leftJoin(disclosureWithdrawal, eq(disclosureWithdrawal.disclosureId, disclosure.id))
    .where(
      and(
        eq(disclosure.hospitalId, scope.hospitalId),
        inArray(disclosure.productVersionId, [...productVersionIds]),
      ),
    )
    .orderBy(asc(disclosure.issuedOn), asc(disclosure.recordedSeq));
}
