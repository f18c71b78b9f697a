import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listDrafts, listPublished } from "#db/queries/catalogues.server";
import { DataTable } from "~/components/data-table";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { editionsOf } from "~/editions.server";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { Drafts, OwnCatalogues } from "./own-catalogues";

export const meta = pageTitle((words) => words.catalogues.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const [drafts, own] = await Promise.all([listDrafts(ports.db, scope), listPublished(ports.db, scope)]);
  return reply({
    editions: editionsOf(ports.catalogues),
    // why with a file: crosswalks and mappings that are drafted by hand have a list of their own.
    drafts: drafts.filter((each) => each.fileName !== null),
    own,
    canEdit: may(scope, "catalogue:write"),
  });
}

export default function Catalogues() {
  const { editions, drafts, own, canEdit } = useLoaderData<typeof loader>();
  const { catalogues, catalogueDrafts, relations, settings } = useWords();
  const columns = (["title", "kind", "items", "state", "issuer"] as const).map((name) => ({
    name,
    label: catalogues.columns[name],
  }));
  return (
    <div className="stack">
      <PageHead title={catalogues.title} lead={catalogues.lead}>
        {canEdit && (
          <>
            <Link className="button" to="/catalogues/relations">
              {relations.button}
            </Link>
            <Link className="button" to="/catalogues/sets/new">
              {catalogueDrafts.sets.button}
            </Link>
            <Link className="button primary" to="/catalogues/load">
              {catalogueDrafts.load.button}
            </Link>
          </>
        )}
      </PageHead>
      {drafts.length > 0 && <Drafts drafts={drafts} />}
      <OwnCatalogues own={own} canEdit={canEdit} />
      <section className="panel">
        <h2>{catalogueDrafts.list.shipped}</h2>
        <p className="panel-text quiet">{catalogues.official}</p>
        <DataTable
          caption={catalogueDrafts.list.shipped}
          columns={columns}
          rows={editions.map((each) => ({
            id: each.ref,
            to: `/catalogues/${each.ref}`,
            cells: {
              title: `${each.title}（${each.version}）`,
              kind: settings.kinds[each.kind],
              items: each.isTotalUnknown ? catalogues.unknownTotal(each.items) : catalogues.known(each.items),
              state: each.replacedBy
                ? catalogues.replaced(each.replacedBy.version, each.replacedBy.on)
                : catalogues.current,
              issuer: each.issuer,
            },
          }))}
        />
      </section>
    </div>
  );
}
