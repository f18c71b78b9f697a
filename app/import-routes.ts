import { route } from "@remix-run/route-config";

/** Addresses of taking in a clerk's own list. */
export const importRoutes = [
  route("imports", "routes/imports/route.tsx"),
  route("imports/template", "routes/import-template/route.ts"),
  route("imports/:id", "routes/import/route.tsx"),
  route("imports/:id/columns", "routes/import-columns/route.tsx"),
  route("imports/:id/questions", "routes/import-questions/route.tsx"),
  route("imports/:id/report", "routes/import-report/route.ts"),
];
