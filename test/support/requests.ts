import type { Asking } from "~/use-cases/ask-vendors.server";

export const PRODUCT_FORM = "in-house-product@1.0";

export const rawContact = (vendorId: string) => ({
  vendorId,
  name: "試験 花子",
  department: "品質保証部",
  role: "security",
  hours: "day",
  mail: "hanako@vendor.example",
});

/** A disclosure asked of one vendor, due on 2026-12-11. */
export function asking(
  about: { vendorId: string; contactId: string; productVersionId: string },
  change: Partial<Asking> = {},
): Asking {
  const { vendorId, contactId, productVersionId } = about;
  return {
    kind: "disclosure",
    title: "開示書の提出",
    message: "ご提出をお願いします。",
    dueOn: "2026-12-11",
    recurrence: "once",
    reminderDays: [-14, -3, 3, 10],
    catalogueRef: PRODUCT_FORM,
    targets: [{ vendorId, contactId, productVersionId }],
    ...change,
  };
}
