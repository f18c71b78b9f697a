import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/components/words";
import type { HomePage } from "./route";

/** Four figures, each with its arithmetic and a way to the rows behind it. */
export function Figures({ figures }: { figures: HomePage["figures"] }) {
  const words = useWords();
  const own = words.home.figures;
  const { disclosed, decisions, undecided, contracts } = figures;
  return (
    <div className="figures">
      <DisclosedFigure disclosed={disclosed} />
      <Figure
        title={own.decisions.title}
        value={decisions.open}
        unit={words.home.items}
        of={
          <span className={decisions.overdue > 0 ? "late" : undefined}>
            {own.decisions.of(decisions.overdue)}
          </span>
        }
        to="/deadlines?kind=decision-due"
        link={own.decisions.link}
      />
      <Figure
        title={own.undecided.title}
        value={undecided.count}
        unit={words.home.rows}
        of={own.undecided.of(undecided.total)}
        to="/role-sheets"
        link={own.undecided.link}
      />
      <Figure
        title={own.contracts.title}
        value={contracts.ending}
        unit={words.home.items}
        of={own.contracts.of(contracts.ended, contracts.total)}
        to="/deadlines?kind=contract-end"
        link={own.contracts.link}
      />
    </div>
  );
}

function DisclosedFigure({ disclosed }: { disclosed: HomePage["figures"]["disclosed"] }) {
  const words = useWords();
  const own = words.home.figures;
  return (
    <Figure
      title={own.disclosed.title}
      value={
        disclosed.total === 0 ? words.forms.notGiven : Math.floor((disclosed.count * 100) / disclosed.total)
      }
      unit={disclosed.total === 0 ? "" : "%"}
      of={disclosed.total === 0 ? own.disclosed.none : own.disclosed.of(disclosed.count, disclosed.total)}
      rows={<MissingSystems missing={disclosed.missing} />}
    />
  );
}

function Figure(props: {
  title: string;
  value: ReactNode;
  unit: string;
  of: ReactNode;
  to?: string;
  link?: string;
  rows?: ReactNode;
}) {
  return (
    <section className="panel figure">
      <h2>{props.title}</h2>
      <strong className="num">
        {props.value}
        <small>{props.unit}</small>
      </strong>
      <p>{props.of}</p>
      {props.to && <Link to={props.to}>{props.link}</Link>}
      {props.rows}
    </section>
  );
}

/** The systems behind the rate, in place. */
function MissingSystems({ missing }: { missing: HomePage["figures"]["disclosed"]["missing"] }) {
  const words = useWords();
  if (missing.length === 0) return <Link to="/systems">{words.nouns.system.many}</Link>;
  return (
    <details className="missing-systems">
      <summary>{words.home.figures.disclosed.link(missing.length)}</summary>
      <ul>
        {missing.map((system) => (
          <li key={system.id}>
            <Link to={`/systems/${system.id}`}>{system.name}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
