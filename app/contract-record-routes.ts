import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** Addresses of the records around contracts: terms, documents, servers, subcontractors, names, connections. */
export const contractRecordRoutes: RouteConfigEntry[] = [
  ...["contracts/new", "contracts/:id/edit", "contracts/:id/amend", "contracts/:id/renew"].map((path) =>
    route(path, "routes/contract-form/route.tsx", { id: path.replaceAll(/[/:]+/g, "-") }),
  ),
  route("contracts/:id/terms", "routes/contract-terms/route.tsx"),
  route("contracts/:id/documents", "routes/contract-documents/route.tsx"),
  route("contract-documents/:documentId", "routes/contract-document/route.ts"),
  route("contracts/:id/servers", "routes/contract-servers/route.tsx"),
  route("contracts/:id/subcontractors", "routes/contract-subcontractors/route.tsx"),
  route("contracts/:id/subcontractors/export", "routes/subcontractors-export/route.ts"),
  route("contracts/:id/subcontractors/new", "routes/subcontractor-form/route.tsx", {
    id: "subcontractor-new",
  }),
  route("subcontractors/:subcontractorId/edit", "routes/subcontractor-form/route.tsx", {
    id: "subcontractor-edit",
  }),
  route("renewals", "routes/renewals/route.tsx"),
  route("renewals/export", "routes/renewals-export/route.ts"),
  route("servers/:serverId/updates", "routes/server-updates/route.tsx"),
  route("vendors/:id/names", "routes/party-names/route.tsx", { id: "vendor-names" }),
  route("hospital-names", "routes/party-names/route.tsx", { id: "hospital-names" }),
  route("server-list", "routes/server-declaration/route.tsx"),
  route("server-list/export", "routes/server-list-export/route.ts"),
  route("server-list/:declarationId", "routes/server-declared/route.tsx"),
  route("connections", "routes/connection-list/route.tsx"),
  route("connections/export", "routes/connections-export/route.ts"),
  route("connections/new", "routes/connection-form/route.tsx", { id: "connection-new" }),
  route("connections/:connectionId", "routes/connection-form/route.tsx", { id: "connection-record" }),
];
