import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { lookAlikes } from "~/domain/reading";
import { formatMoment } from "~/messages/days";
import { problemWords } from "~/messages/labels";

/** What became of one uploaded file: receipts to look at, and what stands in the way of the rest. */
export type FileResult = {
  fileName: string;
  /** read: answers to review; locked: its password is asked for; waits: a person says what it is. */
  receipts: { intakeId: string; name: string; state: "read" | "locked" | "waits" }[];
  problems: Problem[];
  /** Other receipts of these very bytes. */
  earlier: { id: string; state: "review" | "saved" | "discarded"; createdAt: string }[];
};

/** After several files, or one that could not be received: each with its place and next step. */
export function ResultList({ results }: { results: readonly FileResult[] }) {
  const { intake } = useWords();
  const failed = results.filter((each) => each.receipts.length === 0).length;
  if (results.length === 0) return null;
  return (
    <section className="panel" role={failed > 0 ? "alert" : "status"}>
      <h2>{intake.results}</h2>
      {failed > 0 && failed < results.length && <p className="panel-text">{intake.resultsNot(failed)}</p>}
      <ul className="waiting-files">
        {results.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
          <FileLines key={at} result={each} />
        ))}
      </ul>
    </section>
  );
}

/** One file: its receipts with a button each, or why there is none. */
export function FileLines({ result }: { result: FileResult }) {
  const { intake, disclosures, receipt } = useWords();
  const { fileName, receipts, problems, earlier } = result;
  return (
    <>
      {receipts.map(({ intakeId, name, state }) => (
        <li key={intakeId}>
          <Tag>{receipt.resultStates[state]}</Tag>
          <div className="file-result">
            <b>{name}</b>
            {name !== fileName && <small className="block quiet">{receipt.inArchive(fileName)}</small>}
            {earlier.map((each) => (
              <small key={each.id} className="block">
                {receipt.sameBefore}{" "}
                <Link to={`/intakes/${each.id}`}>
                  {formatMoment(each.createdAt)}（{receipt.states[each.state]}）
                </Link>
              </small>
            ))}
          </div>
          <Link className="button small" to={`/intakes/${intakeId}`}>
            {state === "locked" ? receipt.toPassword : disclosures.review}
          </Link>
        </li>
      ))}
      {(receipts.length === 0 || problems.length > 0) && (
        <li>
          <Tag>{intake.resultNot}</Tag>
          <div className="file-result">
            <b>{fileName}</b>
            <ProblemLines problems={problems} />
          </div>
        </li>
      )}
    </>
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
