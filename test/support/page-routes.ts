import type { RouteConfigEntry } from "@remix-run/route-config";

/** The addresses that answer with a page, as the routes write them: `contracts/:id`, "" for the first page. */
export function pagesOf(entries: readonly RouteConfigEntry[], above = ""): string[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ""].filter((each) => each !== "").join("/");
    if (entry.children && entry.children.length > 0) return pagesOf(entry.children, path);
    return entry.file.endsWith(".tsx") ? [path] : []; // the others are files, exports and actions
  });
}

/** Whether an address belongs to a route: `contracts/:id` has `/contracts/…`; `*` has every address. */
export function isOfRoute(route: string, pathname: string): boolean {
  if (route === "*") return true;
  const parts = route.split("/").map((each) => (each.startsWith(":") ? "[^/]+" : each));
  return new RegExp(`^/${parts.join("/")}/?$`).test(pathname);
}

/** Pages for somebody who is not signed in. */
export const outsidePages = [
  "welcome",
  "sign-in",
  "sign-in/code",
  "sign-in/set-up",
  "sign-in/password",
  "sign-in/provider",
  "sign-in/provider/callback",
  "join/:token",
];
