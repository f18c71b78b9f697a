import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { RoutePageData } from "./route";

/** Everything that would have to change, the list first, then each server by name. */
export function ChangeList({ page }: { page: RoutePageData }) {
  const { route: text } = useWords().comparing;
  if (page.result === "entrusted-only") return null;
  return (
    <section className="panel">
      <h2>{text.changesTitle}</h2>
      <ul className="plain-list panel-text">
        {page.list.map((each) => (
          <li key={each}>
            <b>{text.listObstacles[each].word}</b>
            <span className="block">{text.listObstacles[each].change}</span>
          </li>
        ))}
        {page.open.map((server) =>
          server.obstacles.map((each) => (
            <li key={`${server.id} ${each}`}>
              <Link to={`/servers/${server.id}`}>{server.name}</Link> <b>{text.serverObstacles[each].word}</b>
              <span className="block">{text.serverObstacles[each].change}</span>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
