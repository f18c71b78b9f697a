import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** Addresses about contracts: role sheets, papers, dates. */
export const contractRoutes: RouteConfigEntry[] = [
  route("role-sheets", "routes/role-sheet-list/route.tsx"),
  route("role-sheets/new", "routes/role-sheet-new/route.tsx"),
  route("role-sheets/:id", "routes/role-sheet/route.tsx"),
  route("role-sheets/:id/export", "routes/role-sheet-export/route.ts"),
];
