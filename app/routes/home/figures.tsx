import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "~/components/words";
import { TWO_FACTOR_DAY } from "~/domain/two-factor";
import { formatDay } from "~/messages/days";
import type { HomePage } from "./route";

/** Four figures, each with its arithmetic and a way to the rows behind it. */
export function Figures({ figures }: { figures: HomePage["figures"] }) {
  const words = useWords();
  const own = words.home.figures;
  const language = useLanguage();
  const { disclosed, decisions, undecided, twoFactor } = figures;
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
        title={own.twoFactor.title}
        value={twoFactor.total === 0 ? words.forms.notGiven : twoFactor.ready}
        unit={twoFactor.total === 0 ? "" : own.twoFactor.outOf(twoFactor.total)}
        of={own.twoFactor.of(
          twoFactor.inTime,
          formatDay(TWO_FACTOR_DAY, language),
          twoFactor.late,
          twoFactor.unknown,
        )}
        to="/two-factor"
        link={own.twoFactor.link}
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
