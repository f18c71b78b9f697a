import { route } from "@remix-run/route-config";

/** Addresses of looking back: roles on a day, timeline, incidents, figures by year, second factors. */
export const lookBackRoutes = [
  route("in-charge", "routes/in-charge/route.tsx"),
  route("in-charge/export", "routes/in-charge-export/route.ts"),
  route("timeline", "routes/timeline/route.tsx"),
  route("timeline/export", "routes/timeline-export/route.ts"),
  route("incidents", "routes/incidents/route.tsx"),
  route("incidents/new", "routes/incident-new/route.tsx"),
  route("incidents/export", "routes/incidents-export/route.ts"),
  route("incidents/:id", "routes/incident/route.tsx"),
  route("figures", "routes/figures/route.tsx"),
  route("figures/export", "routes/figures-export/route.ts"),
  route("two-factor", "routes/two-factor-list/route.tsx"),
  route("two-factor/:systemId", "routes/two-factor/route.tsx"),
];
