import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { summaries } from "~/domain/reading";
import { formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";

type OpenIntake = { id: string; fileName: string; member: string | null; summary: string; createdAt: string };

/** Forms as they are; why a file waits in words. */
function summaryWords({ receipt }: Words, summary: string): string {
  const waiting = summaries.find((each) => each === summary);
  return waiting === undefined ? summary : receipt.summaries[waiting];
}

/** Files that were read and wait for a person, above the list. */
export function WaitingIntakes(props: { intakes: readonly OpenIntake[]; canEdit: boolean }) {
  const words = useWords();
  if (props.intakes.length === 0) return null;
  return (
    <section className="panel waiting">
      <h2>{words.disclosures.waiting(props.intakes.length)}</h2>
      <ul className="waiting-files">
        {props.intakes.map((each) => (
          <li key={each.id}>
            <Tag>{summaryWords(words, each.summary)}</Tag>
            <span>
              <b>{each.member ?? each.fileName}</b>{" "}
              <span className="quiet num">
                {words.disclosures.waitingSince(formatMoment(each.createdAt))}
              </span>
            </span>
            <Link className="button small" to={`/intakes/${each.id}`}>
              {props.canEdit ? words.disclosures.review : words.actions.open}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
