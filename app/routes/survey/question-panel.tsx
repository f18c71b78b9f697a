import { Tag } from "~/components/badges";
import { StatementView } from "~/components/evidence-view";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { RawHouseAnswer } from "~/domain/survey";
import { formatDay } from "~/messages/days";
import { AnswerFields, AnswerRead } from "./answer-fields";
import type { SurveyPage } from "./route";
import { answerWords } from "./survey-words";

export type SurveyRow = SurveyPage["rows"][number];
export type QuestionProps = {
  row: SurveyRow;
  no: number;
  isFirstOfSection: boolean;
  page: SurveyPage;
  typed: RawHouseAnswer | null;
  problems: Problem[] | undefined;
};

/** One question: what the records suggest, what was said before, the national figures, and the answer. */
export function QuestionPanel(props: QuestionProps) {
  const { surveys } = useWords();
  const { question } = props.row;
  return (
    <>
      {props.isFirstOfSection && <h2 className="check-section">{question.section}</h2>}
      <section className="panel check-item">
        <h3>
          <span className="num">{props.no}</span> {question.text}{" "}
          {!question.isSurvey && <Tag>{surveys.notInSurvey}</Tag>}
        </h3>
        <div className="check-columns">
          <ProposalColumn row={props.row} />
          <NationalColumn row={props.row} />
          {props.page.canEdit ? <AnswerFields {...props} /> : <AnswerRead row={props.row} />}
        </div>
      </section>
    </>
  );
}

function ProposalColumn({ row }: { row: SurveyRow }) {
  const words = useWords();
  const language = useLanguage();
  const { surveys } = words;
  const { proposal, carried, question } = row;
  return (
    <div>
      <h4>{surveys.proposal}</h4>
      {proposal === null ? (
        <p className="quiet">{surveys.proposalNone}</p>
      ) : (
        <div className="evidence">
          <p>
            <span className={`lean ${proposal.value === null ? "open" : "yes"}`}>
              {proposal.value === null
                ? surveys.proposalOpen
                : surveys.proposalIs(answerWords(words, proposal.value, question.unit))}
            </span>
          </p>
          {proposal.statements.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change their order
            <StatementView key={at} statement={each} />
          ))}
        </div>
      )}
      <p className="quiet">
        {carried === null
          ? surveys.carriedNone
          : surveys.carried(
              answerWords(words, carried.value, question.unit),
              formatDay(carried.effectiveFrom, language),
            )}
      </p>
    </div>
  );
}

function NationalColumn({ row }: { row: SurveyRow }) {
  const { surveys } = useWords();
  const { national } = row.question;
  return (
    <div>
      <h4>{surveys.national}</h4>
      {national.length === 0 && <p className="quiet">{surveys.nationalNone}</p>}
      {national.map((each) => (
        <div key={each.text}>
          <p>{surveys.nationalOf(each.text, each.percent)}</p>
          <p className="quiet">
            {surveys.nationalFrom(each.asOf, each.answered)}（{surveys.strengths[each.strength]}）
            <small className="block">{each.source}</small>
            {each.note !== "" && <small className="block">{each.note}</small>}
          </p>
        </div>
      ))}
    </div>
  );
}
