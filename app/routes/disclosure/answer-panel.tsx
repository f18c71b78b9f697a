import { Link } from "@remix-run/react";
import { BearersCell } from "~/components/bearers";
import { CellName } from "~/components/cell-name";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import { unreadReasonLabel } from "~/messages/reason-label";
import type { BearersThen } from "./bearers-then.server";
import type { AnswerFilter, DisclosurePage } from "./disclosure-page.server";

type Page = DisclosurePage & Pick<BearersThen, "bearers" | "dates">;

/** Every answer with its remark and cell; what was read and what a person set; who bears the item. */
export function AnswerPanel({ page }: { page: Page }) {
  const { disclosures, bearers } = useWords();
  const labels = { ...disclosures.answerColumns, bearers: bearers.label };
  const names = ["no", "question", "answer", "remark", "bearers", "cell", "read"] as const;
  const columns = names.map((name) => ({ name, label: labels[name] }));
  return (
    <section className="panel" id="answers">
      <h2>{disclosures.answers}</h2>
      <AnswerFilters page={page} />
      {page.answers.length === 0 && <p className="panel-text">{disclosures.noAnswers}</p>}
      {page.answers.length > 0 && (
        <DataTable
          caption={disclosures.answers}
          columns={columns}
          rows={page.answers.map((each) => ({
            id: String(each.ordinal),
            ...(each.ordinal === page.at ? { anchor: "at" } : {}),
            cells: { ...cellsOf(each), bearers: <BearersCell of={page.bearers[each.ordinal]} /> },
          }))}
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

/** The address of some answers of the page; the days that are asked about stay. */
function answersTo(page: Page, asked: { answers?: string; page?: number }): string {
  const { day, knownOn, isPast } = page.dates;
  const params = new URLSearchParams(isPast ? { day, knownOn } : {});
  if (asked.answers && asked.answers !== "all") params.set("answers", asked.answers);
  if (asked.page) params.set("page", String(asked.page));
  return `?${params}#answers`;
}

function AnswerFilters({ page }: { page: Page }) {
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
          to={answersTo(page, { answers: name })}
          preventScrollReset
          aria-current={name === page.filter ? "true" : undefined}
        >
          {labels[name]} {count}
        </Link>
      ))}
    </nav>
  );
}

function AnswerPages({ page }: { page: Page }) {
  const { disclosures, intake } = useWords();
  if (page.pages === 1) return null;
  const to = (number: number) => answersTo(page, { answers: page.filter, page: number });
  const end = page.from + page.answers.length - 1;
  return (
    <nav className="pager panel-text" aria-label={disclosures.answers}>
      <span className="num">{disclosures.rowRange(page.from, end, page.total)}</span>
      {page.page > 1 && <Link to={to(page.page - 1)}>{intake.sheetPrevious}</Link>}
      {page.page < page.pages && <Link to={to(page.page + 1)}>{intake.sheetNext}</Link>}
    </nav>
  );
}
