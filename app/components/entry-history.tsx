import { Link } from "@remix-run/react";
import { BEGINNING } from "~/domain/contract-terms";
import type { EntryOrigin } from "~/domain/dated-entry";
import type { Day, Moment } from "~/domain/day";
import type { Language } from "~/domain/scope";
import { formatDay, formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";
import { Tag } from "./badges";
import { ScrollBox } from "./scroll-box";
import { useLanguage, useWords } from "./words";

export type EntryLine = {
  id: string;
  effectiveFrom: Day;
  origin: EntryOrigin;
  isCorrection: boolean;
  isSuperseded: boolean;
  isHeld: boolean;
  isComing: boolean;
  reason: string;
  recordedAt: Moment;
  recordedBy: string | null;
  /** Null for the first entry: there is nothing to compare it with. */
  changes: { field: string; before: string; after: string }[] | null;
  /** What the entry says, in one line; "" where its changes tell. */
  said: string;
  /** Path where the entry can be put right; null where it cannot. */
  correctAt: string | null;
};

/** The day of a beginning in words: one that nobody recorded says so. */
export function sinceText(words: Words, language: Language, day: Day): string {
  return day === BEGINNING ? words.entries.unknownSince : formatDay(day, language);
}

/** いつから何だったか: every entry about one thing; what was corrected stays and says so. */
export function EntryHistory(props: {
  lines: readonly EntryLine[];
  labelOf: (field: string) => string;
  /** Words of a stored value; null when the value is a reference that is not shown. */
  wordsOf: (field: string, value: string) => string | null;
}) {
  const { entries: text } = useWords();
  const names = ["from", "what", "changes", "recorded"] as const;
  return (
    <section className="panel">
      <h2>
        {text.title} <small>{text.what}</small>
      </h2>
      <ScrollBox label={text.title}>
        <table className="list wide">
          <caption className="sr">{text.title}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {text.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.lines.map((line) => (
              <Row key={line.id} {...props} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

type RowProps = Omit<Parameters<typeof EntryHistory>[0], "lines"> & { line: EntryLine };

function Row(props: RowProps) {
  const words = useWords();
  const language = useLanguage();
  const { entries: text } = words;
  const { line } = props;
  return (
    <tr className={line.isSuperseded ? "is-later" : undefined}>
      <th scope="row" className="num">
        {sinceText(words, language, line.effectiveFrom)}
        <span className="block">
          {line.isHeld && <Tag>{text.held}</Tag>}
          {line.isComing && <Tag>{text.coming}</Tag>}
          {line.isSuperseded && <Tag>{text.superseded}</Tag>}
        </span>
      </th>
      <td>
        {text.origins[line.origin]} {line.isCorrection && <Tag>{text.correction}</Tag>}
        {line.reason !== "" && <span className="block">{line.reason}</span>}
        {line.correctAt && (
          <Link className="quiet block" to={line.correctAt}>
            {text.correct}
          </Link>
        )}
      </td>
      <td>
        {line.said !== "" && <b className="block">{line.said}</b>}
        <Changes {...props} />
      </td>
      <td className="num">
        {formatMoment(line.recordedAt)} {line.recordedBy ?? words.contractRecords.unknownPerson}
      </td>
    </tr>
  );
}

function Changes({ line, labelOf, wordsOf }: RowProps) {
  const words = useWords();
  const language = useLanguage();
  if (line.changes === null) return null;
  if (line.changes.length === 0) return <span className="quiet">{words.entries.nothingChanged}</span>;
  const shown = (field: string, value: string) => {
    if (field === "effectiveFrom") return sinceText(words, language, value);
    return value === "" ? words.history.blank : wordsOf(field, value);
  };
  return (
    <ul className="plain-list">
      {line.changes.map(({ field, before, after }) => {
        const [old, next] = [shown(field, before), shown(field, after)];
        return (
          <li key={field}>
            {field === "effectiveFrom" ? words.entries.columns.from : labelOf(field)}
            {old !== null && next !== null && `：${words.history.was(old, next)}`}
          </li>
        );
      })}
    </ul>
  );
}
