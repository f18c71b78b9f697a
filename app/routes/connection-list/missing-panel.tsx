import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";

const SHOWN = 50;

/** Systems of which no remote maintenance is registered, with a proposal where a disclosure says something. */
export function MissingPanel(props: {
  missing: readonly { id: string; name: string; answers: number }[];
  mayAdd: boolean;
}) {
  const { connections: text, nouns, history } = useWords();
  const { missing, mayAdd } = props;
  return (
    <section className="panel">
      <h2>{text.missingTitle(missing.length)}</h2>
      <p className="panel-text quiet">{text.missingWhat}</p>
      <ul className="link-rows" aria-label={nouns.system.many}>
        {missing.slice(0, SHOWN).map((each) => (
          <li key={each.id}>
            <Link to={`/systems/${each.id}`}>{each.name}</Link>
            <span className="quiet">
              {each.answers > 0 ? text.hasProposal(each.answers) : text.noProposal}
            </span>
            {mayAdd && (
              <Link
                className="button small"
                to={`/connections/new?systemId=${each.id}`}
                aria-label={`${each.name} ${each.answers > 0 ? text.propose : text.enter}`}
              >
                {each.answers > 0 ? text.propose : text.enter}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {missing.length > SHOWN && (
        <p className="panel-text quiet">{history.earlier(missing.length - SHOWN)}</p>
      )}
    </section>
  );
}
