import { index, type RouteConfig, route } from "@remix-run/route-config";
import { catalogueRoutes } from "./catalogue-routes";
import { choosingRoutes } from "./choosing-routes";
import { compareRoutes } from "./compare-routes";
import { contractRecordRoutes } from "./contract-record-routes";
import { contractRoutes } from "./contract-routes";
import { decisionRoutes } from "./decision-routes";
import { disclosureRoutes } from "./disclosure-routes";
import { importRoutes } from "./import-routes";
import { lookBackRoutes } from "./look-back-routes";
import { peopleRoutes } from "./people-routes";
import { registerPaths } from "./register-paths";
import { requestRoutes } from "./request-routes";
import { selfCheckRoutes } from "./self-check-routes";
import { trustRoutes } from "./trust-routes";
import { vendorRoutes } from "./vendor-routes";

/** Registers whose record page and form are built apart, because they hold more than facts and lists. */
const withOwnPage: readonly string[] = [registerPaths.contract];

/** List, new, record and edit of the other registers are the same four files. */
const registers = Object.values(registerPaths).flatMap((path) => [
  route(path, "routes/register-list/route.tsx", { id: `${path}-list` }),
  ...(withOwnPage.includes(path)
    ? []
    : [
        route(`${path}/new`, "routes/register-form/route.tsx", { id: `${path}-new` }),
        route(`${path}/:id/edit`, "routes/register-form/route.tsx", { id: `${path}-edit` }),
      ]),
  ...(withOwnPage.includes(path)
    ? []
    : [route(`${path}/:id`, "routes/register-record/route.tsx", { id: `${path}-record` })]),
]);

/** Every address of the program. */
export default [
  index("routes/home/route.tsx"),
  route("welcome", "routes/welcome/route.tsx"),
  route("sign-in", "routes/sign-in/route.tsx"),
  route("sign-out", "routes/sign-out/route.ts"),
  route("language", "routes/language/route.ts"),
  route("demo", "routes/demo/route.ts"),
  route("settings", "routes/settings/route.tsx"),
  route("search", "routes/search/route.tsx"),
  route("export/:noun", "routes/export/route.ts"),
  route("contracts/:id/systems", "routes/contract-systems/route.tsx"),
  ...catalogueRoutes,
  ...compareRoutes,
  ...choosingRoutes,
  ...contractRecordRoutes,
  ...contractRoutes,
  ...decisionRoutes,
  ...disclosureRoutes,
  ...importRoutes,
  ...lookBackRoutes,
  ...peopleRoutes,
  ...requestRoutes,
  ...registers,
  ...selfCheckRoutes,
  ...trustRoutes,
  ...vendorRoutes,
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
