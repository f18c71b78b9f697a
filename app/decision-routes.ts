import { route } from "@remix-run/route-config";

/** Addresses of decisions: days and calendars, the list of work, one decision, its files, several gaps at once. */
export const decisionRoutes = [
  route("deadlines/settings", "routes/deadline-settings/route.tsx"),
  route("calendar/:file", "routes/calendar-file/route.ts"),
  route("decisions", "routes/decisions/route.tsx"),
  route("decisions/:id", "routes/decision/route.tsx"),
  route("decisions/:id/files/:fileId", "routes/decision-file/route.ts"),
  route("assessments/:disclosureId/export", "routes/assessment-export/route.ts"),
  route("binders", "routes/binders/route.tsx"),
  route("binders/:id", "routes/binder-file/route.ts"),
  route("assessments/:disclosureId/together", "routes/assessment-together/route.tsx"),
];
