import { formatMoment } from "~/messages/days";
import { useWords } from "./words";

export type HistoryLine = {
  seq: number;
  /** UTC moment. */
  recordedAt: string;
  verb: string;
  via: string;
  by: string | null;
  changes: { field: string; before: string; after: string }[];
};

const SHOWN = 10;

/**
 * 履歴 of one record: who did what when, and which fields changed from what to what.
 * @param props.labelOf label of a changed field
 * @param props.valueOf words of a stored value; null when the value is not shown (a reference, a person)
 */
export function History(props: {
  lines: readonly HistoryLine[];
  labelOf: (field: string) => string;
  valueOf?: (field: string, value: string) => string | null;
}) {
  const words = useWords();
  const rest = props.lines.slice(SHOWN);
  const show = (line: HistoryLine) => <Line key={line.seq} line={line} {...props} />;
  return (
    <section className="panel">
      <h2>{words.history.title}</h2>
      {props.lines.length === 0 && <p className="panel-text quiet">{words.history.empty}</p>}
      <ol className="history">{props.lines.slice(0, SHOWN).map(show)}</ol>
      {rest.length > 0 && (
        <details className="panel-text">
          <summary>{words.history.earlier(rest.length)}</summary>
          <ol className="history">{rest.map(show)}</ol>
        </details>
      )}
    </section>
  );
}

function Line(props: {
  line: HistoryLine;
  labelOf: (field: string) => string;
  valueOf?: (field: string, value: string) => string | null;
}) {
  const { line } = props;
  const words = useWords();
  const verbs: Readonly<Record<string, string>> = words.history.verbs;
  const channels: Readonly<Record<string, string>> = words.history.channels;
  return (
    <li>
      <span className="num">{formatMoment(line.recordedAt)}</span>
      <span>
        <b>{verbs[line.verb] ?? line.verb}</b> {line.by ?? words.history.bySystem}
        {line.via !== "web" && <span className="quiet">（{channels[line.via] ?? line.via}）</span>}
        {line.verb !== "register" && <Changes {...props} />}
      </span>
    </li>
  );
}

function Changes(props: Parameters<typeof Line>[0]) {
  const words = useWords();
  if (props.line.changes.length === 0) return null;
  const shown = (field: string, value: string): string | null => {
    if (value.startsWith("sha256:")) return null;
    return value === "" ? words.history.blank : props.valueOf ? props.valueOf(field, value) : value;
  };
  return (
    <ul>
      {props.line.changes.map(({ field, before, after }) => {
        const [old, next] = [shown(field, before), shown(field, after)];
        return (
          <li key={field}>
            {props.labelOf(field)}
            {old !== null && next !== null && `：${words.history.was(old, next)}`}
          </li>
        );
      })}
    </ul>
  );
}
