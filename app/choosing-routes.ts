import { route } from "@remix-run/route-config";

/** Addresses of choosing: clashes between records, two disclosures over time, procurement cases, matrices, effects of an edition. */
export const choosingRoutes = [
  route("clashes", "routes/clashes/route.tsx"),
  route("disclosures/:id/compare", "routes/disclosure-compare/route.tsx"),
  route("disclosures/:id/compare/export", "routes/disclosure-compare-export/route.ts"),
  route("matrix", "routes/matrix/route.tsx"),
  route("matrix/export", "routes/matrix-export/route.ts"),
  route("edition-effects", "routes/edition-effects/route.tsx"),
  route("edition-effects/export", "routes/edition-effects-export/route.ts"),
  route("procurements", "routes/procurements/route.tsx"),
  route("procurements/new", "routes/procurement-form/route.tsx", { id: "procurement-new" }),
  route("procurements/:id", "routes/procurement/route.tsx"),
  route("procurements/:id/edit", "routes/procurement-form/route.tsx", { id: "procurement-edit" }),
  route("procurements/:id/compare", "routes/procurement-compare/route.tsx"),
  route("procurements/:id/compare/export", "routes/procurement-compare-export/route.ts"),
  route("clashes/export", "routes/clashes-export/route.ts"),
];
