import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { type ListedRequest, requestColumns, requestRow } from "~/components/request-row";
import { useWords } from "~/components/words";

export type RecordRequests = {
  rows: readonly ListedRequest[];
  total: number;
  /** Where another one is asked. */
  askPath: string;
};

/** 提出依頼 about this record, next due first, and a button that asks with the record already chosen. */
export function RequestsPanel(props: { requests: RecordRequests; mayAsk: boolean }) {
  const words = useWords();
  const { requests } = words;
  const { rows, total, askPath } = props.requests;
  return (
    <section className="panel">
      <h2>
        <span>
          {requests.title} <small>{requests.related(total)}</small>
        </span>
        {props.mayAsk && (
          <Link className="button small" to={askPath}>
            {requests.add}
          </Link>
        )}
      </h2>
      {rows.length > 0 ? (
        <DataTable
          caption={requests.title}
          columns={requestColumns(words, ["vendor", "createdAt"])}
          rows={rows.map((row) => requestRow(words, row))}
        />
      ) : (
        <p className="panel-text quiet">{requests.relatedNone}</p>
      )}
    </section>
  );
}
