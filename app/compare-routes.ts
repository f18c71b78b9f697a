import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** Addresses of what applies to the hospital, and of comparing by rule. */
export const compareRoutes: RouteConfigEntry[] = [
  route("hospital-profile", "routes/hospital-profile/route.tsx"),
  route("applicability", "routes/applicability/route.tsx"),
  route("maintenance-route", "routes/maintenance-route/route.tsx"),
  route("selection-points", "routes/selection-points/route.tsx"),
  route("selection-points/:disclosureId", "routes/selection-point/route.tsx"),
];
