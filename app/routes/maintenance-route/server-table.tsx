import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { optionLabel } from "~/messages/labels";
import type { RoutePageData } from "./route";

/** Server by server: who bears the updates, and the quoted clause as it stands on the day. */
export function ServerTable({ page }: { page: RoutePageData }) {
  const words = useWords();
  const { route: text } = words.comparing;
  const names = ["server", "system", "bearer", "clause", "open"] as const;
  if (page.servers.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.serversTitle}</h2>
      <DataTable
        caption={text.serversTitle}
        columns={names.map((name) => ({ name, label: text.columns[name] }))}
        rows={page.servers.map((each) => ({
          id: each.id,
          to: `/servers/${each.id}`,
          cells: {
            server: each.name,
            system: each.system,
            bearer: optionLabel(words, "server", "securityUpdateBearer", each.bearer),
            clause: <Clause server={each} />,
            open:
              each.obstacles.length === 0 ? (
                <b>{text.covered}</b>
              ) : (
                each.obstacles.map((code) => (
                  <span key={code} className="block">
                    {text.serverObstacles[code].word}
                  </span>
                ))
              ),
          },
        }))}
      />
      <Paging page={page} />
    </section>
  );
}

function Clause({ server }: { server: RoutePageData["servers"][number] }) {
  const { comparing, contractRecords } = useWords();
  const { clause } = server;
  if (clause === null) return <span className="quiet">{server.typedClause || contractRecords.noClause}</span>;
  const place = [clause.document, clause.page === null ? null : `p.${clause.page}`].filter(Boolean).join(" ");
  return (
    <>
      <Link to={`/contracts/${clause.contract.id}/servers`}>{clause.contract.title}</Link> {clause.number}
      <span className="block">{comparing.route.quote(clause.quote)}</span>
      {place !== "" && <span className="quiet block">{place}</span>}
    </>
  );
}

function Paging({ page }: { page: RoutePageData }) {
  const { comparing, lists } = useWords();
  const { paging, day } = page;
  if (paging.pages === 1) return null;
  const to = (no: number) => `/maintenance-route?day=${day}&page=${no}`;
  return (
    <nav className="pager panel-text" aria-label={lists.pages}>
      <span className="num">{comparing.applicability.range(paging.from, paging.to, paging.total)}</span>
      {paging.page > 1 && <Link to={to(paging.page - 1)}>{lists.previous}</Link>}
      {paging.page < paging.pages && <Link to={to(paging.page + 1)}>{lists.next}</Link>}
    </nav>
  );
}
