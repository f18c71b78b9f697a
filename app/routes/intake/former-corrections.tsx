import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { ReviewPage } from "./review-page.server";

/** Corrections made before the file was read again: they stay visible and no longer count. */
export function FormerCorrections({ corrections }: { corrections: ReviewPage["former"] }) {
  const { receipt, answers, intake } = useWords();
  if (corrections.length === 0) return null;
  return (
    <details className="panel confirm">
      <summary>{receipt.former(corrections.length)}</summary>
      <div className="confirm-body">
        <p>{receipt.formerWhat}</p>
        <ul className="lines">
          {corrections.map((each) => (
            <li key={`${each.readingNo} ${each.cell} ${each.setAt}`}>
              <span className="num">{each.no}</span>
              <span>
                {each.question}
                {each.remark !== "" && <small> — {each.remark}</small>}
                <small className="block">
                  <span className="num">{each.cell}</span>・
                  {intake.setTo(each.setByName ?? "", formatMoment(each.setAt))}
                  {each.reason !== "" && `「${each.reason}」`}
                </small>
              </span>
              <b>{answers[each.answer]}</b>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
