import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { DraftPage, DraftRow, OfficialPart } from "./draft-page.server";
import { draftSearch } from "./draft-search";
import { ItemField } from "./item-form";

/** The rows of the draft, those in doubt first, 50 a page; each leads to its form. */
export function ItemList({
  page,
  official,
}: {
  page: DraftPage & { canEdit: boolean };
  official: OfficialPart;
}) {
  const { review, fields } = useWords().catalogueDrafts;
  const { query, rows, paging } = official;
  const columns = [
    { name: "place", label: review.place },
    { name: "no", label: fields.no },
    { name: "text", label: fields.text },
    { name: "state", label: review.state },
  ];
  return (
    <section className="panel catalogue" id="items">
      <h2>
        {review.items} <small className="num">{official.standing}</small>
      </h2>
      <nav className="filters panel-text" aria-label={review.items}>
        {official.showCounts.map(({ name, count }) => (
          <Link
            key={name}
            className="filter"
            to={`${draftSearch(query, { show: name, page: 1, row: null })}#items`}
            aria-current={name === query.show ? "true" : undefined}
          >
            {review.show[name]} {count}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="panel-text">{query.show === "doubts" ? review.noDoubts : review.none}</p>
      ) : (
        <DataTable
          caption={review.items}
          columns={columns}
          rows={rows.map((row) => ({
            id: String(row.row),
            ...(page.canEdit ? { to: `${draftSearch(query, { row: row.row })}#open` } : {}),
            cells: {
              place: row.place ?? "−",
              no: row.fields.no,
              text: <Texts row={row} official={official} />,
              state: <State row={row} />,
            },
          }))}
        />
      )}
      <Paging official={official} paging={paging} />
      {page.canEdit && official.open === null && <AddForm page={page} official={official} />}
    </section>
  );
}

function Texts({ row, official }: { row: DraftRow; official: OfficialPart }) {
  const { fields, audiences } = useWords().catalogueDrafts;
  const others = official.fields.filter((name) => name !== "no" && name !== "text");
  const audience = (text: string) =>
    text === "hospital" || text === "vendor" || text === "both" ? audiences[text] : text;
  return (
    <>
      {row.fields.text}
      {others.map((name) => {
        const text = row.fields[name] ?? "";
        return (
          text !== "" && (
            <span key={name} className="block quiet">
              {fields[name]}：{name === "audience" ? audience(text) : text}
            </span>
          )
        );
      })}
    </>
  );
}

function State({ row }: { row: DraftRow }) {
  const { review, doubts } = useWords().catalogueDrafts;
  return (
    <>
      {row.doubts.map((each) => (
        <Tag key={each}>{doubts[each]}</Tag>
      ))}
      {row.isChanged && !row.isRemoved && <Tag>{row.read === null ? review.added : review.changed}</Tag>}
      {row.isMerged && <span className="block quiet">{review.merged(row.mergedAt)}</span>}
      {row.removedBecause !== "" && (
        <span className="block quiet">{review.removedBecause(row.removedBecause)}</span>
      )}
    </>
  );
}

function Paging({ official, paging }: { official: OfficialPart; paging: OfficialPart["paging"] }) {
  const { lists } = useWords();
  if (paging.pages === 1) return null;
  const to = (page: number) => `${draftSearch(official.query, { page, row: null })}#items`;
  return (
    <nav className="pager panel-text" aria-label={lists.pages}>
      <span className="num">
        {lists.range(paging.from + 1, paging.from + official.rows.length, paging.total)}
      </span>
      {paging.page > 1 && <Link to={to(paging.page - 1)}>{lists.previous}</Link>}
      {paging.page < paging.pages && <Link to={to(paging.page + 1)}>{lists.next}</Link>}
    </nav>
  );
}

function AddForm({ page, official }: { page: DraftPage; official: OfficialPart }) {
  const { review } = useWords().catalogueDrafts;
  return (
    <details className="more-verbs">
      <summary>{review.add}</summary>
      <Form method="post" className="panel-text grid">
        <p className="quiet">{review.addWhat}</p>
        <Field name="place" label={review.addPlace}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              className="short"
              defaultValue={official.standing + 1}
            />
          )}
        </Field>
        {official.fields.map((name) => (
          <ItemField key={name} name={name} value="" read={null} problems={undefined} />
        ))}
        <input type="hidden" name="seen" value={page.version} />
        <p>
          <button type="submit" className="button" name="intent" value="add">
            {review.addButton}
          </button>
        </p>
      </Form>
    </details>
  );
}
