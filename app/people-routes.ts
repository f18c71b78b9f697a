import { type RouteConfig, route } from "@remix-run/route-config";

/** Steps of signing in, one's own account, the people and hospitals of a group. */
export const peopleRoutes = [
  route("sign-in/code", "routes/sign-in-code/route.tsx"),
  route("sign-in/set-up", "routes/sign-in-set-up/route.tsx"),
  route("sign-in/password", "routes/sign-in-password/route.tsx"),
  route("sign-in/passkey", "routes/sign-in-passkey/route.ts"),
  route("sign-in/provider", "routes/sign-in-provider/route.tsx"),
  route("sign-in/provider/callback", "routes/sign-in-provider-callback/route.tsx"),
  route("passkey-options", "routes/passkey-options/route.ts"),
  route("join/:token", "routes/join/route.tsx"),
  route("account", "routes/account/route.tsx"),
  route("hospitals", "routes/hospitals/route.ts"),
  route("people", "routes/people/route.tsx"),
  route("people/:id", "routes/person/route.tsx"),
  route("settings/access", "routes/access/route.tsx"),
] satisfies RouteConfig;
