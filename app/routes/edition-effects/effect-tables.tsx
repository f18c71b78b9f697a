import { Link } from "@remix-run/react";
import { VerdictBadge } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { EffectsPage } from "./route";

/** One kind of effect over all current disclosures. */
export function AnswerEffects({ page }: { page: EffectsPage }) {
  const words = useWords();
  const { editionEffects: text } = words;
  const answerWords: Readonly<Record<string, string>> = words.answers;
  const names = ["clause", "system", "kind", "before", "answers"] as const;
  return (
    <section className="panel">
      <h2>
        {text.answers} <small>{text.kinds[page.kind].title}</small>
      </h2>
      <p className="panel-text quiet">{text.kinds[page.kind].help}</p>
      {page.rows.length === 0 ? (
        <p className="panel-text">{words.lists.nothingFound}</p>
      ) : (
        <DataTable
          caption={text.answers}
          columns={names.map((name) => ({ name, label: text.columns[name] }))}
          rows={page.rows.map(({ disclosure, systems, effect }) => ({
            id: `${disclosure.id} ${effect.requirement}`,
            to: `/assessments/${disclosure.id}?${new URLSearchParams({ guideline: page.to.ref, show: "all" })}`,
            cells: {
              clause: (
                <>
                  {effect.clause}
                  <span className="block quiet">{effect.summary}</span>
                </>
              ),
              system: (
                <>
                  {systems.join("・")}
                  <span className="block quiet">{disclosure.product}</span>
                </>
              ),
              kind: <VerdictBadge verdict={effect.verdict} />,
              before:
                effect.before.length === 0 ? (
                  <span className="quiet">{text.noBefore}</span>
                ) : (
                  effect.before.map((each) => (
                    <span key={each.clause} className="block">
                      {each.clause} <VerdictBadge verdict={each.verdict} />
                    </span>
                  ))
                ),
              answers: effect.answers
                .map((each) => `${each.no} ${answerWords[each.answer] ?? each.answer}`)
                .join("、"),
            },
          }))}
        />
      )}
    </section>
  );
}

/** Lines of contracts and role sheets in force that quote a clause, with what the newer edition says of it. */
export function QuotingLines({ page }: { page: EffectsPage }) {
  const { editionEffects: text } = useWords();
  const names = ["place", "text", "clause", "state"] as const;
  return (
    <section className="panel">
      <h2>
        {text.lines} <small>{page.lines.length}</small>
      </h2>
      {page.lines.length === 0 ? (
        <p className="panel-text">{text.linesNone}</p>
      ) : (
        <DataTable
          caption={text.lines}
          columns={names.map((name) => ({ name, label: text.lineColumns[name] }))}
          rows={page.lines.map((line) => ({
            id: `${line.contractId} ${line.place} ${line.text}`,
            cells: {
              place: (
                <>
                  <Link
                    to={
                      line.roleSheetId ? `/role-sheets/${line.roleSheetId}` : `/contracts/${line.contractId}`
                    }
                  >
                    {line.contract}
                  </Link>
                  <span className="block quiet">{`${text.lineKinds[line.kind]}　${line.place}`}</span>
                </>
              ),
              text: line.text,
              clause: line.mentions.map((each) => (
                <span key={each.clause} className="block">
                  {each.clause}
                </span>
              )),
              state: line.mentions.map((each) => (
                <span key={each.clause} className="block">
                  <b>{text.mentions[each.state].title}</b>
                  {each.movedTo.length > 0 && ` ${text.movedTo(each.movedTo.join("、"))}`}
                  <span className="block quiet">{text.mentions[each.state].next}</span>
                </span>
              )),
            },
          }))}
        />
      )}
    </section>
  );
}
