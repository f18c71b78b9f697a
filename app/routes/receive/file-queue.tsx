import { Link, useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { FileLines } from "./result-list";
import type { action } from "./route";

/** Files sent one after another: each row says waiting, being read, or what became of it. */
export function FileQueue({ files, again }: { files: readonly File[]; again: () => void }) {
  const { intake, receipt, disclosures } = useWords();
  const [at, setAt] = useState(0);
  const isDone = at >= files.length;
  return (
    <section className="panel" aria-labelledby="queue-heading">
      <h2 id="queue-heading">{intake.results}</h2>
      <p className="panel-text" role="status">
        {isDone ? receipt.queueDone(files.length) : receipt.queueAt(at + 1, files.length)}
      </p>
      <progress className="reading" value={at} max={files.length} aria-label={intake.reading} />
      <ul className="waiting-files">
        {files.map((file, index) => (
          <QueuedFile
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
            key={index}
            file={file}
            isTurn={index === at}
            onDone={() => setAt((before) => Math.max(before, index + 1))}
          />
        ))}
      </ul>
      {isDone && (
        <p className="panel-text">
          <Link className="button primary" to="/disclosures">
            {receipt.toWaiting}
          </Link>{" "}
          <button type="button" className="button" onClick={again}>
            {intake.another}
          </button>{" "}
          <span className="quiet">{disclosures.purpose}</span>
        </p>
      )}
    </section>
  );
}

function QueuedFile(props: { file: File; isTurn: boolean; onDone: () => void }) {
  const { file, isTurn, onDone } = props;
  const { intake, receipt } = useWords();
  const fetcher = useFetcher<typeof action>();
  const { state, data } = fetcher;
  useEffect(() => {
    if (!isTurn || state !== "idle" || data !== undefined) return;
    const body = new FormData();
    body.append("file", file, file.name);
    fetcher.submit(body, {
      method: "post",
      encType: "multipart/form-data",
      action: "/disclosures/receive?each",
    });
  }, [isTurn, state, data, file, fetcher.submit]);
  useEffect(() => {
    if (state === "idle" && data !== undefined) onDone();
  }, [state, data, onDone]);
  const found = data?.results[0];
  if (found) return <FileLines result={found} />;
  const problems = data?.problems ?? [];
  if (problems.length > 0) {
    return <FileLines result={{ fileName: file.name, receipts: [], problems, earlier: [] }} />;
  }
  return (
    <li>
      <Tag>{isTurn ? intake.reading : receipt.queueWaits}</Tag>
      <b>{file.name}</b>
    </li>
  );
}
