import { useEffect, useRef } from "react";
import type { Problem } from "~/domain/problem";
import { problemWords } from "~/messages/labels";
import { useWords } from "./words";

/**
 * What stands in the way, above the form: takes the focus, and leads to each field (`#field-<name>`).
 * @param props.labels field names that are on this page, with their labels, in the order of the page: so are the
 *   problems told (WCAG 2.4.3), those of no field first; other places are shown as text
 */
export function ProblemSummary(props: {
  problems: readonly Problem[] | undefined;
  labels?: Readonly<Record<string, string>>;
}) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const problems = inOrderOfPage(props.problems ?? [], props.labels ?? {});
  useEffect(() => {
    if (props.problems && props.problems.length > 0) box.current?.focus();
  }, [props.problems]);
  if (problems.length === 0) return null;
  const hasFields = problems.some((each) => each.at !== undefined && props.labels?.[each.at]);
  return (
    <div className="note stop problems" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>{hasFields ? words.forms.problems(problems.length) : words.forms.problemsOther}</b>
        {hasFields && words.forms.typedKept}
      </p>
      <ul>
        {problems.map((each) => (
          <li key={`${each.code} ${each.at ?? ""}`}>
            <ProblemLine problem={each} labels={props.labels ?? {}} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Problems of no field first, then field by field; a field without a label and problems of one field keep their order. */
function inOrderOfPage(problems: readonly Problem[], labels: Readonly<Record<string, string>>): Problem[] {
  const names = Object.keys(labels);
  const placeOf = ({ at }: Problem) => {
    if (at === undefined) return -1;
    const place = names.indexOf(at);
    return place < 0 ? names.length : place;
  };
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b));
}

function ProblemLine({ problem, labels }: { problem: Problem; labels: Readonly<Record<string, string>> }) {
  const { what, next } = problemWords(useWords(), problem);
  // why own names only: a place comes from what was sent, and "constructor" would find what no label is.
  const label =
    problem.at !== undefined && Object.hasOwn(labels, problem.at) ? labels[problem.at] : undefined;
  return (
    <>
      {label !== undefined && <a href={`#field-${problem.at}`}>{label}</a>}
      {label === undefined && problem.at !== undefined && <b>{problem.at}</b>}
      {problem.at !== undefined && "："}
      {what}
      {next}
    </>
  );
}
