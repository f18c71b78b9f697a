import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ScrollBox } from "~/components/scroll-box";
import { useLanguage, useWords } from "~/components/words";
import type { Piece } from "~/domain/changed-words";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { type ComparedRow, comparedRows, readComparison } from "./compare.server";

export const meta = pageTitle((words) => words.roleCompare.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const { differences, ...page } = await readComparison(visit, params.id ?? "", {
    from: asked.get("from") ?? "",
    to: asked.get("to") ?? "",
  });
  const rows = comparedRows(wordsOf(visit.language), page.sheet, differences);
  const showsAll = asked.get("rows") === "all";
  const shown = showsAll ? rows : rows.filter((each) => each.kind !== "same");
  return reply({ ...page, rows: shown, total: rows.length, showsAll });
}

export default function CompareRevisions() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { roleCompare } = words;
  const { sheet, from, to } = page;
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ from, to, ...more })}`;
  return (
    <div className="stack">
      <PageHead
        title={roleCompare.title}
        lead={`${sheet.title} · ${sheet.contractNumber} ${sheet.contractTitle} · ${sheet.vendor}`}
        crumbs={[
          { to: "/role-sheets", label: words.roles.title },
          { to: `/role-sheets/${sheet.id}`, label: sheet.title },
          { label: roleCompare.title },
        ]}
      >
        {from !== "" && (
          <span className="export">
            <span className="quiet">{words.roles.export}</span>
            <a href={`/role-sheets/${sheet.id}/compare/export${query({ as: "xlsx" })}`}>
              {words.lists.exportXlsx}
            </a>
            <a href={`/role-sheets/${sheet.id}/compare/export${query({ as: "csv" })}`}>
              {words.lists.exportCsv}
            </a>
          </span>
        )}
      </PageHead>
      {from === "" ? (
        <EmptyState
          sentence={roleCompare.empty}
          action={{ to: `/role-sheets/${sheet.id}`, label: roleCompare.toSheet }}
        />
      ) : (
        <>
          <Choice page={page} />
          <p className="note">
            {roleCompare.found(page.rows.filter((each) => each.kind !== "same").length, page.total)}{" "}
            <Link to={query({ rows: page.showsAll ? "changed" : "all" })}>
              {page.showsAll ? roleCompare.onlyChanged : roleCompare.all}
            </Link>
          </p>
          <Table page={page} />
        </>
      )}
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** Which two: agreed revisions, or the sheet as it stands. */
function Choice({ page }: { page: Page }) {
  const { roleCompare, roles } = useWords();
  const language = useLanguage();
  return (
    <Form method="get" className="list-bar">
      {(["from", "to"] as const).map((name) => (
        <span key={name}>
          <label htmlFor={`compare-${name}`}>{roleCompare[name]}</label>{" "}
          <select id={`compare-${name}`} name={name} defaultValue={page[name]} key={page[name]}>
            {page.revisions.map((each) => (
              <option key={each.id} value={each.id}>
                {roleCompare.revision(
                  roles.revision(each.revisionNo),
                  formatDay(each.effectiveFrom, language),
                )}
              </option>
            ))}
            <option value="now">{roleCompare.now}</option>
          </select>
        </span>
      ))}
      <button type="submit" className="button small">
        {roleCompare.show}
      </button>
    </Form>
  );
}

function Table({ page }: { page: Page }) {
  const { roleCompare, roles } = useWords();
  return (
    <section className="panel">
      <h2>{roleCompare.title}</h2>
      {page.rows.length === 0 ? (
        <p className="panel-text quiet">{roleCompare.noChange}</p>
      ) : (
        <ScrollBox label={roleCompare.title}>
          <table className="compared">
            <thead>
              <tr>
                {[
                  roles.column.no,
                  roles.column.label,
                  roleCompare.what,
                  roleCompare.old,
                  roleCompare.next,
                ].map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <Rows key={row.rowKey} row={row} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

/** One row of the sheet: what became of it, then one line a changed field. */
function Rows({ row }: { row: ComparedRow }) {
  const { roleCompare, roles, forms } = useWords();
  const lines = Math.max(1, row.fields.length);
  const head = (
    <>
      <th scope="rowgroup" rowSpan={lines} className="num">
        {row.no === "" ? roles.noNumber : row.no}
      </th>
      <th scope="rowgroup" rowSpan={lines}>
        <b>{row.label}</b>
        <span className="tag">{roleCompare.kinds[row.kind]}</span>
        {row.reason !== "" && <span className="quiet block">{row.reason}</span>}
      </th>
    </>
  );
  if (row.fields.length === 0) {
    return (
      <tr>
        {head}
        <td colSpan={3} className="quiet">
          {roleCompare.whole[row.kind]}
        </td>
      </tr>
    );
  }
  return row.fields.map((each, at) => (
    <tr key={each.field}>
      {at === 0 && head}
      <td>{each.field}</td>
      <td>{each.old === "" ? forms.notGiven : <Marked pieces={each.pieces.old} kind="del" />}</td>
      <td>{each.next === "" ? forms.notGiven : <Marked pieces={each.pieces.next} kind="ins" />}</td>
    </tr>
  ));
}

/** Changed words are underlined or struck, never told by colour alone. */
function Marked({ pieces, kind }: { pieces: readonly Piece[]; kind: "del" | "ins" }) {
  const Mark = kind;
  const placed = pieces.map((piece, at) => ({ ...piece, at: `${at} ${piece.text}` }));
  return placed.map(({ at, text, isChanged }) =>
    isChanged ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
  );
}
