import { Form } from "@remix-run/react";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { RequestData } from "./route";

/** Questions and replies about one item ("" = the whole request), oldest first, and a line to write. */
export function Thread(props: { itemKey: string; lines: RequestData["thread"]; mayWrite: boolean }) {
  const words = useWords();
  const own = words.requests.page;
  const id = `reply-${props.itemKey || "whole"}`;
  return (
    <div className="thread">
      {props.lines.length > 0 && (
        <ol>
          {props.lines.map((line) => (
            <li key={line.id} className={line.side}>
              <span className="quiet">
                {line.side === "vendor" ? own.vendor : (line.by ?? own.hospital)}{" "}
                <span className="num">{formatMoment(line.writtenAt)}</span>
              </span>
              <span className="words">{line.text}</span>
            </li>
          ))}
        </ol>
      )}
      {props.mayWrite && (
        <Form method="post" className="reply">
          <input type="hidden" name="intent" value="reply" />
          <input type="hidden" name="itemKey" value={props.itemKey} />
          <label htmlFor={id} className="sr">
            {own.replyText}
          </label>
          <textarea id={id} name="text" rows={2} maxLength={4000} placeholder={own.reply} required />
          <button type="submit" className="button small">
            {own.send}
          </button>
        </Form>
      )}
    </div>
  );
}
