import { route } from "@remix-run/route-config";

/** Addresses of making catalogues: loading official files, reviewing drafts, subsets, relations, JSON, writing back. */
export const catalogueRoutes = [
  route("catalogues/load", "routes/catalogue-load/route.tsx"),
  route("catalogues/sets/new", "routes/item-set-new/route.tsx"),
  route("catalogues/drafts/:id", "routes/catalogue-draft/route.tsx"),
  route("catalogues/drafts/:id/columns", "routes/catalogue-columns/route.tsx"),
  route("catalogues/relations", "routes/relations/route.tsx"),
  route("catalogues/crosswalks/:id", "routes/crosswalk/route.tsx"),
  route("catalogues/mappings/:id", "routes/mapping/route.tsx"),
  route("disclosures/:id/write-back", "routes/write-back/route.tsx"),
  route("disclosures/:id/write-back/file", "routes/write-back-file/route.ts"),
  route("checklist-responses/:id/write-back", "routes/checklist-write-back/route.tsx"),
  route("checklist-responses/:id/write-back/file", "routes/checklist-write-back-file/route.ts"),
  route("catalogues/:ref/json", "routes/catalogue-json/route.ts"),
];
