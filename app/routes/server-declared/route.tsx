import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { serverCells, serverColumns } from "~/routes/server-declaration/server-words";
import { requireScope } from "~/scope.server";
import { showServerDeclaration } from "~/use-cases/servers.server";

export const meta = pageTitle((words) => words.declarations.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const shown = await showServerDeclaration(ports, scope, { declarationId: params.declarationId ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  return reply(shown.value);
}

/** The list of servers as one declaration froze it. */
export default function DeclaredServers() {
  const words = useWords();
  const language = useLanguage();
  const { declarations: text } = words;
  const { declaredOn, servers, systems } = useLoaderData<typeof loader>();
  const title = text.frozenTitle(formatDay(declaredOn, language));
  return (
    <div className="stack">
      <PageHead title={title} crumbs={[{ to: "/server-list", label: text.title }, { label: title }]} />
      <section className="panel">
        <h2>{text.servers}</h2>
        <DataTable
          caption={text.servers}
          columns={serverColumns.map((name) => ({ name, label: text.fields[name] }))}
          rows={servers.map((each) => ({ id: each.id, cells: serverCells(words, each) }))}
        />
      </section>
      <section className="panel">
        <h2>{text.systems}</h2>
        <p className="panel-text">{systems.map((each) => each.name).join("、")}</p>
      </section>
    </div>
  );
}
