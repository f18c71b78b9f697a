import { Tag } from "~/components/badges";
import { EmptyState } from "~/components/empty-state";
import { ScanState } from "~/components/scan-state";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { isEditable } from "~/domain/request-state";
import type { RequestData } from "./route";
import { Thread } from "./thread";

type Row = RequestData["sections"][number]["items"][number];

/** 回答: section by section, as they come; sections with an answer or a question stand open. */
export function AnswersPanel({ page }: { page: RequestData }) {
  const words = useWords();
  const own = words.requests.page;
  const rows = page.sections.flatMap((each) => each.items);
  const isAnything = rows.some(
    (each) => each.answer !== null || each.remark !== "" || each.thread.length > 0,
  );
  return (
    <section className="panel">
      <h2>
        <span>
          {own.answers} <small>{own.answersOf(page.progress.answered, page.progress.total)}</small>
        </span>
      </h2>
      {isAnything && isEditable(page.request.state) && <p className="panel-text quiet">{own.answersDraft}</p>}
      {!isAnything && <p className="panel-text quiet">{own.noAnswers}</p>}
      {rows.length === 0 && <EmptyState sentence={own.noAnswers} />}
      {page.files.length > 0 && (
        <div className="panel-text">
          <b>{words.fileScans.ofWhole}</b>
          {page.files.map((file) => (
            <FileLink key={file.originalFileId} file={file} />
          ))}
        </div>
      )}
      {page.sections.map(({ section, items }) => (
        <details key={section} className="answers-section" open={items.some(isTouched)}>
          <summary>
            {section} <small className="num">{`${items.filter(isAnswered).length}／${items.length}`}</small>
          </summary>
          <SectionTable section={section} items={items} mayWrite={page.can.review} />
        </details>
      ))}
    </section>
  );
}

/** A vendor's file is handed out as a download only; whether anybody looked into it stands beside it. */
function FileLink({ file }: { file: Row["files"][number] }) {
  return (
    <span className="block">
      <a href={`/files/${file.originalFileId}`}>{file.fileName}</a> <ScanState file={file} isBrief />
    </span>
  );
}

const isAnswered = (row: Row) => row.answer !== null;
const isTouched = (row: Row) => row.answer !== null || row.thread.length > 0;

function SectionTable(props: { section: string; items: readonly Row[]; mayWrite: boolean }) {
  const words = useWords();
  const own = words.requests.page;
  return (
    <ScrollBox label={props.section}>
      <table className="list request-answers">
        <caption className="sr">{props.section}</caption>
        <thead>
          <tr>
            <th scope="col">{own.no}</th>
            <th scope="col">{own.question}</th>
            <th scope="col">{own.answer}</th>
            <th scope="col">{own.remark}</th>
            <th scope="col">{own.thread}</th>
          </tr>
        </thead>
        <tbody>
          {props.items.map((row) => (
            <AnswerRow key={row.key} row={row} mayWrite={props.mayWrite} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function AnswerRow({ row, mayWrite }: { row: Row; mayWrite: boolean }) {
  const words = useWords();
  const { requests } = words;
  const own = requests.page;
  const carry = row.carry === "carried" ? own.carried : row.carry === "confirmed" ? own.confirmed : "";
  const label = row.thread.length > 0 ? own.threadOf(row.thread.length) : own.write;
  return (
    <tr>
      <th scope="row" className="num">
        {row.no}
      </th>
      <td className="question">{row.question}</td>
      <td>
        {row.answer === null ? (
          <span className="quiet nowrap">{own.unanswered}</span>
        ) : (
          <b className="nowrap">{words.answers[row.answer]}</b>
        )}{" "}
        {carry !== "" && <Tag>{carry}</Tag>}
      </td>
      <td className="remark">
        {row.condition !== "none" && <Tag>{requests.conditions[row.condition]}</Tag>} {row.remark}
        {row.files.map((file) => (
          <FileLink key={file.originalFileId} file={file} />
        ))}
      </td>
      <td>
        <details className="thread-of" id={`thread-${row.key}`} open={row.thread.at(-1)?.side === "vendor"}>
          <summary>{label}</summary>
          <Thread itemKey={row.key} lines={row.thread} mayWrite={mayWrite} />
        </details>
      </td>
    </tr>
  );
}
