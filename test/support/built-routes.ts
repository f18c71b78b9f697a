import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { ensureBuilt } from "../../app/cli/build.mjs";

const root = path.resolve(import.meta.dirname, "../..");

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** One route of the built program, with its whole address (`contracts/:id/edit`). */
export type BuiltRoute = {
  id: string;
  address: string;
  isPage: boolean;
  hasLoader: boolean;
  hasAction: boolean;
  /** True for the page at an address that has a frame above it: `?index` names it when posting. */
  isIndex: boolean;
  /** Names that the route's own source writes in quotes: its fields, its intents, its parameters. */
  words: string[];
};

/** The routes as the program was built, not as somebody listed them. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const { routes } = await remixBuild();
  const sources = await sourceFolders();
  return Object.values(routes).flatMap((route) => {
    if (route === undefined) return [];
    const address: string[] = [];
    for (let at: typeof route | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
      if (at.path) address.unshift(at.path);
    }
    const { module } = route;
    return [
      {
        id: route.id,
        address: address.join("/"),
        isPage: module.default !== undefined,
        hasLoader: module.loader !== undefined,
        hasAction: module.action !== undefined,
        isIndex: route.index === true,
        words: wordsIn(sources.get(route.id)),
      },
    ];
  });
}

/** Id of the route that answers a path; "" where none does. */
export async function routeFinder(): Promise<(address: string) => string> {
  const { routes } = await remixBuild();
  const below = (parent: string | undefined): RouteObject[] =>
    Object.values(routes).flatMap((route): RouteObject[] => {
      if (route === undefined || route.parentId !== parent) return [];
      const common = { id: route.id, path: route.path ?? "" };
      return [route.index ? { ...common, index: true } : { ...common, children: below(route.id) }];
    });
  const tree = below(undefined);
  return (address) => {
    const pathname = address.split(/[?#]/)[0] ?? "/";
    return matchRoutes(tree, decodeURI(pathname))?.at(-1)?.route.id ?? "";
  };
}

async function remixBuild(): Promise<ServerBuild> {
  await ensureBuilt();
  return import(pathToFileURL(path.join(root, "build/server/index.js")).href);
}

/** Folder of each route's source, by the route's id: routes that share a file share it. */
async function sourceFolders(): Promise<Map<string, string>> {
  const { default: entries } = await import("~/routes");
  const folders = new Map<string, string>();
  const visit = (all: typeof entries) => {
    for (const entry of all) {
      const id = entry.id ?? entry.file.replace(/\.tsx?$/, "");
      folders.set(id, path.join(root, "app", path.dirname(entry.file)));
      visit(entry.children ?? []);
    }
  };
  visit(entries);
  return folders;
}

function wordsIn(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  const text = fs
    .readdirSync(folder)
    .map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
    .join("\n");
  const code = text.replace(/^import .*$/gm, "").replace(/className="[^"]*"/g, "");
  return [...new Set([...code.matchAll(/"([A-Za-z][A-Za-z-]{1,30})"/g)].map((each) => each[1] ?? ""))];
}
