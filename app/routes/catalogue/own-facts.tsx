import { Facts } from "~/components/facts";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { CataloguePage } from "./catalogue-page.server";

/** 当院の写し: the file it was read from, both hashes, who published it and when. */
export function OwnFacts({ page }: { page: CataloguePage }) {
  const { own: words, list } = useWords().catalogueDrafts;
  const { own } = page;
  if (own === null) return null;
  const file = own.originalFileId ? (
    <a href={`/files/${own.originalFileId}`}>{own.fileName}</a>
  ) : (
    list.noSource
  );
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <Facts
        facts={[
          { label: words.published, value: `${formatMoment(own.publishedAt)} ${own.publishedBy ?? ""}` },
          { label: words.file, value: file },
          ...(own.sourceSha256
            ? [
                {
                  label: words.sourceHash,
                  value: <span className="hash">{own.sourceSha256}</span>,
                  isWide: true,
                },
              ]
            : []),
          { label: words.bodyHash, value: <span className="hash">{own.bodySha256}</span>, isWide: true },
        ]}
      />
    </section>
  );
}
