import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the program. */
export default [
  index("routes/home/route.tsx"),
  route("welcome", "routes/welcome/route.tsx"),
  route("sign-in", "routes/sign-in/route.tsx"),
  route("sign-out", "routes/sign-out/route.ts"),
  route("language", "routes/language/route.ts"),
  route("demo", "routes/demo/route.ts"),
] satisfies RouteConfig;
