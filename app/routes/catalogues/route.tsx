import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { editionsOf } from "~/editions.server";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";

export const meta = pageTitle((words) => words.catalogues.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports } = await requireScope(request, context, "viewer");
  return reply({ editions: editionsOf(ports.catalogues) });
}

export default function Catalogues() {
  const { editions } = useLoaderData<typeof loader>();
  const { catalogues, settings } = useWords();
  const columns = (["title", "kind", "items", "state", "issuer"] as const).map((name) => ({
    name,
    label: catalogues.columns[name],
  }));
  return (
    <div className="stack">
      <PageHead title={catalogues.title} lead={catalogues.lead} />
      <p className="note">{catalogues.official}</p>
      <div className="panel">
        <DataTable
          caption={catalogues.title}
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
      </div>
    </div>
  );
}
