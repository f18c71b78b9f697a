import { Choice, type ControlProps, Field, FieldGroup } from "~/components/field";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { QuestionProps, SurveyRow } from "./question-panel";
import { answerWords } from "./survey-words";

/** The answer with its day and remark; what was said the year before stands in day and remark to begin with. */
export function AnswerFields({ row, typed, problems, page }: QuestionProps) {
  const { surveys } = useWords();
  const { question, held, carried } = row;
  const { key } = question;
  const now = typed ?? {
    value: held?.value ?? "",
    happenedOn: held?.happenedOn ?? "",
    note: held?.note ?? carried?.note ?? "",
  };
  return (
    <div className="stack">
      <input type="hidden" name="questionKey" value={key} />
      <input type="hidden" name={`seenId.${key}`} value={held?.id ?? ""} />
      <ValueField row={row} value={now.value} problems={problems} />
      {question.asksDay && (
        <Field name={`happenedOn.${key}`} label={surveys.happenedOn} problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={now.happenedOn} max={page.today} />}
        </Field>
      )}
      <Field name={`note.${key}`} label={surveys.note} hint={question.help} problems={problems}>
        {(control) => <textarea {...control} rows={2} defaultValue={now.note} />}
      </Field>
      <SavedBy row={row} />
    </div>
  );
}

function ValueField(props: { row: SurveyRow; value: string; problems: QuestionProps["problems"] }) {
  const { surveys } = useWords();
  const { question } = props.row;
  const name = `value.${question.key}`;
  const label = question.unit === "" ? surveys.answer : `${surveys.answer}（${question.unit}）`;
  if (question.kind === "number") {
    return (
      <Field name={name} label={label} problems={props.problems}>
        {(control: ControlProps) => (
          <input {...control} type="text" inputMode="numeric" defaultValue={props.value} />
        )}
      </Field>
    );
  }
  const isMany = question.kind === "choices";
  const options = question.kind === "yes-no" ? ["yes", "no"] : question.options;
  const chosen = props.value.split(",");
  return (
    <FieldGroup name={name} label={label} problems={props.problems}>
      <div className="choices">
        {!isMany && props.row.held === null && (
          <Choice type="radio" name={name} value="" label={surveys.notYet} isChecked={props.value === ""} />
        )}
        {options.map((each) => (
          <Choice
            key={each}
            type={isMany ? "checkbox" : "radio"}
            name={name}
            value={each}
            label={surveys.options[each] ?? each}
            isChecked={chosen.includes(each)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function SavedBy({ row }: { row: SurveyRow }) {
  const { surveys, history } = useWords();
  const language = useLanguage();
  const { held } = row;
  if (held === null) return null;
  const day = formatDay(dayInTokyo(held.recordedAt), language);
  return (
    <p className="quiet">{surveys.savedBy(surveys.bases[held.basis], held.by ?? history.bySystem, day)}</p>
  );
}

/** The same for whoever may not write. */
export function AnswerRead({ row }: { row: SurveyRow }) {
  const words = useWords();
  const { surveys } = words;
  const { held, question } = row;
  return (
    <div>
      <h4>{surveys.answer}</h4>
      <p>
        <b>{held === null ? surveys.notYet : answerWords(words, held.value, question.unit)}</b>
        {held?.happenedOn && <span className="num">{`　${held.happenedOn}`}</span>}
      </p>
      {held !== null && held.note !== "" && <p>{held.note}</p>}
      <SavedBy row={row} />
    </div>
  );
}
