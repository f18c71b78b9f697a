import { Form } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { useWords } from "~/components/words";
import type { Question } from "~/domain/register-import-place";

type Props = { questions: readonly Question[]; version: number };
type Candidate = Question["candidates"][number];

/** Open questions; each button is an answer. */
export function QuestionList({ questions, version }: Props) {
  return (
    <>
      {questions.map((each) => (
        <OpenQuestion key={each.key} question={each} version={version} />
      ))}
    </>
  );
}

function useTitle(question: Question): string {
  const { nouns, imports } = useWords();
  const within = question.within === "" ? "" : imports.questions.within(question.within);
  return `${imports.questions.about(nouns[question.noun].one, question.name)}${within}`;
}

function OpenQuestion({ question, version }: { question: Question; version: number }) {
  const { questions } = useWords().imports;
  const title = useTitle(question);
  return (
    <section className="panel">
      <h2>
        <span>{title}</span>
        <small className="quiet">{questions.rows(question.rows.length, question.rows[0] ?? 0)}</small>
      </h2>
      <Form method="post" className="panel-text import-answers" aria-label={title}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="key" value={question.key} />
        {question.candidates.map((each) => (
          <button key={each.answer} type="submit" name="answer" value={each.answer} className="button">
            <SameAs candidate={each} />
          </button>
        ))}
        {question.mayBeNew && (
          <button type="submit" name="answer" value="new" className="button">
            {questions.isNew}
          </button>
        )}
      </Form>
    </section>
  );
}

function SameAs({ candidate }: { candidate: Candidate }) {
  const { questions } = useWords().imports;
  const place = candidate.isKnown ? candidate.within : questions.fromRow(candidate.row);
  return <>{place === "" ? questions.same(candidate.name) : questions.sameIn(candidate.name, place)}</>;
}

/** For a long list of names that only look alike: the rest is answered at once, and every answer can be undone. */
export function RestAsNew({ count, version }: { count: number; version: number }) {
  const { questions } = useWords().imports;
  return (
    <ConfirmPanel
      title={questions.restTitle}
      what={questions.restWhat(count)}
      fields={{ intent: "rest", version }}
      button={questions.rest}
    />
  );
}

/** What was answered, newest questions last; an answer is taken back by one press. */
export function AnsweredList({ questions: all, version }: Props) {
  const { questions } = useWords().imports;
  if (all.length === 0) return null;
  return (
    <section className="panel">
      <h2>{questions.answered}</h2>
      <ul className="waiting-files">
        {all.map((each) => (
          <Answered key={each.key} question={each} version={version} />
        ))}
      </ul>
    </section>
  );
}

function Answered({ question, version }: { question: Question; version: number }) {
  const { questions } = useWords().imports;
  const title = useTitle(question);
  const chosen = question.candidates.find((each) => each.answer === question.answer);
  return (
    <li>
      <div className="file-result">
        <b>{title}</b>
        <p>{chosen ? <SameAs candidate={chosen} /> : questions.asNew}</p>
      </div>
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="key" value={question.key} />
        <button
          type="submit"
          name="answer"
          value=""
          className="button small"
          aria-label={`${questions.undo}：${title}`}
        >
          {questions.undo}
        </button>
      </Form>
    </li>
  );
}
