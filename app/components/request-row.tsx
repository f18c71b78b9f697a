import { aboutOf, type RequestKind, type RequestState } from "~/domain/request";
import { isOwed } from "~/domain/request-state";
import { formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";
import { Tag } from "./badges";
import type { Column, TableRow } from "./data-table";

/** A request as lists show it. */
export type ListedRequest = {
  id: string;
  vendor: string;
  product: string | null;
  productVersion: string | null;
  contractNumber: string | null;
  contractTitle: string | null;
  systems: string | null;
  kind: RequestKind;
  dueOn: string;
  daysLeft: number;
  state: RequestState;
  answered: number;
  total: number;
  openQuestions: number;
  contact: string;
  createdAt: string;
};

const names = ["subject", "vendor", "kind", "dueOn", "state", "answered", "contact", "createdAt"] as const;
const unsortable: readonly string[] = ["kind", "answered", "contact"];

/** Columns of a list of requests; those in `hidden` repeat the page around it. */
export function requestColumns(words: Words, hidden: readonly string[] = []): Column[] {
  return names
    .filter((name) => !hidden.includes(name))
    .map((name) => ({
      name,
      label: words.requests.columns[name],
      isSortable: !unsortable.includes(name),
      isNumber: name === "answered",
    }));
}

/** One request as a row that leads to its page. */
export function requestRow(words: Words, row: ListedRequest): TableRow {
  const { requests } = words;
  const isLate = isOwed(row.state) && row.daysLeft < 0;
  return {
    id: row.id,
    to: `/requests/${row.id}`,
    cells: {
      subject: aboutOf(row),
      vendor: row.vendor,
      kind: <span className="nowrap">{requests.kinds[row.kind].word}</span>,
      dueOn: (
        <>
          <span className="num nowrap">{row.dueOn}</span>{" "}
          {isOwed(row.state) && (
            <span className={isLate ? "late nowrap" : "quiet nowrap"}>{requests.left(row.daysLeft)}</span>
          )}
        </>
      ),
      state: (
        <>
          <Tag>{requests.states[row.state]}</Tag> {row.openQuestions > 0 && <Tag>{requests.hasQuestion}</Tag>}
        </>
      ),
      answered: requests.progress(row.answered, row.total),
      contact: row.contact,
      createdAt: <span className="num nowrap">{formatMoment(row.createdAt).slice(0, 10)}</span>,
    },
  };
}
