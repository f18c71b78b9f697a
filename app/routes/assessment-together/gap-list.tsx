import { VerdictBadge } from "~/components/badges";
import { FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { ClauseMark } from "../assessment/finding-row";
import type { TogetherPage } from "./route";

type Failed = { problems: Problem[]; typed: Record<string, string | string[]> } | undefined;

/** Undecided gaps to choose from. */
export function GapList({ page, failed }: { page: TogetherPage; failed: Failed }) {
  const { together } = useWords().decisions;
  const typed = failed?.typed.findings;
  const chosen = typed === undefined ? [] : Array.isArray(typed) ? typed : [typed];
  return (
    <FieldGroup name="findings" label={together.choose} isRequired problems={failed?.problems}>
      <p className="quiet num">{together.all(1, page.gaps.length, page.total)}</p>
      <ul className="plain-list gap-choices">
        {page.gaps.map((each) => {
          const value = `${each.key} ${each.supersedes}`.trim();
          return (
            <li key={each.key}>
              <label className="check-line">
                <input
                  type="checkbox"
                  name="findings"
                  value={value}
                  defaultChecked={chosen.includes(value)}
                />
                <span>
                  <ClauseMark clause={each.clause} isConfirmed={each.isConfirmed} /> {each.summary}{" "}
                  <VerdictBadge verdict={each.verdict} unmetAnswer={each.unmetAnswer} />
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
