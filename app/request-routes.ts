import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** Addresses of asking: requests, rounds, proof, outbox, wording of mails. */
export const requestRoutes: RouteConfigEntry[] = [
  route("requests", "routes/request-list/route.tsx"),
  route("requests/export", "routes/request-export/route.ts"),
  route("requests/new", "routes/request-new/route.tsx"),
  route("requests/outbox", "routes/outbox/route.tsx"),
  route("requests/outbox/:mailId", "routes/outbox-mail/route.tsx"),
  route("requests/rounds/:roundId", "routes/request-round/route.tsx"),
  route("requests/:requestId", "routes/request/route.tsx"),
  route("requests/:requestId/proof", "routes/request-proof/route.tsx"),
  route("requests/:requestId/official", "routes/request-official/route.tsx"),
  route("requests/:requestId/official/file", "routes/request-official-file/route.ts"),
  route("settings/mails", "routes/mail-settings/route.tsx"),
];
