import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import { useDesk } from "../vendor-desk/desk";
import type { ItemView } from "./section-view";

/** Questions of the vendor and replies of the hospital about one item. */
export function ItemThread({ messages, at }: { messages: ItemView["messages"]; at: number }) {
  const { item } = useWords().vendorDesk;
  const { isEditable } = useDesk();
  if (!isEditable && messages.length === 0) return null;
  return (
    <details className="item-more" open={messages.length > 0}>
      <summary>{item.thread(messages.length)}</summary>
      <Lines messages={messages} />
      {isEditable && (
        <>
          <div className="field">
            <label htmlFor={`ask-${at}`}>{item.question}</label>
            <textarea
              key={messages.length}
              id={`ask-${at}`}
              name={`question.${at}`}
              rows={2}
              maxLength={4000}
            />
          </div>
          <p>
            <button type="submit" name="intent" value={`ask:${at}`} className="button small">
              {item.ask}
            </button>
          </p>
        </>
      )}
    </details>
  );
}

export function Lines({ messages }: { messages: ItemView["messages"] }) {
  const { item } = useWords().vendorDesk;
  return (
    <ul className="thread">
      {messages.map((each) => (
        <li key={each.id}>
          <p className="quiet">
            <b>{each.side === "vendor" ? item.vendor : item.hospital}</b>{" "}
            <span className="num">{formatMoment(each.writtenAt)}</span>
          </p>
          <p className="typed-text">{each.text}</p>
        </li>
      ))}
    </ul>
  );
}
