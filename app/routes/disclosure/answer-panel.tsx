import { Link } from "@remix-run/react";
import { CellName } from "~/components/cell-name";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import { unreadReasonLabel } from "~/messages/reason-label";
import type { AnswerFilter, DisclosurePage } from "./disclosure-page.server";

/** Every answer with its remark and cell; what was read and what a person set. */
export function AnswerPanel({ page }: { page: DisclosurePage }) {
  const { disclosures } = useWords();
  const { answerColumns } = disclosures;
  const columns = (["no", "question", "answer", "remark", "cell", "read"] as const).map((name) => ({
    name,
    label: answerColumns[name],
  }));
  return (
    <section className="panel" id="answers">
      <h2>{disclosures.answers}</h2>
      <AnswerFilters page={page} />
      {page.answers.length === 0 && <p className="panel-text">{disclosures.noAnswers}</p>}
      {page.answers.length > 0 && (
        <DataTable
          caption={disclosures.answers}
          columns={columns}
          rows={page.answers.map((each) => ({ id: String(each.ordinal), cells: cellsOf(each) }))}
        />
      )}
      <AnswerPages page={page} />
    </section>
  );
}

type Answer = DisclosurePage["answers"][number];

function cellsOf(each: Answer) {
  return {
    no: <span className="num">{each.no}</span>,
    question: (
      <>
        {each.question}
        {each.section !== "" && <span className="block quiet">{each.section}</span>}
      </>
    ),
    answer: <AnswerWord answer={each.answer} />,
    remark: each.remark,
    cell: <CellName cell={each.cell} />,
    read: <HowRead answer={each} />,
  };
}

function AnswerWord({ answer }: { answer: Answer["answer"] }) {
  const { answers } = useWords();
  const needsEye = answer !== "yes" && answer !== "not-applicable";
  return <b className={needsEye ? "late nowrap" : "nowrap"}>{answers[answer]}</b>;
}

function HowRead({ answer }: { answer: Answer }) {
  const words = useWords();
  const { disclosures, answers } = words;
  return (
    <span className="quiet">
      {answer.setAt || answer.readReason
        ? disclosures.readAs(answers[answer.readAnswer])
        : disclosures.readUnchanged}
      {answer.readReason && <span className="block">{unreadReasonLabel(words, answer.readReason)}</span>}
      {answer.setAt && (
        <span className="block">
          {disclosures.setBy(answers[answer.answer], answer.setBy ?? "", formatMoment(answer.setAt))}
          {answer.setReason && `「${answer.setReason}」`}
        </span>
      )}
    </span>
  );
}

function AnswerFilters({ page }: { page: DisclosurePage }) {
  const { disclosures } = useWords();
  const labels: Record<AnswerFilter, string> = {
    all: disclosures.filterAll,
    no: disclosures.filterNo,
    blank: disclosures.filterBlank,
    set: disclosures.filterSet,
  };
  return (
    <nav className="filters panel-text" aria-label={disclosures.filterAnswer}>
      {page.filterCounts.map(({ name, count }) => (
        <Link
          key={name}
          className="filter"
          to={name === "all" ? "?#answers" : `?answers=${name}#answers`}
          preventScrollReset
          aria-current={name === page.filter ? "true" : undefined}
        >
          {labels[name]} {count}
        </Link>
      ))}
    </nav>
  );
}

function AnswerPages({ page }: { page: DisclosurePage }) {
  const { disclosures, intake } = useWords();
  if (page.pages === 1) return null;
  const to = (number: number) => `?answers=${page.filter}&page=${number}#answers`;
  const end = page.from + page.answers.length - 1;
  return (
    <nav className="pager panel-text" aria-label={disclosures.answers}>
      <span className="num">{disclosures.rowRange(page.from, end, page.total)}</span>
      {page.page > 1 && <Link to={to(page.page - 1)}>{intake.sheetPrevious}</Link>}
      {page.page < page.pages && <Link to={to(page.page + 1)}>{intake.sheetNext}</Link>}
    </nav>
  );
}
