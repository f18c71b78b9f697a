import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** Addresses about contracts: role sheets, papers, dates. */
export const contractRoutes: RouteConfigEntry[] = [
  route("contracts/:id", "routes/contract/route.tsx"),
  route("coverage", "routes/coverage/route.tsx"),
  route("coverage/export", "routes/coverage-export/route.ts"),
  route("role-sheets", "routes/role-sheet-list/route.tsx"),
  route("role-sheets/new", "routes/role-sheet-new/route.tsx"),
  route("role-sheets/:id", "routes/role-sheet/route.tsx"),
  route("role-sheets/:id/compare", "routes/role-sheet-compare/route.tsx"),
  route("role-sheets/:id/compare/export", "routes/role-sheet-compare-export/route.ts"),
  route("role-sheets/:id/cells", "routes/role-sheet-cells/route.ts"),
  route("role-sheets/:id/export", "routes/role-sheet-export/route.ts"),
  route("papers", "routes/paper-list/route.tsx"),
  route("papers/new", "routes/paper-new/route.tsx"),
  route("papers/:id", "routes/paper-draft/route.tsx"),
  route("papers/:id/draft.pdf", "routes/paper-draft-pdf/route.ts"),
  route("papers/:id/files/:file", "routes/paper-draft-file/route.ts"),
  route("issued/:paperId", "routes/issued-paper/route.tsx"),
  route("issued/:paperId/paper.pdf", "routes/issued-paper-pdf/route.ts"),
  route("issued/:paperId/snapshot.json", "routes/issued-paper-snapshot/route.ts"),
  route("issued/:paperId/files/:file", "routes/issued-paper-file/route.ts"),
  route("issued/:paperId/sign", "routes/paper-sign/route.tsx"),
  route("issued/:paperId/signed-copies/:copyId", "routes/signed-copy/route.ts"),
  route("verify", "routes/verify/route.tsx"),
  route("deadlines", "routes/deadlines/route.tsx"),
];
