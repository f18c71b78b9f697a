import { useLanguage, useWords } from "~/components/words";
import type { RoleSheetCounts } from "~/domain/role-sheet";
import { formatDay } from "~/messages/days";

/** The bar above the table: rows, undecided, いいえ, open いいえ, not checked, and the date of the round. */
export function SheetCounts({ counts, roundOn }: { counts: RoleSheetCounts; roundOn: string | null }) {
  const words = useWords();
  const language = useLanguage();
  const { count } = words.roles;
  const parts = [
    [count.rows, counts.rows, false],
    [count.undecided, counts.undecided, true],
    [count.noEmergency, counts.noEmergency, true],
    [count.firstNo, counts.firstNo, false],
    [count.openNo, counts.openNo, true],
    [count.unchecked, counts.unchecked, false],
    [count.leftOut, counts.leftOut, false],
  ] as const;
  return (
    <p className="counts">
      {parts.map(([label, value, isUrgent]) => (
        <span key={label}>
          {label} <b className={isUrgent && value > 0 ? "late num" : "num"}>{value}</b>
        </span>
      ))}
      <span>
        {words.roles.roundOn}{" "}
        <b className="num">{roundOn ? formatDay(roundOn, language) : words.forms.notGiven}</b>
      </span>
    </p>
  );
}
