import { useWords } from "~/components/words";
import { type TypedField, typedFields } from "~/domain/role-row-input";
import { formatMoment } from "~/messages/days";
import type { RowHistoryLine } from "./page.server";
import { type Labels, valueWord } from "./party-words";

/** 行の履歴: who changed what from what to what, and why. */
export function RowHistory({ lines, labels }: { lines: readonly RowHistoryLine[]; labels: Labels }) {
  const words = useWords();
  return (
    <details className="row-history">
      <summary>{words.roleGrid.history(lines.length)}</summary>
      {lines.length === 0 && <p className="quiet">{words.roleGrid.noHistory}</p>}
      <ol className="history">
        {lines.map((line) => (
          <li key={line.id}>
            <span className="num">{formatMoment(line.changedAt)}</span>
            <span>
              <b>{words.roleGrid.changeKinds[line.kind]}</b> {line.by ?? words.history.bySystem}
              {line.reason !== "" && <span className="block">{words.roleGrid.because(line.reason)}</span>}
              <Changes line={line} labels={labels} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Changes({ line, labels }: { line: RowHistoryLine; labels: Labels }) {
  const words = useWords();
  const fieldOf = (name: string): TypedField | undefined => typedFields.find((each) => each === name);
  return (
    <ul>
      {line.changes.map(({ field: name, before, after }) => {
        const field = fieldOf(name);
        if (!field) return null;
        const was = valueWord(words, labels, field, before);
        const is = valueWord(words, labels, field, after);
        return <li key={name}>{`${words.roles.column[field]}：${words.history.was(was, is)}`}</li>;
      })}
    </ul>
  );
}
