import { useWords } from "~/components/words";

/** 文の中で使える値: each as it stands inside a sentence. */
export function NameList({ names }: { names: readonly string[] }) {
  const { paperTemplates } = useWords();
  return (
    <details className="panel">
      <summary>{paperTemplates.names}</summary>
      <p className="quiet">{paperTemplates.namesWhat}</p>
      <ul className="name-list">
        {names.map((each) => (
          <li key={each}>{`｛${each}｝`}</li>
        ))}
      </ul>
    </details>
  );
}
