import { useWords } from "~/components/words";
import type { ListChange } from "~/domain/server-declaration";

/** What the list says otherwise than at the last declaration. */
export function ChangesPanel({ changes }: { changes: readonly ListChange[] }) {
  const { declarations: text } = useWords();
  const fields: Readonly<Record<string, string>> = text.fields;
  if (changes.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.changesTitle}</h2>
      <ul className="plain-list panel-text">
        {changes.map((each) => (
          <li key={`${each.what} ${each.how} ${each.name} ${each.wasNamed}`}>
            {text.what[each.what]}「{each.name}」{text.how[each.how]}
            {each.wasNamed !== null && text.wasNamed(each.wasNamed)}
            {each.fields.length > 0 && `（${each.fields.map((name) => fields[name] ?? name).join("・")}）`}
          </li>
        ))}
      </ul>
    </section>
  );
}
