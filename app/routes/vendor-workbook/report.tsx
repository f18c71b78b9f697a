import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/components/words";
import type { AnswerOption } from "~/domain/questionnaire";
import type { WorkbookReport } from "~/domain/workbook-answers";
import { useDesk } from "../vendor-desk/desk";

/** What became of every row and of every item asked; nothing is left out. */
export function Report({ report }: { report: WorkbookReport }) {
  const { workbook, answers } = useWords().vendorDesk;
  const words = useWords();
  const { path } = useDesk();
  const said = (each: { answer: AnswerOption | null; remark: string }) =>
    [each.answer ? answers[each.answer] : workbook.none, each.remark && `「${each.remark}」`].join("");
  const named = (each: { no: string; question: string }) => `${each.no}　${each.question}`;
  return (
    <section className="panel desk-panel report">
      <h2>{workbook.report(report.fileName)}</h2>
      {report.formVersion !== null && <p className="quiet">{workbook.version(report.formVersion)}</p>}
      <ul className="plain-list">
        <li className="num">{workbook.filled(report.filled)}</li>
        <li className="num">{workbook.same(report.same)}</li>
      </ul>
      <Rows title={workbook.replaced} rows={report.replaced} isOpen>
        {(each) => `${named(each)}：${workbook.became(said(each.before), said(each.after))}`}
      </Rows>
      <Rows title={workbook.unclear} rows={report.unclear} isOpen>
        {(each) => `${each.cell}　${named(each)}`}
      </Rows>
      <Rows title={workbook.unmatched} rows={report.unmatched} isOpen>
        {(each) => `${each.cell}　${named(each)}（${words.answers[each.answer]}）`}
      </Rows>
      <Rows title={workbook.unread} rows={report.unread} isOpen>
        {(each) => `${each.cell}　${each.text}`}
      </Rows>
      <Rows title={workbook.missing} rows={report.missing}>
        {named}
      </Rows>
      <Rows title={workbook.blank} rows={report.blank}>
        {(each) => `${each.cell}　${named(each)}`}
      </Rows>
      <p>
        <Link className="button primary" to={path}>
          {workbook.check}
        </Link>
      </p>
    </section>
  );
}

function Rows<T>(props: {
  title: string;
  rows: readonly T[];
  isOpen?: boolean;
  children: (row: T) => ReactNode;
}) {
  if (props.rows.length === 0) return null;
  return (
    <details open={props.isOpen ?? false}>
      <summary>
        {props.title}（{props.rows.length}）
      </summary>
      <ul className="plain-list">
        {props.rows.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes its order
          <li key={at}>{props.children(each)}</li>
        ))}
      </ul>
    </details>
  );
}
