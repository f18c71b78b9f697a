import { EvidenceView } from "~/components/evidence-view";
import { Choice, Field, FieldGroup } from "~/components/field";
import { HelpTip } from "~/components/help-tip";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { endOfFiscalYear } from "~/domain/figures";
import { ownAnswers, startOfFiscalYear } from "~/domain/own-checklist";
import type { Problem } from "~/domain/problem";
import { formatDay } from "~/messages/days";
import { BesideColumn } from "./beside-column";
import type { SelfCheckPage } from "./route";

export type SheetRow = SelfCheckPage["rows"][number];
type Typed = { answer: string; remark: string; targetOn: string; cites: boolean } | null;

/** One row: what it asks, what the records say, what others and last year said, and the answer. */
export function ItemPanel(props: {
  row: SheetRow;
  isFirstOfSection: boolean;
  page: SelfCheckPage;
  typed: Typed;
  problems: Problem[] | undefined;
}) {
  const { sheet } = useWords().selfChecks;
  const { item } = props.row;
  return (
    <>
      {props.isFirstOfSection && item.section !== "" && <h2 className="check-section">{item.section}</h2>}
      <section className="panel check-item">
        <h3>
          <span className="num">{item.no}</span> {item.item}
          {(item.help !== "" || item.provenance === "own-wording") && (
            <HelpTip>
              <p>{item.help}</p>
              {item.provenance === "own-wording" && <p>{sheet.provenance}</p>}
            </HelpTip>
          )}
        </h3>
        <div className="check-columns">
          <EvidenceColumn row={props.row} />
          <BesideColumn row={props.row} />
          {props.page.canEdit ? <AnswerFields {...props} /> : <AnswerRead row={props.row} />}
        </div>
      </section>
    </>
  );
}

function EvidenceColumn({ row }: { row: SheetRow }) {
  const { selfChecks } = useWords();
  const language = useLanguage();
  const { saved, evidence } = row;
  const isOther =
    evidence !== null && evidence.lean !== "open" && saved?.answer && saved.answer !== evidence.lean;
  return (
    <div>
      <h4>{selfChecks.evidenceTitle}</h4>
      {evidence === null ? (
        <p className="quiet">{selfChecks.evidenceNone}</p>
      ) : (
        <EvidenceView evidence={evidence} />
      )}
      {isOther && <p className="note warn">{selfChecks.sheet.differs}</p>}
      {saved?.evidence && saved.isOutdated && (
        <details className="cited">
          <summary>{selfChecks.sheet.citedThen(formatDay(dayInTokyo(saved.savedAt), language))}</summary>
          <p>{selfChecks.sheet.outdated}</p>
          <EvidenceView evidence={saved.evidence} />
        </details>
      )}
    </div>
  );
}

function AnswerFields({ row, page, typed, problems }: Parameters<typeof ItemPanel>[0]) {
  const { sheet } = useWords().selfChecks;
  const { key } = row.item;
  const { fiscalYear } = page.sheet;
  const now = typed ?? {
    answer: row.saved?.answer ?? "",
    remark: row.saved?.remark ?? "",
    targetOn: row.saved?.targetOn ?? "",
    // why on: what the records say is the ground unless a person says otherwise.
    cites: row.saved === null || row.saved.answer === "" || row.saved.evidence !== null,
  };
  return (
    <div className="stack">
      <input type="hidden" name="itemKey" value={key} />
      <FieldGroup name={`answer.${key}`} label={sheet.answer} problems={problems}>
        <div className="choices">
          {ownAnswers.map((value) => (
            <Choice
              key={value}
              type="radio"
              name={`answer.${key}`}
              value={value}
              label={sheet.answerOptions[value]}
              isChecked={now.answer === value}
            />
          ))}
        </div>
      </FieldGroup>
      <Field
        name={`targetOn.${key}`}
        label={sheet.targetOn}
        hint={sheet.targetHint(startOfFiscalYear(fiscalYear), endOfFiscalYear(fiscalYear))}
        problems={problems}
      >
        {(control) => <input {...control} type="date" defaultValue={now.targetOn} />}
      </Field>
      <Field name={`remark.${key}`} label={sheet.remark} problems={problems}>
        {(control) => <textarea {...control} rows={2} defaultValue={now.remark} />}
      </Field>
      {row.evidence !== null && (
        <Choice type="checkbox" name={`cites.${key}`} value="1" label={sheet.cites} isChecked={now.cites} />
      )}
      <SavedBy row={row} />
    </div>
  );
}

function SavedBy({ row }: { row: SheetRow }) {
  const words = useWords();
  const language = useLanguage();
  if (row.saved === null || row.saved.answer === "") return null;
  const name = row.saved.savedBy ?? words.history.bySystem;
  return (
    <p className="quiet">
      {words.selfChecks.sheet.savedBy(name, formatDay(dayInTokyo(row.saved.savedAt), language))}
    </p>
  );
}

function AnswerRead({ row }: { row: SheetRow }) {
  const { sheet } = useWords().selfChecks;
  const { saved } = row;
  return (
    <div>
      <h4>{sheet.answer}</h4>
      <p>
        <b>{sheet.answerOptions[saved?.answer ?? ""]}</b>
        {saved?.targetOn && <span className="num">{`　${sheet.targetOn} ${saved.targetOn}`}</span>}
      </p>
      {saved?.remark && <p>{saved.remark}</p>}
      <SavedBy row={row} />
    </div>
  );
}
