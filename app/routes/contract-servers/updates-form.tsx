import { Form, Link } from "@remix-run/react";
import { firstOf, type RawValues } from "~/components/plain-fields";
import { clauseThen } from "~/components/update-fields";
import { useWords } from "~/components/words";
import { updateBearers } from "~/domain/register";
import { optionLabel } from "~/messages/labels";
import type { ServersPage } from "./page.server";

type Server = ServersPage["servers"][number];
type Props = { server: Server; page: ServersPage; typed: RawValues | undefined };

/** The clause that says who bears a server's updates; for an editor a small form that records a change of the two. */
export function Clause(props: Props) {
  const words = useWords();
  const { server, page, typed } = props;
  const isRefused = typed !== undefined && firstOf(typed, "serverId") === server.id;
  return (
    <>
      {clauseThen(words, server)}
      {page.head.mayEdit && (
        <details key={server.version} open={isRefused}>
          <summary>{words.updateBearers.record}</summary>
          <UpdatesForm {...props} typed={isRefused ? typed : undefined} />
          <p>
            <Link className="button small" to={`/servers/${server.id}/updates`}>
              {words.updateBearers.toHistory}
            </Link>
          </p>
        </details>
      )}
    </>
  );
}

function UpdatesForm({ server, page, typed }: Props) {
  const words = useWords();
  const { contractRecords: text, updateBearers: own } = words;
  // A clause of another contract stays chosen, so that saving a day or a bearer does not drop it.
  const isOther = server.clauseKey !== null && page.clauses.every((each) => each.value !== server.clauseKey);
  const value = (name: string, kept: string) => (typed ? firstOf(typed, name) : kept);
  return (
    <Form method="post" className="stack" noValidate>
      <input type="hidden" name="serverId" value={server.id} />
      <input type="hidden" name="version" value={server.version} />
      <label className="field">
        {own.fields.bearer}
        <select
          name="bearer"
          defaultValue={value("bearer", server.bearer)}
          aria-label={text.settleFor(server.name)}
        >
          {updateBearers.map((each) => (
            <option key={each} value={each}>
              {optionLabel(words, "server", "securityUpdateBearer", each)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {own.fields.clauseKey}
        <select
          name="clauseKey"
          defaultValue={value("clauseKey", server.clauseKey ?? "")}
          aria-label={text.clauseFor(server.name)}
        >
          <option value="">{text.noClause}</option>
          {isOther && <option value={server.clauseKey ?? ""}>{clauseThen(words, server)}</option>}
          {page.clauses.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {own.fields.typedClause}
        <input
          name="typedClause"
          defaultValue={value("typedClause", server.typedClause)}
          aria-label={own.typedFor(server.name)}
        />
      </label>
      <label className="field">
        {own.fields.effectiveFrom}
        <input
          type="date"
          name="effectiveFrom"
          defaultValue={value("effectiveFrom", page.head.today)}
          aria-label={own.fromFor(server.name)}
        />
      </label>
      <button type="submit" className="button small">
        {text.settle}
      </button>
    </Form>
  );
}
