import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { sinceText } from "~/components/entry-history";
import type { RawValues } from "~/components/plain-fields";
import { bearerThen } from "~/components/update-fields";
import { useLanguage, useWords } from "~/components/words";
import { optionLabel } from "~/messages/labels";
import type { ServersPage } from "./page.server";
import { Clause } from "./updates-form";

/** Servers of the covered systems: who updates each, and the clause that says so. */
export function Servers({ page, typed }: { page: ServersPage; typed: RawValues | undefined }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const language = useLanguage();
  const names = ["name", "system", "kind", "covered", "bearer", "since", "clause"] as const;
  const covered = page.serverScope === "unclear" ? text.coverUnclear : text.covered;
  return (
    <section className="panel">
      <h2>{text.serversTitle}</h2>
      <p className="panel-text quiet">{text.serversWhat}</p>
      {page.servers.length === 0 ? (
        <p className="panel-text">{text.serversEmpty}</p>
      ) : (
        <DataTable
          caption={text.serversTitle}
          columns={names.map((name) => ({ name, label: text.serverColumns[name] }))}
          rows={page.servers.map((each) => ({
            id: each.id,
            to: `/servers/${each.id}/updates`,
            cells: {
              name: each.name,
              system: each.system,
              kind: optionLabel(words, "server", "kind", each.kind),
              covered,
              bearer: bearerThen(words, each),
              since: each.effectiveFrom ? sinceText(words, language, each.effectiveFrom) : "",
              clause: <Clause server={each} page={page} typed={typed} />,
            },
          }))}
        />
      )}
      {page.others.length > 0 && (
        <details className="panel-text">
          <summary>{text.otherServers(page.others.length)}</summary>
          <ul className="plain-list">
            {page.others.map((each) => (
              <li key={each.id}>
                <Link to={`/servers/${each.id}`}>{each.name}</Link>　{each.system}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
