import { route } from "@remix-run/route-config";

/** Addresses of evidence, backups and personal data, under the settings. */
export const trustRoutes = [
  route("settings/audit", "routes/audit-log/route.tsx"),
  route("settings/audit/export", "routes/audit-export/route.ts"),
  route("settings/backups", "routes/backups/route.tsx"),
  route("settings/personal-data", "routes/personal-data/route.tsx"),
];
