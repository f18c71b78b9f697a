import { HelpTip } from "~/components/help-tip";
import { useLanguage, useWords } from "~/components/words";
import { problem, problemCodes } from "~/domain/problem";
import { answerOptions } from "~/domain/questionnaire";
import { formatDay } from "~/messages/days";
import { problemWords } from "~/messages/labels";
import { type Confirmation, confirmationWords } from "../vendor-desk/confirmation-words";
import { useDesk } from "../vendor-desk/desk";
import { useSaver } from "../vendor-desk/desk-saver";
import type { ItemState } from "../vendor-desk/saver";
import { Differing } from "./differing";
import { ItemFiles } from "./item-files";
import { ItemThread } from "./item-thread";
import { PromiseFacts, RowFacts } from "./row-facts";
import type { ItemView } from "./section-view";

type Props = { item: ItemView; at: number; shown: ItemState | undefined; previousOn: string | null };

/** One item: the question in its words, last time's answer, ours, and what belongs to it. */
export function ItemCard({ item, at, shown, previousOn }: Props) {
  const words = useWords().vendorDesk;
  const { isEditable, form } = useDesk();
  const state = useSaver().item(item.key) ?? shown;
  if (!state) return null;
  const isCarried = item.draft.carry === "carried" && state.base.version === item.draft.version;
  return (
    <li id={`item-${at}`} data-item={item.key} className="item">
      <input type="hidden" name={`key.${at}`} value={item.key} />
      <input type="hidden" name={`version.${at}`} value={state.base.version} />
      <input type="hidden" name={`base.${at}`} value={baseText(state)} />
      <div className="question">
        <span id={`question-${at}`}>
          {item.no !== "" && <span className="num">{item.no}　</span>}
          {item.question}
        </span>{" "}
        {item.help !== "" && <HelpTip>{item.help}</HelpTip>}{" "}
        {isCarried && <span className="tag">{words.item.carried}</span>}
      </div>
      {item.row && <RowFacts row={item.row} />}
      {item.promise && <PromiseFacts promise={item.promise} />}
      {item.clauses.length > 0 && (
        <p className="quiet">
          {words.item.clauses}：{item.clauses.join("、")}
        </p>
      )}
      {item.previous && previousOn !== null && <Previous item={item} at={at} on={previousOn} />}
      {state.differing && <Differing state={state} />}
      {state.wrong && <Wrong code={state.wrong} />}
      <Fields item={item} at={at} state={state} confirmation={confirmationWords(words, form.kind)} />
      {isCarried && isEditable && (
        <p className="note">
          {words.item.carriedHelp}{" "}
          <button type="submit" name="intent" value={`confirm:${at}`} className="button small">
            {words.item.confirm}
          </button>
        </p>
      )}
      <ItemFiles files={item.files} at={at} />
      <ItemThread messages={item.messages} at={at} />
    </li>
  );
}

const baseText = ({ base: { answer, remark, condition } }: ItemState) =>
  JSON.stringify({ answer, remark, condition });

function Fields(props: { item: ItemView; at: number; state: ItemState; confirmation: Confirmation | null }) {
  const words = useWords().vendorDesk;
  const { isEditable } = useDesk();
  const saver = useSaver();
  const { item, at, state, confirmation } = props;
  const { now } = state;
  const options = confirmation ? answerOptions.filter((each) => each !== "not-applicable") : answerOptions;
  const labels = { ...words.answers, ...confirmation?.answers };
  return (
    <>
      <fieldset className="choices" disabled={!isEditable} aria-labelledby={`question-${at}`}>
        {options.map((option) => (
          <label className="choice" key={option}>
            <input
              type="radio"
              name={`answer.${at}`}
              value={option}
              checked={now.answer === option}
              onChange={() => saver.type(item.key, { answer: option, condition: "none" }, true)}
            />
            <span>{labels[option]}</span>
          </label>
        ))}
        <label className="choice unanswered">
          <input
            type="radio"
            name={`answer.${at}`}
            value=""
            checked={now.answer === null}
            onChange={() => saver.type(item.key, { answer: null, condition: "none" }, true)}
          />
          <span>{words.item.noAnswer}</span>
        </label>
      </fieldset>
      {!confirmation && <Conditions item={item} at={at} state={state} />}
      <div className="field">
        <label htmlFor={`remark-${at}`}>{confirmation?.remark ?? words.item.remark}</label>
        <textarea
          id={`remark-${at}`}
          name={`remark.${at}`}
          rows={2}
          disabled={!isEditable}
          value={now.remark}
          onChange={(event) => saver.type(item.key, { remark: event.target.value })}
          onBlur={() => void saver.flush()}
        />
      </div>
    </>
  );
}

/** "Yes, with a paid option" and "no, but planned"; the sheet of styles shows the one that fits the answer. */
function Conditions({ item, at, state }: { item: ItemView; at: number; state: ItemState }) {
  const words = useWords().vendorDesk;
  const { isEditable } = useDesk();
  const saver = useSaver();
  const both = [
    ["paid-option", words.item.paidOption],
    ["planned", words.item.planned],
  ] as const;
  return (
    <fieldset className="conditions" disabled={!isEditable}>
      <legend className="sr">{words.item.condition}</legend>
      {both.map(([value, label]) => (
        <label key={value} className={value}>
          <input
            type="checkbox"
            name={`condition.${at}`}
            value={value}
            checked={state.now.condition === value}
            onChange={(event) =>
              saver.type(item.key, { condition: event.target.checked ? value : "none" }, true)
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Previous({ item, at, on }: { item: ItemView; at: number; on: string }) {
  const words = useWords().vendorDesk;
  const language = useLanguage();
  const { isEditable } = useDesk();
  if (!item.previous) return null;
  const { answer, remark, condition, earlierQuestion } = item.previous;
  const terms = { none: "", "paid-option": words.item.paidOption, planned: words.item.planned }[condition];
  return (
    <div className="note previous">
      <p>
        {words.item.previous(formatDay(on, language), words.answers[answer])}
        {terms !== "" && `（${terms}）`}
        {remark !== "" && words.item.previousRemark(remark)}
      </p>
      {earlierQuestion !== null && <p className="quiet">{words.item.reworded(earlierQuestion)}</p>}
      {isEditable && item.draft.carry === "own" && (
        <button type="submit" name="intent" value={`take:${at}`} className="button small">
          {words.item.take}
        </button>
      )}
    </div>
  );
}

function Wrong({ code }: { code: string }) {
  const known = problemCodes.find((each) => each === code) ?? "unexpected";
  const { what, next } = problemWords(useWords(), problem(known));
  return (
    <p className="problem" role="alert">
      {what}
      {next}
    </p>
  );
}
