import { Link } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { HelpTip } from "~/components/help-tip";
import { LongField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { addDays, dayInTokyo } from "~/domain/day";
import { REVIEW_DAYS } from "~/domain/role-records";
import { formatDay, formatMoment } from "~/messages/days";
import type { Found } from "./found";
import type { SheetPage } from "./page.server";

const SHOWN = 10;
type Review = SheetPage["reviews"][number];

/** The open question of a sheet: which systems ask, by when, and the two ways to settle it. */
export function ReviewPanel({ page, found }: { page: SheetPage; found: Found }) {
  const { roleReviews: text } = useWords();
  const language = useLanguage();
  const review = page.reviews.find((each) => each.doneAt === null);
  if (!review) return null;
  const own = found?.intent === "settle-review" ? found : undefined;
  const asked = dayInTokyo(review.askedAt);
  const due = addDays(asked, REVIEW_DAYS);
  return (
    <section className="note warn stack" id="review">
      <h2>
        {text.open} <HelpTip>{text.help}</HelpTip>
      </h2>
      <p>{text.why(formatDay(asked, language), review.systems.length)}</p>
      <Systems systems={review.systems} />
      <p className={due < page.today ? "late" : undefined}>{text.due(formatDay(due, language))}</p>
      {page.mayReview && (
        <>
          <p>
            {text.change} <a href="#agree">{text.toAgree}</a>
          </p>
          <ConfirmPanel
            title={text.noChange}
            what={text.noChangeWhat}
            fields={{ intent: "settle-review", reviewId: review.id, version: review.version }}
            button={text.settle}
          >
            <LongField
              name="reviewNote"
              label={text.note}
              hint={text.noteHint}
              rows={2}
              isRequired
              values={{ reviewNote: own?.typed.reviewNote ?? "" }}
              problems={own?.problems}
            />
          </ConfirmPanel>
        </>
      )}
    </section>
  );
}

function Systems({ systems }: { systems: Review["systems"] }) {
  const { roleReviews: text } = useWords();
  return (
    <ul className="plain-list">
      {systems.slice(0, SHOWN).map(({ id, name, vendor }) => (
        <li key={id}>
          <Link to={`/systems/${id}`}>{text.system(name, vendor)}</Link>
        </li>
      ))}
      {systems.length > SHOWN && <li>{text.moreSystems(systems.length - SHOWN)}</li>}
    </ul>
  );
}

/** Reviews that ended, the newest first: why, how, by whom and when. */
export function PastReviews({ reviews }: { reviews: readonly Review[] }) {
  const words = useWords();
  const { roleReviews: text } = words;
  const language = useLanguage();
  const past = reviews.filter((each) => each.doneAt !== null);
  if (past.length === 0) return null;
  const names = ["asked", "systems", "outcome", "done", "by", "note"] as const;
  return (
    <section className="panel">
      <h2>{text.historyTitle}</h2>
      <DataTable
        caption={text.historyTitle}
        columns={names.map((name) => ({ name, label: text.columns[name] }))}
        rows={past.map((each) => ({
          id: each.id,
          cells: {
            asked: formatDay(dayInTokyo(each.askedAt), language),
            systems: <Systems systems={each.systems} />,
            outcome: outcomeOf(text, each),
            done: <span className="num">{formatMoment(each.doneAt ?? "")}</span>,
            by: each.doneBy ?? words.history.bySystem,
            note: each.note || words.forms.notGiven,
          },
        }))}
      />
    </section>
  );
}

function outcomeOf(text: ReturnType<typeof useWords>["roleReviews"], each: Review): string {
  const word = each.outcome === null ? "" : text.outcomes[each.outcome];
  return each.revisionNo === null ? word : `${word}（${text.revision(each.revisionNo)}）`;
}
