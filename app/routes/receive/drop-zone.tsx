import { Form, useNavigation } from "@remix-run/react";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { useWords } from "~/components/words";
import { FileQueue } from "./file-queue";

/**
 * A file field that also takes files dropped on it. With script several files go one by one, each with its own
 * progress and result; without, or with one file, it is a plain form.
 */
export function DropZone(props: { megabytes: number; files: number }) {
  const { intake } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(0);
  const [isOver, setIsOver] = useState(false);
  const [queue, setQueue] = useState<readonly File[]>([]);
  const isReading = useNavigation().state !== "idle";
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    setChosen(event.dataTransfer.files.length);
  };
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setIsOver(is);
  };
  const send = (event: FormEvent) => {
    const files = [...(input.current?.files ?? [])];
    if (files.length < 2) return;
    event.preventDefault();
    setQueue(files);
  };
  if (queue.length > 0) return <FileQueue files={queue} again={() => setQueue([])} />;
  return (
    <Form method="post" encType="multipart/form-data" className="stack" onSubmit={send}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a comfort; the field inside does it all */}
      <div
        className={isOver ? "drop over" : "drop"}
        onDrop={drop}
        onDragOver={(event) => over(event, true)}
        onDragLeave={(event) => over(event, false)}
      >
        <p className="what">{intake.drop}</p>
        <label htmlFor="field-file">{intake.choose}</label>
        <input
          ref={input}
          id="field-file"
          type="file"
          name="file"
          multiple
          accept=".xlsx,.xlsm,.xls,.csv,.pdf,.zip,.png,.jpg,.jpeg"
          aria-describedby="file-hint"
          onChange={(event) => setChosen(event.currentTarget.files?.length ?? 0)}
        />
        <p id="file-hint" className="hint">
          {intake.hint(props.megabytes, props.files)}
        </p>
        {chosen > 0 && <p role="status">{intake.chosen(chosen)}</p>}
      </div>
      <p>
        <button type="submit" className="button primary big" aria-disabled={isReading || undefined}>
          {isReading ? intake.reading : intake.read}
        </button>
      </p>
      {isReading && <progress className="reading" aria-label={intake.reading} />}
    </Form>
  );
}
