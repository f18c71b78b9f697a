import { Form, Link } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { formRequestKinds } from "~/domain/request";
import type { NewRequestData } from "./route";

/**
 * 相手と対象を選ぶ: one form, sent by GET, so that what is ticked stays in the address over searching and paging.
 */
export function ChooseStep({ page }: { page: NewRequestData }) {
  const { requests, lists } = useWords();
  const own = requests.new;
  const { list } = page;
  if (!list) return null;
  if (list.total === 0 && page.search === "") return <NobodyToAsk page={page} />;
  const shown = new Set(list.rows.map((each) => each.id));
  const elsewhere = page.chosen.filter((each) => !shown.has(each));
  return (
    <>
      <KindLinks page={page} />
      <Form method="get" className="stack" key={`${page.kind} ${page.search} ${page.page}`}>
        <input type="hidden" name="kind" value={page.kind} />
        {page.vendorId && <input type="hidden" name="vendor" value={page.vendorId} />}
        {elsewhere.map((each) => (
          <input key={each} type="hidden" name="target" value={each} />
        ))}
        <div className="list-search">
          <label htmlFor="candidate-search">{own.search}</label>
          <input
            id="candidate-search"
            type="search"
            name="q"
            defaultValue={page.search}
            className="compact"
          />
          <button type="submit" className="button small">
            {own.narrow}
          </button>
        </div>
        {list.total === 0 ? (
          <p className="note">{lists.nothingFound}</p>
        ) : (
          <CandidateTable page={page} rows={list.rows} />
        )}
        <PageButtons page={page} total={list.total} />
        <p className="form-foot">
          <span className="quiet">
            {own.chooseLead}
            {elsewhere.length > 0 && own.chosen(page.chosen.length)}
          </span>{" "}
          <button type="submit" name="step" value="details" className="button primary">
            {own.toDetails}
          </button>
        </p>
      </Form>
    </>
  );
}

/** Registers first: what is asked about is a product's version, a system in use, or a contract. */
function NobodyToAsk({ page }: { page: NewRequestData }) {
  const { requests, nouns } = useWords();
  const own = requests.new;
  const first = {
    disclosure: { to: "/products/new", label: nouns.product.add },
    checklist: { to: "/systems/new", label: nouns.system.add },
    "role-sheet": { to: "/contracts/new", label: nouns.contract.add },
  };
  return (
    <>
      <KindLinks page={page} />
      <EmptyState sentence={`${own.none}${own.noneNext[page.kind]}`} action={first[page.kind]} isPrimary />
    </>
  );
}

function KindLinks({ page }: { page: NewRequestData }) {
  const { requests } = useWords();
  const vendor = page.vendorId ? `&vendor=${page.vendorId}` : "";
  return (
    <section className="panel panel-text" aria-label={requests.new.kindLead}>
      <p>
        <b>{requests.new.kindLead}</b>
      </p>
      <nav className="filters" aria-label={requests.kindLabel}>
        {formRequestKinds.map((kind) => (
          <Link
            key={kind}
            className="filter"
            to={`/requests/new?kind=${kind}${vendor}`}
            aria-current={kind === page.kind ? "true" : undefined}
          >
            {requests.kinds[kind].word}
          </Link>
        ))}
      </nav>
      <p className="quiet">{requests.kinds[page.kind].what}</p>
    </section>
  );
}

type Rows = NonNullable<NewRequestData["list"]>["rows"];

function CandidateTable({ page, rows }: { page: NewRequestData; rows: Rows }) {
  const { requests, forms } = useWords();
  const own = requests.new;
  const isDisclosure = page.kind === "disclosure";
  return (
    <div className="panel">
      <ScrollBox label={own.choose}>
        <table className="list candidates">
          <caption className="sr">{own.choose}</caption>
          <thead>
            <tr>
              <th scope="col">{own.subject[page.kind]}</th>
              {page.kind !== "checklist" && <th scope="col">{requests.columns.vendor}</th>}
              <th scope="col">{own.systems}</th>
              {isDisclosure && <th scope="col">{own.latest}</th>}
              <th scope="col">{own.open}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <label className="tick">
                    <input
                      type="checkbox"
                      name="target"
                      value={row.id}
                      defaultChecked={page.chosen.includes(row.id)}
                    />{" "}
                    {row.name}
                  </label>
                </th>
                {page.kind !== "checklist" && <td>{row.vendor}</td>}
                <td>{row.about || <span className="quiet">{forms.none}</span>}</td>
                {isDisclosure && <td className="num nowrap">{row.latest ?? forms.notGiven}</td>}
                <td className="num nowrap">{row.openDueOn ? own.openUntil(row.openDueOn) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

function PageButtons({ page, total }: { page: NewRequestData; total: number }) {
  const { lists } = useWords();
  const last = Math.max(1, Math.ceil(total / page.pageSize));
  if (last === 1) return null;
  const from = (page.page - 1) * page.pageSize + 1;
  return (
    <p className="pager">
      <span className="num">{lists.range(from, Math.min(total, from + page.pageSize - 1), total)}</span>
      {page.page > 1 && (
        <button type="submit" name="page" value={page.page - 1} className="button small">
          {lists.previous}
        </button>
      )}
      {page.page < last && (
        <button type="submit" name="page" value={page.page + 1} className="button small">
          {lists.next}
        </button>
      )}
    </p>
  );
}
