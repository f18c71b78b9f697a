import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { useWords } from "~/components/words";
import type { CatalogueKind } from "~/domain/catalogue-draft";
import { formatMoment } from "~/messages/days";
import { kindWord } from "~/routes/catalogues/own-catalogues";

type Listed = { id: string; kind: CatalogueKind; title: string };
type Draft = Listed & { createdAt: string; createdBy: string | null };
type Published = Listed & { ref: string; publishedAt: string; publishedBy: string | null };

/** What waits for a person, then what holds. */
export function RelationList(props: { drafts: readonly Draft[]; published: readonly Published[] }) {
  const { list } = useWords().relations;
  const { drafts, published } = props;
  if (drafts.length + published.length === 0) return <EmptyState sentence={list.empty} />;
  return (
    <>
      {drafts.length > 0 && (
        <Part
          title={list.drafts}
          rows={drafts.map((each) => ({
            ...each,
            to: `/catalogues/${each.kind === "crosswalk" ? "crosswalks" : "mappings"}/${each.id}`,
            by: `${formatMoment(each.createdAt)} ${each.createdBy ?? ""}`,
          }))}
        />
      )}
      {published.length > 0 && (
        <Part
          title={list.published}
          rows={published.map((each) => ({
            ...each,
            to: `/catalogues/${encodeURIComponent(each.ref)}`,
            by: `${formatMoment(each.publishedAt)} ${each.publishedBy ?? ""}`,
          }))}
        />
      )}
    </>
  );
}

function Part({ title, rows }: { title: string; rows: readonly (Listed & { to: string; by: string })[] }) {
  const words = useWords();
  const { columns } = words.relations.list;
  return (
    <section className="panel">
      <h2>
        {title} <small className="num">{rows.length}</small>
      </h2>
      <DataTable
        caption={title}
        columns={(["title", "kind", "by"] as const).map((name) => ({ name, label: columns[name] }))}
        rows={rows.map((each) => ({
          id: each.id,
          to: each.to,
          cells: { title: each.title, kind: kindWord(words, each.kind), by: each.by },
        }))}
      />
    </section>
  );
}
