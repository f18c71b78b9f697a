import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type ListState, listSearch } from "~/domain/list-query";
import { useRowKeys } from "./row-keys";
import { ScrollBox } from "./scroll-box";
import { useWords } from "./words";

/** `isWhole`: never broken over lines. */
export type Column = {
  name: string;
  label: string;
  isNumber?: boolean;
  isSortable?: boolean;
  isWhole?: boolean;
};
export type TableRow = {
  id: string;
  /** Where the first cell leads. */
  to?: string;
  /** Id of the line in its page, where an address points at it. */
  anchor?: string;
  cells: Readonly<Record<string, ReactNode>>;
};

/**
 * A list as a table: sticky header, headers as links that sort and keep the rest of the address, first cell
 * as the row's link, ↑ ↓ between rows. Without `state` the headers are plain (a list inside another page).
 */
export function DataTable(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
  state?: ListState;
}) {
  const box = useRowKeys<HTMLElement>();
  return (
    <ScrollBox label={props.caption} box={box}>
      <table className="list cards">
        <caption className="sr">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <Heading key={column.name} column={column} state={props.state} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.id} row={row} columns={props.columns} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Heading({ column, state }: { column: Column; state: ListState | undefined }) {
  const words = useWords();
  const className = column.isNumber ? "right" : undefined;
  if (!state || column.isSortable === false) {
    return (
      <th scope="col" className={className}>
        {column.label}
      </th>
    );
  }
  const isSorted = state.sort === column.name;
  const isDescending = isSorted && !state.isDescending;
  const title = isDescending
    ? words.lists.sortDescending(column.label)
    : words.lists.sortAscending(column.label);
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (state.isDescending ? "descending" : "ascending") : undefined}
    >
      <Link to={listSearch(state, { sort: column.name, isDescending })} title={title} className="sort">
        {column.label}
        <span aria-hidden="true">{isSorted ? (state.isDescending ? "▼" : "▲") : ""}</span>
      </Link>
    </th>
  );
}

function Row({ row, columns }: { row: TableRow; columns: readonly Column[] }) {
  return (
    <tr id={row.anchor}>
      {columns.map((column, at) => {
        const className = column.isNumber ? "right num" : column.isWhole ? "whole" : undefined;
        const content = row.cells[column.name];
        return at === 0 ? (
          <th key={column.name} scope="row" className={className}>
            {row.to ? <RowLink to={row.to}>{content}</RowLink> : content}
          </th>
        ) : (
          <td key={column.name} className={className} data-label={column.label}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} data-row-link="">
      {children}
    </Link>
  );
}
