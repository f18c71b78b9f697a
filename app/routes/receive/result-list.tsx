import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { lookAlikes } from "~/domain/reading";
import { problemWords } from "~/messages/labels";

/** What became of one uploaded file: an intake to review, or the problems. */
export type FileResult = { fileName: string; intakeId: string | null; problems: Problem[] };

/** After several files, or one that could not be received: each with its place and next step. */
export function ResultList({ results }: { results: readonly FileResult[] }) {
  const { intake, disclosures } = useWords();
  const failed = results.filter((each) => each.intakeId === null).length;
  if (results.length === 0) return null;
  return (
    <section className="panel" role={failed > 0 ? "alert" : "status"}>
      <h2>{intake.results}</h2>
      {failed > 0 && failed < results.length && <p className="panel-text">{intake.resultsNot(failed)}</p>}
      <ul className="waiting-files">
        {results.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
          <li key={at}>
            <Tag>{each.intakeId ? intake.resultRead : intake.resultNot}</Tag>
            <div className="file-result">
              <b>{each.fileName}</b>
              <ProblemLines problems={each.problems} />
            </div>
            {each.intakeId && (
              <Link className="button small" to={`/intakes/${each.intakeId}`}>
                {disclosures.review}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Problems of reading as sentences, each with its place in the workbook; look-alikes by their own name. */
export function ProblemLines({ problems }: { problems: readonly Problem[] }) {
  const words = useWords();
  return (
    <>
      {problems.map((each) => {
        const { what, next } = problemWords(words, each);
        const alike = lookAlikes.find((name) => Object.values(each.params).includes(name));
        return (
          <p key={`${each.code} ${each.at ?? ""}`}>
            {each.at !== undefined && <span className="tag num">{each.at}</span>} {what}
            {alike && words.intake.lookAlikes[alike]}
            {next}
          </p>
        );
      })}
    </>
  );
}
