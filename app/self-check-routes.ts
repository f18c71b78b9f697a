import { route } from "@remix-run/route-config";

/** Addresses of the yearly checks: own checklist, measures, fee conditions, survey. */
export const selfCheckRoutes = [
  route("self-checks", "routes/self-checks/route.tsx"),
  route("self-checks/:id", "routes/self-check/route.tsx"),
  route("self-checks/:id/export", "routes/self-check-export/route.ts"),
  route("self-checks/:id/print", "routes/self-check-print/route.ts"),
  route("self-checks/:id/official", "routes/self-check-official/route.tsx"),
  route("self-checks/:id/official/file", "routes/self-check-official-file/route.ts"),
  route("measures", "routes/measures/route.tsx"),
  route("measures/export", "routes/measures-export/route.ts"),
  route("measures/:systemId", "routes/measures-of-system/route.tsx"),
  route("fee-conditions", "routes/fee-conditions/route.tsx"),
  route("fee-conditions/export", "routes/fee-conditions-export/route.ts"),
  route("surveys", "routes/surveys/route.tsx"),
  route("surveys/:year", "routes/survey/route.tsx"),
  route("surveys/:year/export", "routes/survey-export/route.ts"),
];
