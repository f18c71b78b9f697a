import { Link } from "@remix-run/react";
import { VerdictBadge } from "~/components/badges";
import { BearersProof, BearersShort } from "~/components/bearers";
import { CellName } from "~/components/cell-name";
import { useWords } from "~/components/words";
import type { Bearers } from "~/domain/bearer";
import { verdictWord } from "~/messages/labels";
import { Carried } from "./carried";
import type { FindingRow } from "./finding-row.server";
import { OverrideStep } from "./override-shown";

/** The finding explains itself: requirement → question → cell with remark → mapping → rule. */
export function Why({ row, bearers }: { row: FindingRow; bearers: Bearers | undefined }) {
  const words = useWords();
  const { bearers: bearerWords, assessments, verdicts, confidences } = words;
  const { chain } = assessments;
  return (
    <div className="stack">
      <h3>{assessments.why(verdictWord(words, row.ruled, row.unmetAnswer))}</h3>
      <ol className="why">
        <li>
          <b>{chain.requirement}</b>
          <span>
            {row.clause} {row.chapterTitle}{" "}
            <span className="tag" title={confidences[row.confidence].help}>
              {confidences[row.confidence].word}
            </span>{" "}
            {row.isConfirmed ? assessments.confirmed : assessments.unconfirmed}
            {row.evidence !== "" && <span className="block quiet">{assessments.evidence(row.evidence)}</span>}
          </span>
        </li>
        {row.lines.map((line) => (
          <LineSteps key={line.id} line={line} />
        ))}
        <li>
          <b>{chain.result}</b>
          <span>
            {row.lines.length === 0
              ? verdicts["not-mapped"].help
              : row.lines.length > 1
                ? assessments.worst
                : ""}{" "}
            <VerdictBadge verdict={row.ruled} unmetAnswer={row.unmetAnswer} />
          </span>
        </li>
        <OverrideStep row={row} />
      </ol>
      <div>
        <h3>
          {bearerWords.label}：<BearersShort of={bearers} />
        </h3>
        <BearersProof of={bearers} />
      </div>
      <PlainWords row={row} />
    </div>
  );
}

function LineSteps({ line }: { line: FindingRow["lines"][number] }) {
  const words = useWords();
  const { assessments, answers, lineRules, lineOrigins, mappingRelations } = words;
  const { chain } = assessments;
  const isPublished = line.origin === "published";
  return (
    <>
      {line.answers.map((each) => (
        <li key={`${each.no} ${each.cell}`}>
          <b>{chain.question}</b>
          <span>
            <b className="num">{each.no}</b> {each.question}
            <span className="block">
              <span className="tag">
                <CellName cell={each.cell} />
              </span>{" "}
              <b>{assessments.cellSays(answers[each.answer])}</b>{" "}
              {each.remark === "" ? assessments.noRemark : assessments.remarkIs(each.remark)}
            </span>
            {each.carried && <Carried carried={each.carried} />}
          </span>
        </li>
      ))}
      {line.absent.length > 0 && (
        <li>
          <b>{chain.question}</b>
          <span>
            {assessments.notInForm}：{line.absent.join(", ")}
          </span>
        </li>
      )}
      <li>
        <b>{chain.mapping}</b>
        <span>
          {isPublished ? (
            <Link to={`/catalogues/${line.mapping}`}>{lineOrigins.published}</Link>
          ) : (
            lineOrigins["printed-clause"]
          )}
          ：{mappingRelations[line.relation]}
          <Conditions conditions={line.conditions} />
          {isPublished && <span className="block quiet">{line.reason}</span>}
        </span>
      </li>
      <li>
        <b>{chain.rule}</b>
        <span>
          {lineRules[line.rule]} → <VerdictBadge verdict={line.verdict} unmetAnswer={line.unmetAnswer} />
          {line.rule === "yes-may-mean-planned" && (
            <span className="block quiet">
              {assessments.plannedApart} <Link to="/two-factor">{assessments.toTwoFactor}</Link>
            </span>
          )}
        </span>
      </li>
    </>
  );
}

/** What the line asks beside its rule, where that is not the usual. */
function Conditions({ conditions }: { conditions: FindingRow["lines"][number]["conditions"] }) {
  const { answers, relations } = useWords();
  const said = [
    conditions.expected === "no" ? relations.expectedIs(answers.no) : "",
    conditions.acceptsNotApplicable ? "" : relations.noNotApplicable,
    conditions.remarkRequired ? relations.lineConditions.remarkRequired : "",
    conditions.yesMayMeanPlanned ? relations.lineConditions.yesMayMeanPlanned : "",
  ].filter((each) => each !== "");
  return said.length === 0 ? null : <span className="block quiet">{said.join("・")}</span>;
}

function PlainWords({ row }: { row: FindingRow }) {
  const { assessments } = useWords();
  return (
    <>
      {row.help.map((each) => (
        <div key={each.no} className="note">
          <p>
            <b>{assessments.plain}</b>　<span className="num">{each.no}</span> {each.help}
          </p>
          {row.isGap && (
            <p>
              <b>{assessments.ask}</b>　{each.askVendor}
            </p>
          )}
        </div>
      ))}
    </>
  );
}
