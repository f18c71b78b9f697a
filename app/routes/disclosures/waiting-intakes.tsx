import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";

type OpenIntake = { id: string; fileName: string; summary: string; createdAt: string };

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
            <Tag>{each.summary}</Tag>
            <span>
              <b>{each.fileName}</b>{" "}
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
