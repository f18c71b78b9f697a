import { Tag } from "./badges";
import { useWords } from "./words";

/** A rule or fact in our words with how well it is known and where it was read. */
export function Sourced(props: {
  fact: { text: string; sourceCount: number; source: string };
  /** The group loaded the official text of the edition it is about. */
  isOfficialTextLoaded: boolean;
}) {
  const { fact } = props;
  return (
    <>
      {fact.text} <SourceMark {...props} />
      <span className="quiet block">{fact.source}</span>
    </>
  );
}

/** 「出典1件・要確認」, the number of sources, or that the official text is at hand. */
export function SourceMark(props: { fact: { sourceCount: number }; isOfficialTextLoaded: boolean }) {
  const { comparing } = useWords();
  if (props.isOfficialTextLoaded) return <Tag>{comparing.officialLoaded}</Tag>;
  const { sourceCount } = props.fact;
  return <Tag>{sourceCount < 2 ? comparing.oneSource : comparing.sources(sourceCount)}</Tag>;
}

/** What a page rests on, folded away; nothing when there is none. */
export function SourcedFacts(props: {
  title: string;
  facts: readonly { key: string; text: string; sourceCount: number; source: string }[];
  isOfficialTextLoaded: boolean;
}) {
  if (props.facts.length === 0) return null;
  return (
    <details className="panel closed-part">
      <summary>{props.title}</summary>
      <ul className="plain-list panel-text">
        {props.facts.map((fact) => (
          <li key={fact.key}>
            <Sourced fact={fact} isOfficialTextLoaded={props.isOfficialTextLoaded} />
          </li>
        ))}
      </ul>
    </details>
  );
}
