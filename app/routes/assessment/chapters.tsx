import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { ChapterOverview } from "~/domain/assessment-overview";
import type { AssessmentPage } from "./assessment-page.server";
import { assessmentSearch } from "./assessment-query";

/** Chapters with a bar each: how much is disclosed as はい, how much is missing. */
export function Chapters({ page }: { page: AssessmentPage }) {
  const { assessments } = useWords();
  const { query } = page;
  const volumes = [...new Set(page.chapters.map((each) => each.volume))];
  const to = (chapter: string | null) => assessmentSearch(query, { chapter, open: null, page: null });
  return (
    <nav className="panel chapters" aria-label={assessments.chapters}>
      <Link className="all-chapters" to={to(null)} aria-current={query.chapter === null ? "true" : undefined}>
        <b>{assessments.allChapters}</b>
        <i className="num">{page.total}</i>
      </Link>
      {volumes.map((volume) => (
        <div key={volume}>
          <h2>{volume}</h2>
          <ol>
            {page.chapters
              .filter((each) => each.volume === volume)
              .map((each) => (
                <li key={each.key}>
                  <Link to={to(each.key)} aria-current={each.key === query.chapter ? "true" : undefined}>
                    <b className="num">{each.chapter}</b>
                    <span title={each.title}>{each.title}</span>
                    <i className="num">{each.total}</i>
                    <Bar chapter={each} />
                  </Link>
                </li>
              ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

const WIDTH = 160;

function Bar({ chapter }: { chapter: ChapterOverview }) {
  const { assessments } = useWords();
  const { counts, total } = chapter;
  const rest = counts.unanswered + counts["not-applicable"] + counts["not-mapped"];
  const parts = [
    ["met", counts.met],
    ["partial", counts.partial],
    ["unmet", counts.unmet],
    ["rest", rest],
  ] as const;
  let x = 0;
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${WIDTH} 4`}
      preserveAspectRatio="none"
      width="100%"
      height="4"
      role="img"
      aria-label={assessments.chapterBar(counts.met, counts.partial + counts.unmet, rest)}
    >
      {parts.map(([name, count]) => {
        const width = (count / total) * WIDTH;
        const from = x;
        x += width;
        // One unit between the parts, so that they can be told apart without colour.
        return (
          count > 0 && (
            <rect key={name} className={name} x={from} y="0" width={Math.max(1, width - 1)} height="4" />
          )
        );
      })}
    </svg>
  );
}
