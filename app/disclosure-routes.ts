import { route } from "@remix-run/route-config";

/** Addresses of receiving, disclosures, comparison and catalogues. */
export const disclosureRoutes = [
  route("disclosures", "routes/disclosures/route.tsx"),
  route("disclosures/receive", "routes/receive/route.tsx"),
  route("disclosures/export", "routes/disclosures-export/route.ts"),
  route("disclosures/:id", "routes/disclosure/route.tsx"),
  route("intakes/:id", "routes/intake/route.tsx"),
  route("intakes/:id/next", "routes/intake-next/route.tsx"),
  route("intakes/:id/columns", "routes/intake-columns/route.tsx"),
  route("intakes/:id/checklist", "routes/intake-checklist/route.tsx"),
  route("intakes/:id/catalogue", "routes/intake-catalogue/route.ts"),
  route("intakes/:id/role-sheet", "routes/intake-role-sheet/route.tsx"),
  route("checklist-responses", "routes/checklist-responses/route.tsx"),
  route("checklist-responses/:id", "routes/checklist-response/route.tsx"),
  route("intakes/:id/pages/:page", "routes/intake-page/route.ts"),
  route("reading-recipes", "routes/reading-recipes/route.tsx"),
  route("files/:id", "routes/original-file/route.ts"),
  route("assessments", "routes/assessments/route.tsx"),
  route("assessments/:disclosureId", "routes/assessment/route.tsx"),
  route("catalogues", "routes/catalogues/route.tsx"),
  route("catalogues/:ref", "routes/catalogue/route.tsx"),
  route("catalogues/:ref/blank", "routes/blank-form/route.ts"),
];
