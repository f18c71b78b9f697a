import type { Catalogues } from "~/catalogues.server";
import { PAGE_SIZE } from "~/domain/list-query";
import { factsNamed } from "~/rule-facts.server";
import type { ShownRoute } from "~/use-cases/maintenance-route.server";

/** The walk as the page shows it: everything to change first, then the servers, 50 a page. */
export function routePage(shown: ShownRoute, catalogues: Catalogues, asked: number) {
  const { walk } = shown;
  const servers = walk.servers.map(({ server, obstacles }) => ({
    id: server.id,
    name: server.name,
    system: server.system,
    bearer: server.bearer,
    obstacles,
    typedClause: server.typedClause,
    clause: server.clause && {
      number: server.clause.number,
      quote: server.clause.quote,
      document: server.clause.documentTitle,
      page: server.clause.page,
      contract: { id: server.clause.contract.id, title: server.clause.contract.title },
    },
  }));
  const sorted = [...servers.filter(isOpen), ...servers.filter((each) => !isOpen(each))];
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(pages, asked >= 1 ? Math.trunc(asked) : 1);
  const from = (page - 1) * PAGE_SIZE;
  return {
    day: shown.day,
    today: shown.today,
    result: walk.result,
    list: walk.list,
    covered: walk.covered,
    total: servers.length,
    open: servers.filter(isOpen).map(({ id, name, obstacles }) => ({ id, name, obstacles })),
    servers: sorted.slice(from, from + PAGE_SIZE),
    paging: {
      page,
      pages,
      from: from + 1,
      to: Math.min(sorted.length, from + PAGE_SIZE),
      total: sorted.length,
    },
    systemsWithout: shown.systemsWithout.length,
    ...factsNamed(catalogues, (rules) => rules.entrusted?.facts ?? []),
  };
}
export type RoutePage = ReturnType<typeof routePage>;

function isOpen(server: { obstacles: readonly unknown[] }): boolean {
  return server.obstacles.length > 0;
}
