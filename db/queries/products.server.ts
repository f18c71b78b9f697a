import { and, asc, eq, isNull } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { product, productVersion, vendor } from "../schema.ts";

const same = (a: string, b: string) => a.normalize("NFKC").trim() === b.normalize("NFKC").trim();

export type FoundPlace = {
  vendorId: string | null;
  productId: string | null;
  productVersionId: string | null;
};

/** Vendor, product and version of exactly these names (width apart); null where none is registered. */
export async function findPlaceByNames(
  db: DbOrTx,
  scope: Scope,
  names: { vendor: string; product: string; version: string },
): Promise<FoundPlace> {
  const rows = await listPlaces(db, scope);
  const ofVendor = rows.filter((each) => same(each.vendor, names.vendor));
  const ofProduct = ofVendor.filter((each) => each.product !== null && same(each.product, names.product));
  const ofVersion = ofProduct.filter((each) => each.version !== null && same(each.version, names.version));
  return {
    vendorId: ofVendor[0]?.vendorId ?? null,
    productId: ofProduct[0]?.productId ?? null,
    productVersionId: ofVersion[0]?.productVersionId ?? null,
  };
}

/** Every vendor with its products and versions that are not archived, by name. */
export async function listPlaces(db: DbOrTx, scope: Scope) {
  return db
    .select({
      vendorId: vendor.id,
      vendor: vendor.name,
      productId: product.id,
      product: product.name,
      productVersionId: productVersion.id,
      version: productVersion.label,
    })
    .from(vendor)
    .leftJoin(product, and(eq(product.vendorId, vendor.id), isNull(product.archivedAt)))
    .leftJoin(
      productVersion,
      and(eq(productVersion.productId, product.id), isNull(productVersion.archivedAt)),
    )
    .where(and(eq(vendor.groupId, scope.groupId), isNull(vendor.archivedAt)))
    .orderBy(asc(vendor.name), asc(product.name), asc(productVersion.label));
}
