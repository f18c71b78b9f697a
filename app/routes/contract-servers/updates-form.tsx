import { Form } from "@remix-run/react";
import { useWords } from "~/components/words";
import { updateBearers } from "~/domain/register";
import { optionLabel } from "~/messages/labels";
import type { ServersPage } from "./page.server";

type Server = ServersPage["servers"][number];

/** The clause that says who updates a server; for an editor a small form that ties the two. */
export function UpdatesForm({ server, page }: { server: Server; page: ServersPage }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const said = server.isQuoted
    ? server.clause
    : server.clause === ""
      ? text.noClause
      : text.typedOnly(server.clause);
  if (!page.head.mayEdit) return <>{said}</>;
  return (
    <>
      {said}
      <details>
        <summary>{words.actions.edit}</summary>
        <Form method="post" className="inline-form">
          <input type="hidden" name="serverId" value={server.id} />
          <input type="hidden" name="version" value={server.version} />
          <select name="bearer" defaultValue={server.bearer} aria-label={text.settleFor(server.name)}>
            {updateBearers.map((each) => (
              <option key={each} value={each}>
                {optionLabel(words, "server", "securityUpdateBearer", each)}
              </option>
            ))}
          </select>
          <select
            name="clauseKey"
            defaultValue={server.clauseKey ?? ""}
            aria-label={text.clauseFor(server.name)}
          >
            <option value="">{text.noClause}</option>
            {page.clauses.map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
          <button type="submit" className="button small">
            {text.settle}
          </button>
        </Form>
      </details>
    </>
  );
}
