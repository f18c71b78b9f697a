import { route } from "@remix-run/route-config";

/** Addresses of making catalogues: loading official files, reviewing drafts, subsets, JSON. */
export const catalogueRoutes = [
  route("catalogues/load", "routes/catalogue-load/route.tsx"),
  route("catalogues/sets/new", "routes/item-set-new/route.tsx"),
  route("catalogues/drafts/:id", "routes/catalogue-draft/route.tsx"),
  route("catalogues/drafts/:id/columns", "routes/catalogue-columns/route.tsx"),
  route("catalogues/:ref/json", "routes/catalogue-json/route.ts"),
];
