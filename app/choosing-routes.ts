import { route } from "@remix-run/route-config";

/** Addresses of choosing: clashes between records. */
export const choosingRoutes = [
  route("clashes", "routes/clashes/route.tsx"),
  route("clashes/export", "routes/clashes-export/route.ts"),
];
