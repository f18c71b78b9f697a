import { Link } from "@remix-run/react";
import { VerdictBadge } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { ComparedPair } from "./route";

/** What the newer disclosure does to the verdicts of the edition and to the decisions taken on the series. */
export function EffectPanels({ pair }: { pair: ComparedPair }) {
  return (
    <>
      <Verdicts pair={pair} />
      <Decisions pair={pair} />
    </>
  );
}

function Verdicts({ pair }: { pair: ComparedPair }) {
  const { disclosureCompare: text } = useWords();
  const names = ["clause", "summary", "before", "after", "way"] as const;
  return (
    <section className="panel">
      <h2>
        {text.verdicts} <small>{`${pair.guideline.title} ${pair.guideline.version}`}</small>
      </h2>
      {pair.verdicts.length === 0 ? (
        <p className="panel-text quiet">{text.verdictsNone}</p>
      ) : (
        <DataTable
          caption={text.verdicts}
          columns={names.map((name) => ({ name, label: text.verdictColumns[name] }))}
          rows={pair.verdicts.map((each) => ({
            id: each.requirement,
            to: toAssessment(pair, each.requirement),
            cells: {
              clause: each.clause,
              summary: each.summary,
              before: <VerdictBadge verdict={each.before} />,
              after: <VerdictBadge verdict={each.after} />,
              way: each.isWorse ? <b className="late">{text.worse}</b> : text.better,
            },
          }))}
        />
      )}
    </section>
  );
}

function Decisions({ pair }: { pair: ComparedPair }) {
  const { disclosureCompare: text, decisionKinds } = useWords();
  const names = ["clause", "summary", "decision", "effect"] as const;
  return (
    <section className="panel">
      <h2>{text.decisions}</h2>
      {pair.openGaps.length > 0 && (
        <p className="panel-text">
          {text.openGaps(pair.openGaps.length)} <Link to={toAssessment(pair, null)}>{text.toAssessment}</Link>
        </p>
      )}
      {pair.decisions.length === 0 ? (
        <p className="panel-text quiet">{text.decisionsNone}</p>
      ) : (
        <DataTable
          caption={text.decisions}
          columns={names.map((name) => ({ name, label: text.decisionColumns[name] }))}
          rows={pair.decisions.map((each) => ({
            id: each.id,
            to: toAssessment(pair, each.requirement),
            cells: {
              clause: each.clause,
              summary: each.summary,
              decision: decisionKinds[each.decided].word,
              effect: (
                <>
                  <b className={each.kind === "holds" ? undefined : "late"}>
                    {text.effects[each.kind].title}
                  </b>
                  <span className="block quiet">{text.effects[each.kind].next}</span>
                </>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}

function toAssessment({ newer, guideline }: ComparedPair, requirement: string | null): string {
  const query = new URLSearchParams({
    guideline: guideline.ref,
    ...(requirement ? { show: "all", open: requirement } : {}),
  });
  return `/assessments/${newer.id}?${query}`;
}
