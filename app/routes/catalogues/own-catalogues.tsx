import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { useWords } from "~/components/words";
import type { CatalogueKind } from "~/domain/catalogue-draft";
import { isOfficialKind } from "~/domain/catalogue-draft-body";
import { formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";

type Facts = {
  id: string;
  kind: CatalogueKind;
  title: string;
  fileName: string | null;
  sourceSha256: string | null;
};
type Draft = Facts & { createdAt: string; createdBy: string | null };
type Own = Facts & { ref: string; publishedAt: string; publishedBy: string | null };

/** 「開示書（MDS/SDS）」, 「項目の組」 … */
export function kindWord({ catalogueDrafts }: Words, kind: CatalogueKind): string {
  return isOfficialKind(kind) ? catalogueDrafts.kinds[kind].word : catalogueDrafts.otherKinds[kind];
}

/** Drafts that wait for a person. */
export function Drafts({ drafts }: { drafts: readonly Draft[] }) {
  const { list } = useWords().catalogueDrafts;
  return (
    <section className="panel" id="drafts">
      <h2>
        {list.drafts} <small className="num">{drafts.length}</small>
      </h2>
      <FactsTable
        caption={list.drafts}
        rows={drafts.map((each) => ({
          ...each,
          to: `/catalogues/drafts/${each.id}`,
          at: each.createdAt,
          by: each.createdBy,
        }))}
      />
    </section>
  );
}

/** What the hospital published itself, newest first, with source, hash, who and when. */
export function OwnCatalogues({ own, canEdit }: { own: readonly Own[]; canEdit: boolean }) {
  const { list, load } = useWords().catalogueDrafts;
  return (
    <section className="panel" id="own">
      <h2>
        {list.own} <small className="num">{own.length}</small>
      </h2>
      {own.length === 0 ? (
        <EmptyState
          sentence={list.ownEmpty}
          action={canEdit ? { to: "/catalogues/load", label: load.button } : undefined}
        />
      ) : (
        <>
          <p className="panel-text quiet">{list.ownWhat}</p>
          <FactsTable
            caption={list.own}
            rows={own.map((each) => ({
              ...each,
              title: `${each.title}（${each.ref}）`,
              to: `/catalogues/${encodeURIComponent(each.ref)}`,
              at: each.publishedAt,
              by: each.publishedBy,
            }))}
          />
        </>
      )}
    </section>
  );
}

function FactsTable(props: {
  caption: string;
  rows: readonly (Facts & { to: string; at: string; by: string | null })[];
}) {
  const words = useWords();
  const { list } = words.catalogueDrafts;
  return (
    <DataTable
      caption={props.caption}
      columns={(["title", "kind", "source", "by"] as const).map((name) => ({
        name,
        label: list.columns[name],
      }))}
      rows={props.rows.map((each) => ({
        id: each.id,
        to: each.to,
        cells: {
          title: each.title,
          kind: kindWord(words, each.kind),
          source: (
            <>
              {each.fileName ?? list.noSource}
              {each.sourceSha256 && (
                <span className="block quiet num" title={each.sourceSha256}>
                  {list.hash(each.sourceSha256)}
                </span>
              )}
            </>
          ),
          by: `${formatMoment(each.at)} ${each.by ?? ""}`,
        },
      }))}
    />
  );
}
