import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { rowFates } from "~/domain/row-fates";
import type { DraftPage, OfficialPart } from "./draft-page.server";
import { draftSearch } from "./draft-search";

/** 原本の行のゆくえ: every row of the file is counted once, and those that became no item are listed. */
export function RowFates({ official }: { official: OfficialPart }) {
  const { review } = useWords().catalogueDrafts;
  const { fates, unread } = official;
  return (
    <section className="panel" id="fates">
      <h2>{review.fates}</h2>
      {official.hasSheets ? (
        <>
          <p className="panel-text quiet">{review.fatesWhat}</p>
          <p className="panel-text counts">
            <b>{review.fateSum(fates.total)}</b>{" "}
            {rowFates.map((fate) => (
              <span key={fate} className="nowrap">
                {review.fate[fate]} <b>{fates.counts[fate]}</b>
              </span>
            ))}
          </p>
          <FateRows official={official} />
        </>
      ) : (
        <p className="panel-text">{review.noSheets}</p>
      )}
      {unread.total > 0 && (
        <details className="more-verbs">
          <summary>{review.unread(unread.total)}</summary>
          <p className="panel-text quiet">{review.unreadWhat}</p>
          <UnreadCells cells={unread.cells} />
        </details>
      )}
    </section>
  );
}

function FateRows({ official }: { official: OfficialPart }) {
  const { catalogueDrafts, lists } = useWords();
  const { review } = catalogueDrafts;
  const { rows, paging } = official.fates;
  if (rows.length === 0) return null;
  const to = (fates: number) => `${draftSearch(official.query, { fates })}#fates`;
  return (
    <details className="more-verbs" open={official.query.fates > 1}>
      <summary>{review.fateMore(rows.length, paging.total)}</summary>
      <DataTable
        caption={review.fates}
        columns={[
          { name: "row", label: review.fateRow },
          { name: "fate", label: review.fateOf },
          { name: "text", label: review.fateText },
        ]}
        rows={rows.map((each) => ({
          id: `${each.sheet}!${each.row}`,
          cells: {
            row: `${each.sheet} ${each.row}`,
            fate: (
              <>
                {review.fate[each.fate]}
                {each.because !== "" && (
                  <span className="block quiet">{review.removedBecause(each.because)}</span>
                )}
              </>
            ),
            text: each.text,
          },
        }))}
      />
      {paging.pages > 1 && (
        <nav className="pager panel-text" aria-label={lists.pages}>
          {paging.page > 1 && <Link to={to(paging.page - 1)}>{lists.previous}</Link>}
          {paging.page < paging.pages && <Link to={to(paging.page + 1)}>{lists.next}</Link>}
        </nav>
      )}
    </details>
  );
}

function UnreadCells({ cells }: { cells: OfficialPart["unread"]["cells"] }) {
  const { unreadReasons } = useWords();
  return (
    <ul className="known">
      {cells.map((each) => (
        <li key={`${each.cell} ${each.reason}`}>
          <b className="num">{each.cell}</b>　{each.text}
          <span className="block quiet">{unreadReasons[each.reason]}</span>
        </li>
      ))}
    </ul>
  );
}

/** The first rows of a catalogue that came as JSON. */
export function JsonItems({ json }: { json: NonNullable<DraftPage["json"]> }) {
  const { catalogueDrafts } = useWords();
  const { review, fields } = catalogueDrafts;
  if (json.items.length === 0) return null;
  return (
    <section className="panel catalogue">
      <h2>
        {review.items} <small className="num">{json.total}</small>{" "}
        {json.total > json.items.length && <small>{review.first(json.items.length)}</small>}
      </h2>
      <DataTable
        caption={review.items}
        columns={[
          { name: "no", label: fields.no },
          { name: "text", label: fields.text },
        ]}
        rows={json.items.map(({ key, no, text }) => ({ id: key, cells: { no, text } }))}
      />
    </section>
  );
}
