import { samplesOf } from "./address-samples";
import { type BuiltRoute, builtRoutes, routeFinder } from "./built-routes";
import type { DemoWeb } from "./demo-web";
import { formsOf, type HtmlForm } from "./html-forms";
import type { Visitor } from "./web";

export type Visited = { route: BuiltRoute; address: string; status: number; headers: Headers; html: string };
export type Walked = {
  routes: BuiltRoute[];
  visited: Visited[];
  /** An address of each route, chosen before anything was changed. */
  samples: Map<string, string>;
  /** Forms that post, by the route they post to. */
  forms: Map<string, { address: string; form: HtmlForm }[]>;
};
/** Who reads what: the desks belong to the vendor's browsers, everything else to the administrator. */
export type Readers = { admin: Visitor; desk: Visitor; submitted: Visitor };

export async function readersOf(demo: DemoWeb): Promise<Readers> {
  const [admin, desk, submitted] = await Promise.all([
    demo.web.as(demo.scopes.admin),
    demo.atDesk(demo.desks.desk),
    demo.atDesk(demo.desks.submitted),
  ]);
  return { admin, desk, submitted };
}

/** Whose browser an address is for. */
export function readerFor(demo: DemoWeb, readers: Readers, address: string): Visitor {
  if (!address.startsWith("/r/desk/")) return readers.admin;
  return address.includes(demo.desks.submitted) ? readers.submitted : readers.desk;
}

/** Reads every address of the program, pages and files, with records of the demo hospital in it. */
export async function walkEveryAddress(demo: DemoWeb, readers: Readers, count: number): Promise<Walked> {
  const routes = await builtRoutes();
  const routeOf = await routeFinder();
  const visited: Visited[] = [];
  const forms: Walked["forms"] = new Map();
  const samples: Walked["samples"] = new Map();
  for (const route of routes.filter((each) => each.id !== "root")) {
    const own = await samplesOf(demo.ports, route, { count, desks: demo.desks });
    samples.set(route.id, own[0] ?? "");
    for (const address of route.isPage || route.hasLoader ? own : []) {
      const answer = await readerFor(demo, readers, address).get(address);
      const isHtml = answer.headers.get("content-type")?.includes("html") === true;
      const html = isHtml ? await answer.text() : "";
      if (!isHtml) await answer.arrayBuffer();
      visited.push({ route, address, status: answer.status, headers: answer.headers, html });
      for (const form of formsOf(html).filter((each) => each.method === "post")) {
        const to = form.path === "" ? address : form.path;
        const id = form.path === "" ? route.id : routeOf(to);
        forms.set(id, [...(forms.get(id) ?? []), { address: to, form }]);
      }
    }
  }
  return { routes, visited, samples, forms };
}
