import { useWords } from "~/components/words";
import type { DraftPage } from "./page.server";

/** 章立て: every section with how many required values are missing in it; each leads into the paper. */
export function SectionList({ page }: { page: DraftPage }) {
  const { papers } = useWords();
  const headings = page.document.blocks.flatMap((block) =>
    block.kind === "heading" && block.source
      ? [{ key: block.source.place, text: block.number + block.text }]
      : [],
  );
  const keys = new Set(headings.map((each) => each.key));
  const inFront = page.missing.filter((each) => !keys.has(each.section)).length;
  const lines = [
    { key: "front", text: papers.front, count: inFront },
    ...headings.map((each) => ({
      ...each,
      count: page.missing.filter((missing) => missing.section === each.key).length,
    })),
  ];
  return (
    <nav className="panel sections" aria-label={papers.sections}>
      <h2>{papers.sections}</h2>
      <ol>
        {lines.map((line) => (
          <li key={line.key}>
            <a href={`#section-${line.key}`}>
              <span>{line.text}</span>
              {line.count > 0 ? (
                <span className="missing">{papers.missing(line.count)}</span>
              ) : (
                <span className="done">{papers.done}</span>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
