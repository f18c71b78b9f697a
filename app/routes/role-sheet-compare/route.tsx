import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { reply } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { comparedRows, readComparison } from "./compare.server";
import { ComparedTable } from "./compared-table";
import { RevisionChoice } from "./revision-choice";

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
          <RevisionChoice page={page} />
          <p className="note">
            {roleCompare.found(page.rows.filter((each) => each.kind !== "same").length, page.total)}{" "}
            <Link to={query({ rows: page.showsAll ? "changed" : "all" })}>
              {page.showsAll ? roleCompare.onlyChanged : roleCompare.all}
            </Link>
          </p>
          <ComparedTable page={page} />
        </>
      )}
    </div>
  );
}

export type ComparePage = ReturnType<typeof useLoaderData<typeof loader>>;
