import { route } from "@remix-run/route-config";

/** Addresses of choosing: clashes between records, two disclosures over time. */
export const choosingRoutes = [
  route("clashes", "routes/clashes/route.tsx"),
  route("disclosures/:id/compare", "routes/disclosure-compare/route.tsx"),
  route("disclosures/:id/compare/export", "routes/disclosure-compare-export/route.ts"),
  route("clashes/export", "routes/clashes-export/route.ts"),
];
