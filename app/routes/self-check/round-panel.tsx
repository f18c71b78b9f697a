import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { Field } from "~/components/field";
import { useLanguage, useWords } from "~/components/words";
import { nextRound } from "~/domain/own-checklist";
import { formatDay } from "~/messages/days";
import type { SelfCheckFound, SelfCheckPage } from "./route";

/** Rounds that are frozen, and the next one. */
export function RoundPanel({ page, found }: { page: SelfCheckPage; found: SelfCheckFound }) {
  const { selfChecks } = useWords();
  const { rounds } = selfChecks;
  const before = page.rounds.filter((each) => each.withdrawnReason === null);
  const next = nextRound(before);
  const isOver = !page.year.rounds.some((each) => each.no === next);
  return (
    <>
      <section className="panel">
        <h2>{rounds.title}</h2>
        {page.rounds.length === 0 ? (
          <p className="panel-text quiet">{rounds.none}</p>
        ) : (
          <RoundTable page={page} />
        )}
        {isOver && <p className="panel-text">{rounds.over}</p>}
      </section>
      {page.canEdit && !isOver && (
        <ConfirmPanel
          title={rounds.freeze(next)}
          what={rounds.freezeWhat}
          fields={{ intent: "freeze", version: page.sheet.version }}
          button={rounds.freeze(next)}
        >
          <Field name="answeredOn" label={rounds.answeredOn} isRequired problems={found?.problems}>
            {(control) => (
              <input {...control} type="date" defaultValue={found?.answeredOn || page.day} max={page.day} />
            )}
          </Field>
        </ConfirmPanel>
      )}
    </>
  );
}

function RoundTable({ page }: { page: SelfCheckPage }) {
  const { checklists, selfChecks } = useWords();
  const language = useLanguage();
  const { rounds } = selfChecks;
  const names = ["round", "day", "yes", "no", "state"] as const;
  return (
    <DataTable
      caption={rounds.title}
      columns={names.map((name) => ({ name, label: rounds.columns[name] }))}
      rows={page.rounds.map((each) => ({
        id: each.responseId,
        to: `/checklist-responses/${each.responseId}`,
        cells: {
          round: checklists.roundOf(each.round),
          day: <span className="num">{formatDay(each.answeredOn, language)}</span>,
          yes: <span className="num">{each.yesCount}</span>,
          no: <span className="num">{each.noCount}</span>,
          state:
            each.withdrawnReason === null ? rounds.frozen : `${rounds.withdrawn}：${each.withdrawnReason}`,
        },
      }))}
    />
  );
}
