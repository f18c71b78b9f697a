import { findPlaceByNames } from "#db/queries/products.server";
import { findRecord, insertRecord } from "#db/queries/registers.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { FormId } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

/** Whose disclosure it is: a known product version, or names as the sheet states them. */
export type ProductPlace =
  | { productVersionId: string }
  | { vendorName: string; productName: string; productVersionLabel: string };

/**
 * Finds the product version of a disclosure, or registers vendor, product and version under exactly these
 * names. Names are compared as written (after NFKC and trimming); likeness is never enough.
 * @returns the product version's id
 */
export async function placeProduct(
  ports: Ports,
  scope: Scope,
  { tx, at }: Entry,
  place: ProductPlace,
  form: FormId,
): Promise<Result<string>> {
  if ("productVersionId" in place) {
    const known = await findRecord(tx, scope, "productVersion", place.productVersionId);
    return known ? done(known.id) : failed(problem("field-unknown-reference", {}, "productVersionId"));
  }
  const names = {
    vendor: place.vendorName.normalize("NFKC").trim(),
    product: place.productName.normalize("NFKC").trim(),
    version: place.productVersionLabel.normalize("NFKC").trim(),
  };
  for (const [field, name] of [
    ["vendorName", names.vendor],
    ["productName", names.product],
    ["productVersionLabel", names.version],
  ] as const) {
    if (name === "") return failed(problem("field-required", {}, field));
    if (name.length > (field === "productVersionLabel" ? 50 : 200))
      return failed(problem("field-too-long", { max: 200 }, field));
  }
  const found = await findPlaceByNames(tx, scope, names);
  const vendorId = found.vendorId ?? ports.newId();
  if (!found.vendorId) {
    const values = { name: names.vendor };
    await insertRecord(tx, scope, "vendor", { id: vendorId, createdAt: at, values });
  }
  const productId = found.productId ?? ports.newId();
  if (!found.productId) {
    const kind = form === "SDS" || form === "in-house-service" ? "service" : "product";
    await insertRecord(tx, scope, "product", {
      id: productId,
      createdAt: at,
      values: { vendorId, name: names.product, kind },
    });
  }
  if (found.productVersionId) return done(found.productVersionId);
  const id = ports.newId();
  await insertRecord(tx, scope, "productVersion", {
    id,
    createdAt: at,
    values: { productId, label: names.version },
  });
  return done(id);
}
