import { route } from "@remix-run/route-config";

/** Addresses of making catalogues: loading official files, reviewing drafts, subsets, JSON. */
export const catalogueRoutes = [
  route("catalogues/load", "routes/catalogue-load/route.tsx"),
  route("catalogues/:ref/json", "routes/catalogue-json/route.ts"),
];
