import { VerdictBadge } from "~/components/badges";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import { verdictWord } from "~/messages/labels";
import type { AssessmentPage } from "./assessment-page.server";
import type { FindingRow } from "./finding-row.server";

/** Last step of the reasons: what a person read otherwise, beside what the rules come to. */
export function OverrideStep({ row }: { row: FindingRow }) {
  const { override: text } = useWords().judging;
  const language = useLanguage();
  const { override } = row;
  if (!override) return null;
  return (
    <li>
      <b>{text.step}</b>
      <span>
        <VerdictBadge verdict={override.verdict} />{" "}
        {text.now(formatDay(dayInTokyo(override.recordedAt), language), override.by ?? "")}
        <span className="block">{override.reason}</span>
        {override.isLapsed && <span className="block late">{text.lapsed}</span>}
      </span>
    </li>
  );
}

/** In the row's one line: that a person's verdict stands there, and what the rule says. */
export function OverrideTag({ row }: { row: FindingRow }) {
  const words = useWords();
  const { judging } = words;
  if (!row.override || row.override.isLapsed) return null;
  return (
    <span className="quiet block">
      {judging.override.tag}（{judging.override.ruled(verdictWord(words, row.ruled, row.unmetAnswer))}）
    </span>
  );
}

/** Every override of the open requirement, newest first. */
export function OverrideHistory({ history }: { history: AssessmentPage["overrides"] }) {
  const { judging, verdicts } = useWords();
  const language = useLanguage();
  if (history.length === 0) return null;
  return (
    <div>
      <h3>{judging.override.history}</h3>
      <ol className="decision-history">
        {history.map((each) => (
          <li key={each.id}>
            <span className="num">
              {formatDay(dayInTokyo(each.recordedAt), language)} {each.by ?? ""}
            </span>{" "}
            <b>{each.verdict === null ? judging.override.lifted : verdicts[each.verdict].word}</b>
            <span className="quiet block">{each.reason}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
