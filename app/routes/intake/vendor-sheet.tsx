import { Link, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "~/components/words";
import type { CellUse } from "~/domain/reading";
import { cellPlace } from "./cell-place";
import type { ReviewPage } from "./review-page.server";

const classOf: Record<CellUse, string> = {
  number: "read",
  question: "read question-text",
  answer: "read c",
  remark: "read",
  header: "read",
  section: "read section",
  meta: "read",
  note: "skip",
  "needs-look": "look",
  unread: "unread",
  unused: "skip",
};

/** A row that was read, with the cell that lights it. */
export type LitRow = { formIndex: number; ordinal: number; no: string; cell: string };

/** The vendor's sheet as they made it; cells say how they were used. `lit` is the cell a person looks at. */
export function VendorSheet(props: {
  view: ReviewPage["view"];
  /** Where the columns are pointed at anew; null where that makes no sense or may not be done. */
  pointAt: string | null;
  rows: readonly LitRow[];
  lit: string | null;
  light: (cell: string) => void;
}) {
  const { lit, view } = props;
  const { intake } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const place = lit === null ? null : cellPlace(lit);
  const name = view.sheets[view.at]?.name ?? "";
  const litRow = place && place.sheet === name ? place.row : null;
  const answerAt = new Map(
    props.rows.flatMap((each) => {
      const at = cellPlace(each.cell);
      return at.sheet === name ? [[at.row, each] as const] : [];
    }),
  );
  useEffect(() => {
    if (litRow === null) return;
    box.current?.querySelector(`#r-${litRow}`)?.scrollIntoView({ block: "nearest" });
  }, [litRow]);
  return (
    <section className="panel">
      <h2>
        {intake.sheetTitle} <small>{intake.sheetNamed(name)}</small>
      </h2>
      {view.sheets.length > 1 && <SheetTabs view={view} />}
      <p className="legend">
        <span className="l-read">{intake.legendRead}</span>
        <span className="l-look">{intake.legendLook}</span>
        <span className="l-unread">{intake.legendUnread}</span>
        <span className="l-skip">{intake.legendSkip}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="sheet-box" ref={box} tabIndex={0} aria-label={intake.sheetNamed(name)}>
        <table className="sheet wide">
          <thead>
            <tr>
              <th>
                <span className="sr">{intake.sheetRow}</span>
              </th>
              {view.columns.map((column) => (
                <ColumnHead key={column} column={column} pointAt={props.pointAt} sheet={view.at} />
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <SheetRow
                key={row.row}
                row={row}
                columns={view.columns}
                isLit={row.row === litRow}
                answer={answerAt.get(row.row)}
                light={props.light}
              />
            ))}
          </tbody>
        </table>
      </section>
      <SheetPages view={view} />
    </section>
  );
}

type ViewRow = ReviewPage["view"]["rows"][number];

/** A column's letter; whoever may edit goes from it to pointing at what the columns are. */
function ColumnHead(props: { column: string; pointAt: string | null; sheet: number }) {
  const { column, pointAt } = props;
  const { receipt } = useWords();
  if (pointAt === null) return <th scope="col">{column}</th>;
  const to = `${pointAt}?sheet=${props.sheet}&column=${column}`;
  return (
    <th scope="col">
      <Link to={to} aria-label={receipt.pointColumn(column)}>
        {column}
      </Link>
    </th>
  );
}

function SheetRow(props: {
  row: ViewRow;
  columns: readonly string[];
  isLit: boolean;
  /** The answer that was read from this row. */
  answer: LitRow | undefined;
  light: (cell: string) => void;
}) {
  const { row, answer } = props;
  const { receipt } = useWords();
  const byAddress = new Map(row.cells.map((cell) => [cell.address, cell]));
  return (
    <tr id={`r-${row.row}`} className={props.isLit ? "lit" : undefined}>
      <th scope="row">
        {answer ? (
          <a
            href={`#a-${answer.formIndex}-${answer.ordinal}`}
            aria-label={receipt.answerOfRow(row.row, answer.no)}
            onClick={() => props.light(answer.cell)}
          >
            {row.row}
          </a>
        ) : (
          row.row
        )}
      </th>
      {props.columns.map((column) => {
        const cell = byAddress.get(`${column}${row.row}`);
        return (
          <td key={column} className={cell && classOf[cell.use]}>
            {cell?.text}
          </td>
        );
      })}
    </tr>
  );
}

function SheetTabs({ view }: { view: ReviewPage["view"] }) {
  const { intake } = useWords();
  return (
    <nav className="filters sheet-tabs" aria-label={intake.sheets}>
      {view.sheets.map((sheet, at) => (
        <Link
          key={sheet.name}
          className="filter"
          to={`?sheet=${at}`}
          preventScrollReset
          aria-current={at === view.at ? "true" : undefined}
        >
          {sheet.name}
          {sheet.isHidden && <span className="quiet">（{intake.sheetHidden}）</span>}
        </Link>
      ))}
    </nav>
  );
}

function SheetPages({ view }: { view: ReviewPage["view"] }) {
  const { intake } = useWords();
  const [params] = useSearchParams();
  if (view.total <= view.size) return null;
  const to = (from: number) => {
    const next = new URLSearchParams(params);
    next.set("from", String(from));
    return `?${next}`;
  };
  return (
    <p className="panel-text pager">
      <span className="num">
        {intake.sheetRows(view.from + 1, Math.min(view.total, view.from + view.size), view.total)}
      </span>
      {view.from > 0 && (
        <Link to={to(Math.max(0, view.from - view.size))} preventScrollReset>
          {intake.sheetPrevious}
        </Link>
      )}
      {view.from + view.size < view.total && (
        <Link to={to(view.from + view.size)} preventScrollReset>
          {intake.sheetNext}
        </Link>
      )}
    </p>
  );
}
