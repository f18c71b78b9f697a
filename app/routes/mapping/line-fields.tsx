import { useWords } from "~/components/words";
import {
  type ExpectedAnswer,
  expectedAnswers,
  type MappingRelation,
  type MappingRule,
  mappingRelations,
  mappingRules,
} from "~/domain/mapping";

type Standing = {
  rule: MappingRule;
  relation: MappingRelation;
  acceptsNotApplicable: boolean;
  reason: string;
  expected?: ExpectedAnswer | undefined;
  remarkRequired?: boolean | undefined;
  yesMayMeanPlanned?: boolean | undefined;
};

/** How answers become a verdict, and why: the part of a line that a person sets. */
export function LineFields({ line }: { line: Standing }) {
  const words = useWords();
  const { relations } = words;
  return (
    <>
      <select name="relation" className="compact" aria-label={relations.covers} defaultValue={line.relation}>
        {mappingRelations.map((each) => (
          <option key={each} value={each}>
            {words.mappingRelations[each]}
          </option>
        ))}
      </select>
      <select name="rule" className="compact" aria-label={relations.rule} defaultValue={line.rule}>
        {mappingRules.map((each) => (
          <option key={each} value={each}>
            {words.lineRules[each]}
          </option>
        ))}
      </select>
      <select
        name="expected"
        className="compact"
        aria-label={relations.expected}
        defaultValue={line.expected ?? "yes"}
      >
        {expectedAnswers.map((each) => (
          <option key={each} value={each}>
            {relations.expectedIs(words.answers[each])}
          </option>
        ))}
      </select>
      {(["acceptsNotApplicable", "remarkRequired", "yesMayMeanPlanned"] as const).map((name) => (
        <label key={name}>
          <input type="checkbox" name={name} value="1" defaultChecked={line[name] ?? false} />{" "}
          {relations.lineConditions[name]}
        </label>
      ))}
      <input
        type="text"
        name="reason"
        className="compact"
        aria-label={relations.reason}
        placeholder={relations.reason}
        defaultValue={line.reason}
      />
    </>
  );
}
