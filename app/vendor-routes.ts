import { index, route } from "@remix-run/route-config";

/** Addresses of the vendor's side: the link, and the desk behind it. Nobody has an account there. */
export const vendorRoutes = [
  route("r/:token", "routes/vendor-link/route.tsx"),
  route("r/desk/:requestId", "routes/vendor-desk/route.tsx", [
    index("routes/vendor-answers/route.tsx"),
    route("workbook", "routes/vendor-workbook/route.tsx"),
    route("proposals", "routes/vendor-proposals/route.tsx"),
    route("questions", "routes/vendor-questions/route.tsx"),
    route("pass-on", "routes/vendor-pass-on/route.tsx"),
    route("refuse", "routes/vendor-refuse/route.tsx"),
    route("submit", "routes/vendor-submit/route.tsx"),
    route("official", "routes/vendor-official/route.tsx"),
    route("receipt", "routes/vendor-receipt/route.tsx"),
  ]),
  route("r/desk/:requestId/save", "routes/vendor-save/route.ts"),
  route("r/desk/:requestId/leave", "routes/vendor-leave/route.ts"),
  route("r/desk/:requestId/form", "routes/vendor-form/route.ts"),
  route("r/desk/:requestId/official/file", "routes/vendor-official-file/route.ts"),
  route("r/desk/:requestId/files/:fileId", "routes/vendor-file/route.ts"),
  route("r/desk/:requestId/submissions/:submissionId", "routes/vendor-submission/route.ts"),
];
