import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { formatDay } from "~/messages/days";
import { confirmationWords } from "../vendor-desk/confirmation-words";
import { useDesk } from "../vendor-desk/desk";
import { SavingLine, useSaver } from "../vendor-desk/desk-saver";
import { useAnswerKeys } from "./answer-keys";
import { ItemCard } from "./item-card";
import { type FoundItems, type SectionView, shownStates } from "./section-view";

/** One section: every item with its answer, and the way on. Works as a plain form; with script it saves itself. */
export function SectionForm(props: {
  section: SectionView;
  problems: Problem[] | undefined;
  found: FoundItems | null;
}) {
  const words = useWords().vendorDesk;
  const { section } = props;
  const desk = useDesk();
  const box = useRef<HTMLFormElement>(null);
  const saver = useSaver();
  const isBusy = useNavigation().state === "submitting";
  const confirmation = confirmationWords(words, desk.form.kind);
  const carried = section.items.filter((each) => each.draft.carry === "carried").length;
  const states = shownStates(section, props.found);
  useEffect(
    () => saver.adopt(shownStates(section, null).map((each) => ({ itemKey: each.itemKey, ...each.base }))),
    [saver, section],
  );
  useAnswerKeys(box, (itemKey, answer) => saver.type(itemKey, { answer }, true));
  const labels = Object.fromEntries(section.items.map((each) => [each.key, `${each.no} ${each.question}`]));
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      action={`${desk.path}?index&section=${section.at}`}
      ref={box}
      className="stack section-form"
      onSubmit={() => void saver.flush()}
    >
      {/* why first: the Enter key presses a form's first button, and that must only save. */}
      <button type="submit" name="intent" value="save" className="sr" tabIndex={-1} aria-hidden="true">
        {words.nav.save}
      </button>
      <ProblemSummary problems={props.problems} labels={labels} />
      <div className="section-head">
        <h2>{section.section}</h2>
        {desk.isEditable && (
          <p className="quiet keys">{confirmation ? confirmation.keys : words.item.keys}</p>
        )}
      </div>
      {desk.isEditable && section.canTakeAll && section.previous && <TakeAll previous={section.previous} />}
      <ol className="items">
        {section.items.map((item, at) => (
          <ItemCard
            key={item.key}
            item={item}
            at={at}
            shown={states[at]}
            previousOn={section.previous?.issuedOn ?? null}
          />
        ))}
      </ol>
      {desk.isEditable && carried > 1 && (
        <p>
          <button type="submit" name="intent" value="confirm-all" className="button">
            {words.item.confirmAll}
          </button>
        </p>
      )}
      {desk.isEditable && (
        <div className="send-bar">
          {section.at > 1 ? (
            <Link className="button big" to={`${desk.path}?section=${section.at - 1}`}>
              {words.nav.previous}
            </Link>
          ) : (
            <span />
          )}
          <SavingLine />
          <NextButton isLast={section.at >= section.last} isColleague={desk.isColleague} isBusy={isBusy} />
        </div>
      )}
    </Form>
  );
}

function NextButton(props: { isLast: boolean; isColleague: boolean; isBusy: boolean }) {
  const { nav } = useWords().vendorDesk;
  const intent = !props.isLast ? "next" : props.isColleague ? "save" : "to-submit";
  const label = !props.isLast ? nav.next : props.isColleague ? nav.save : nav.toSubmit;
  return (
    <button type="submit" name="intent" value={intent} className="button primary big" disabled={props.isBusy}>
      {label}
    </button>
  );
}

function TakeAll({ previous }: { previous: { issuedOn: string; productVersion: string } }) {
  const { item } = useWords().vendorDesk;
  const language = useLanguage();
  return (
    <div className="note take-all">
      <p>
        <button type="submit" name="intent" value="take-all" className="button">
          {item.takeAll}
        </button>{" "}
        <span className="num">{formatDay(previous.issuedOn, language)}</span>
      </p>
      <p className="quiet">{item.takeAllHint}</p>
    </div>
  );
}
