import type { PaperBlock, PaperDocument } from "~/domain/annex-document";
import { ScrollBox } from "./scroll-box";
import { useWords } from "./words";

/** One block and, when a value is missing in it, its number among the missing places (from 1). */
type Placed = { block: PaperBlock; rowPlaces: (number | null)[]; place: number | null };

/**
 * A paper on screen as it will be printed: the same blocks the PDF is drawn from. Headings carry
 * `section-<key>`, places with a missing value `missing-<n>`, so that lists beside it can lead there.
 * @param props.missingWord the template's word for a missing value
 */
export function PaperView({ document, missingWord }: { document: PaperDocument; missingWord: string }) {
  const words = useWords();
  const placed = placeMissing(document.blocks, missingWord);
  return (
    <article className="paper" lang="ja" aria-label={words.papers.preview}>
      {document.isDraft && <p className="draft">{words.papers.draftMark}</p>}
      <p className="no">{document.printedNo ?? words.papers.audience.internal}</p>
      <h2 id="section-front">{document.title}</h2>
      {placed.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id and never change their order
        <Block key={at} placed={each} missingWord={missingWord} />
      ))}
      <h3>{words.papers.editions}</h3>
      <ul>
        {document.editions.map((edition) => (
          <li key={edition}>{edition}</li>
        ))}
      </ul>
      <p className="foot">
        <span>{document.header}</span>
        <span>{document.footer}</span>
      </p>
    </article>
  );
}

function placeMissing(blocks: readonly PaperBlock[], missingWord: string): Placed[] {
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  return blocks.map((block) => {
    const isMissing =
      (block.kind === "paragraph" || block.kind === "note") && block.text.includes(missingWord);
    const rowPlaces =
      block.kind === "table" ? block.rows.map((row) => ((row.missing ?? []).length > 0 ? next() : null)) : [];
    return { block, rowPlaces, place: isMissing ? next() : null };
  });
}

function Block({ placed, missingWord }: { placed: Placed; missingWord: string }) {
  const { block } = placed;
  const id = placed.place === null ? undefined : `missing-${placed.place}`;
  switch (block.kind) {
    case "heading":
      return (
        <h3
          id={block.source ? `section-${block.source.place}` : undefined}
        >{`${block.number}${block.text}`}</h3>
      );
    case "paragraph":
      return (
        <p id={id} className={`indent-${block.indent}`}>
          {block.marker !== undefined && `${block.marker}　`}
          <Marked text={block.text} missingWord={missingWord} />
        </p>
      );
    case "note":
      return (
        <p id={id} className="paper-note">
          <Marked text={block.text} missingWord={missingWord} />
        </p>
      );
    case "table":
      return <Table block={block} places={placed.rowPlaces} />;
    case "signature":
      return (
        <dl className="signature">
          {block.parties.map((party) => (
            <div key={party.label}>
              <dt>{party.label}</dt>
              <dd>{party.name}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

/** The text with every missing value marked. */
function Marked({ text, missingWord }: { text: string; missingWord: string }) {
  const parts = text.split(missingWord);
  return (
    <>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
        <span key={at}>
          {at > 0 && <span className="blank">{missingWord}</span>}
          {part}
        </span>
      ))}
    </>
  );
}

function Table({
  block,
  places,
}: {
  block: Extract<PaperBlock, { kind: "table" }>;
  places: (number | null)[];
}) {
  return (
    <ScrollBox label={block.caption}>
      <table>
        {block.caption !== "" && <caption>{block.caption}</caption>}
        <colgroup>
          {block.columns.map((column) => (
            <col key={column.title} width={`${column.width}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table, in its order
            <tr key={at} id={places[at] == null ? undefined : `missing-${places[at]}`}>
              {row.cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a printed row, in its order
                  key={column}
                  className={cellClass(row.missing?.includes(column) === true, block.columns[column]?.align)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function cellClass(isMissing: boolean, align: "left" | "center" | undefined): string {
  return [isMissing ? "blank" : "", align === "center" ? "center" : ""]
    .filter((each) => each !== "")
    .join(" ");
}
