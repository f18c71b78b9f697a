import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { DocumentKind } from "~/domain/product-document";
import { formatMoment } from "~/messages/days";

type Document = {
  id: string;
  kind: DocumentKind;
  note: string;
  fileId: string;
  fileName: string;
  filedAt: string;
  filedBy: string | null;
};

/** 資料: files that are no disclosure, kept with the product; each is downloaded as it came. */
export function DocumentsPanel({ documents }: { documents: readonly Document[] }) {
  const { receipt } = useWords();
  if (documents.length === 0) return null;
  const { documentColumns } = receipt;
  return (
    <section className="panel">
      <h2>{receipt.documents}</h2>
      <p className="panel-text quiet">{receipt.documentsWhat}</p>
      <DataTable
        caption={receipt.documents}
        columns={(["file", "kind", "note", "filed"] as const).map((name) => ({
          name,
          label: documentColumns[name],
        }))}
        rows={documents.map((each) => ({
          id: each.id,
          cells: {
            file: <a href={`/files/${each.fileId}`}>{each.fileName}</a>,
            kind: receipt.kinds[each.kind],
            note: each.note,
            filed: `${formatMoment(each.filedAt)} ${each.filedBy ?? ""}`,
          },
        }))}
      />
    </section>
  );
}
