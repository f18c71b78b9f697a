import { Tag } from "~/components/badges";
import { CellName } from "~/components/cell-name";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { pointRecords } from "~/domain/selection-points";
import type { SelectionPointPage } from "./route";

/** Every item that is neither はい nor 対象外, by name, with what must be recorded and whether it is. */
export function OtherPoints({ page }: { page: SelectionPointPage }) {
  const { selection: text } = useWords();
  const { found } = page;
  if (!found || found.others.length === 0) return null;
  const names = ["no", "text", "answer", "records"] as const;
  return (
    <section className="panel">
      <h2>{text.othersTitle}</h2>
      <p className="panel-text">{text.recordWhat}</p>
      <DataTable
        caption={text.othersTitle}
        columns={names.map((name) => ({ name, label: text.pointColumns[name] }))}
        rows={found.others.map((point) => ({
          id: point.key,
          cells: {
            no: <span className="num">{point.no}</span>,
            text: point.text,
            answer: <Answers point={point} />,
            records: pointRecords.map((each) => (
              <span key={each} className="block">
                {text.records[each]}：<b>{point.records[each] ? text.recorded : text.notRecorded}</b>
              </span>
            )),
          },
        }))}
      />
    </section>
  );
}

type Point = NonNullable<SelectionPointPage["found"]>["others"][number];

function Answers({ point }: { point: Point }) {
  const words = useWords();
  const { selection: text, judging } = words;
  if (point.answers.length === 0) return <Tag>{text.absent}</Tag>;
  return (
    <>
      {point.answers.map((each) => (
        <span key={`${each.cell} ${each.no}`} className="block">
          <b>{words.answers[each.answer]}</b> <CellName cell={each.cell} />
          {each.remark !== "" && <span className="block">{words.assessments.remarkIs(each.remark)}</span>}
          {each.carried && <Tag>{judging.carried.mark(each.carried.fromVersion)}</Tag>}
          {each.carried?.isToConfirm && <span className="block late">{judging.carried.toConfirm}</span>}
        </span>
      ))}
    </>
  );
}
