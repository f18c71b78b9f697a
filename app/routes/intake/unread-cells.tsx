import { useWords } from "~/components/words";
import { cellPlace } from "./cell-place";
import type { ReviewPage } from "./review-page.server";

/** Cells inside the answer area that belong to no answer; nothing of the sheet is left aside silently. */
export function UnreadCells({ page }: { page: ReviewPage }) {
  const { intake, unreadReasons } = useWords();
  const cells = page.forms.flatMap((form) => form.unread);
  if (cells.length === 0) return null;
  return (
    <section className="panel">
      <h2>
        {intake.unreadTitle} <span className="late">{intake.askCount(cells.length)}</span>
      </h2>
      <p className="panel-text quiet">{intake.unreadWhat}</p>
      <ul className="lines unread-lines">
        {cells.map((each) => (
          <li key={each.cell}>
            <a className="num" href={`#r-${cellPlace(each.cell).row}`}>
              {each.cell}
            </a>
            <span>
              {each.text}
              <small className="block">{unreadReasons[each.reason]}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
