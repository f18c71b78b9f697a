import { useWords } from "~/components/words";
import type { CheckedSet, SetInput } from "./set-input.server";

/** What every pasted number means: unknown ones first, then those of several items, then the items. */
export function CheckedNumbers({ checked, input }: { checked: CheckedSet; input: SetInput }) {
  const { sets, review } = useWords().catalogueDrafts;
  return (
    <section className="panel" aria-live="polite">
      <h2>
        {sets.resolved} <small className="num">{sets.count(checked.total, checked.pasted)}</small>
      </h2>
      {checked.unknown.length > 0 && (
        <div className="note stop">
          <p>
            <b>
              {sets.unknown}：{checked.unknown.join("、")}
            </b>
          </p>
          <p>{sets.unknownWhat}</p>
        </div>
      )}
      {checked.ambiguous.map(({ token, items }) => (
        <fieldset key={token} className="panel-text ambiguous">
          <legend>
            {sets.ambiguous}：<b>{token}</b>
          </legend>
          <p className="quiet">{sets.ambiguousWhat}</p>
          {items.map((item) => (
            <label key={item.key} className="block">
              <input
                type="checkbox"
                name={`choice:${token}`}
                value={item.key}
                defaultChecked={input.choices[token]?.includes(item.key) ?? false}
              />{" "}
              {item.no} {item.text}
            </label>
          ))}
        </fieldset>
      ))}
      <ul className="known">
        {checked.items.map((item) => (
          <li key={item.key}>
            <b className="num">{item.no}</b>　{item.text}
          </li>
        ))}
      </ul>
      {checked.total > checked.items.length && (
        <p className="panel-text">{review.first(checked.items.length)}</p>
      )}
    </section>
  );
}
