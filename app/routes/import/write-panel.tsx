import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useLanguage, useWords } from "~/components/words";
import type { ImportPageData } from "./route";

/** How often a page that watches a running import asks again. */
const LOOK_MS = 1000;

/** The one action of the state the import is in, with what it will do or has done. */
export function WritePanel({ page }: { page: ImportPageData }) {
  const { write } = useWords().imports;
  const { counts } = page;
  switch (page.state) {
    case "draft":
      return page.mayEdit ? <Begin page={page} /> : null;
    case "running":
      return <Running page={page} />;
    case "stopped":
      return <Halted page={page} what={write.stopped} />;
    case "done": {
      const others = (counts.failed ?? 0) + (counts["left-out"] ?? 0);
      return (
        <p className="note good" role="status">
          {write.done(counts.created ?? 0, counts.known ?? 0, others)}
        </p>
      );
    }
    case "taken-back":
      return (
        <p className="note" role="status">
          {write.takenBack}
        </p>
      );
  }
}

function Begin({ page }: { page: ImportPageData }) {
  const { write } = useWords().imports;
  const { create = 0, failed = 0, asks = 0 } = page.counts;
  if (asks > 0) return <p className="note warn">{write.wait(page.questions.open)}</p>;
  if (create === 0) return <p className="note warn">{write.nothing}</p>;
  return (
    <section className="panel">
      <h2>{write.title}</h2>
      <Form method="post" className="panel-text stack">
        <p>{write.what(create)}</p>
        {failed > 0 && <p className="note warn">{write.failedToo(failed)}</p>}
        <input type="hidden" name="version" value={page.version} />
        <p>
          <button type="submit" name="intent" value="begin" className="button primary big">
            {write.button}
          </button>
        </p>
      </Form>
    </section>
  );
}

function Progress({ page }: { page: ImportPageData }) {
  const { write } = useWords().imports;
  const language = useLanguage();
  const [doneCount, total] = [page.doneCount, page.rowCount].map((each) => each.toLocaleString(language));
  return (
    <p>
      <progress max={page.rowCount} value={page.doneCount} aria-label={write.progressLabel} />{" "}
      <span className="num" role="status">
        {write.progress(doneCount ?? "", total ?? "")}
      </span>
    </p>
  );
}

function Running({ page }: { page: ImportPageData }) {
  const { write } = useWords().imports;
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!page.isWriting) return;
    const timer = setInterval(() => state === "idle" && revalidate(), LOOK_MS);
    return () => clearInterval(timer);
  }, [page.isWriting, revalidate, state]);
  if (!page.isWriting) return <Halted page={page} what={write.interrupted} />;
  return (
    <section className="panel">
      <h2>{write.title}</h2>
      <Form method="post" className="panel-text stack">
        <p>{page.doneCount === 0 ? write.waiting : write.running}</p>
        <Progress page={page} />
        {page.mayEdit && (
          <p>
            <button type="submit" name="intent" value="stop" className="button">
              {write.stop}
            </button>
          </p>
        )}
      </Form>
    </section>
  );
}

function Halted({ page, what }: { page: ImportPageData; what: string }) {
  const { write } = useWords().imports;
  return (
    <section className="panel">
      <h2>{write.title}</h2>
      <Form method="post" className="panel-text stack">
        <p>{what}</p>
        <Progress page={page} />
        {page.mayEdit && (
          <p>
            <button type="submit" name="intent" value="continue" className="button primary">
              {write.continue}
            </button>
          </p>
        )}
      </Form>
    </section>
  );
}
