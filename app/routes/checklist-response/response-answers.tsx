import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { unreadReasons } from "~/domain/reading";
import { formatMoment } from "~/messages/days";
import type { ShownChecklist } from "~/use-cases/show-checklist.server";

type Answer = ShownChecklist["answers"][number];

/** Every row as it was answered, with what a person set, and the cells nobody could read. */
export function ResponseAnswers({ page }: { page: ShownChecklist & { at: number | null } }) {
  const { checklists } = useWords();
  const columns = (["no", "item", "answer", "target", "remark", "cell"] as const).map((name) => ({
    name,
    label: checklists.answerColumns[name],
  }));
  return (
    <>
      <section className="panel">
        <h2>{checklists.answers}</h2>
        <DataTable
          caption={checklists.answers}
          columns={columns}
          rows={page.answers.map((each) => ({
            id: String(each.ordinal),
            ...(each.ordinal === page.at ? { anchor: "at" } : {}),
            cells: {
              no: <span className="num">{each.no || "—"}</span>,
              item: each.item,
              answer: <AnswerCell answer={each} />,
              target: <span className="num">{each.targetOn ?? each.targetText}</span>,
              remark: each.remark,
              cell: <span className="num">{each.cell}</span>,
            },
          }))}
        />
      </section>
      <Unread page={page} />
    </>
  );
}

function AnswerCell({ answer }: { answer: Answer }) {
  const { answers, intake, disclosures } = useWords();
  return (
    <>
      <b>{answers[answer.answer]}</b>
      {answer.setAt !== null && (
        <small className="block quiet">
          {answer.readAnswer !== answer.answer && `${disclosures.readAs(answers[answer.readAnswer])}・`}
          {intake.setTo(answer.setBy ?? "", formatMoment(answer.setAt))}
        </small>
      )}
    </>
  );
}

function Unread({ page }: { page: ShownChecklist }) {
  const { disclosures, unreadReasons: words } = useWords();
  if (page.unread.length === 0) return null;
  return (
    <section className="panel">
      <h2>{disclosures.unread}</h2>
      <p className="panel-text quiet">{disclosures.unreadWhat}</p>
      <ul className="lines unread-lines">
        {page.unread.map((each) => {
          const reason = unreadReasons.find((one) => one === each.reason);
          return (
            <li key={`${each.cell} ${each.reason}`}>
              <span className="num">{each.cell}</span>
              <span>
                {each.text}
                <small className="block">{reason ? words[reason] : each.reason}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
