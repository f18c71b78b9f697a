import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { ScrollBox } from "~/components/scroll-box";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { loader } from "./route";

/** What the disclosures say otherwise than the connection, beside what is registered; nothing is taken over by itself. */
export function DifferencePanel() {
  const { connections: text } = useWords();
  const language = useLanguage();
  const [asked] = useSearchParams();
  const { connection, mayEdit } = useLoaderData<typeof loader>();
  if (connection === null || connection.differences.length === 0) return null;
  const { confirmedOn, differences } = connection;
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = text.options;
  return (
    <section className="panel">
      <h2>{text.differencesTitle}</h2>
      <p className="panel-text">
        {confirmedOn === null ? text.differencesOpen : text.differencesWhat(formatDay(confirmedOn, language))}
      </p>
      <ScrollBox label={text.differencesTitle}>
        <table className="list">
          <caption className="sr">{text.differencesTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{text.differenceColumns.field}</th>
              <th scope="col">{text.differenceColumns.held}</th>
              <th scope="col">{text.differenceColumns.proposed}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, held, proposed }) => (
              <tr key={field}>
                <th scope="row">{text.fields[field]}</th>
                <td>{options[field]?.[held] ?? held}</td>
                <td>{options[field]?.[proposed] ?? proposed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {mayEdit && (
        <p className="panel-text">
          {asked.get("take") === "proposal" ? (
            text.taken
          ) : (
            <Link className="button small" to={`/connections/${connection.id}?take=proposal`}>
              {text.takeProposal}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
