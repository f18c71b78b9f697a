import { Link } from "@remix-run/react";
import { EntryFields } from "~/components/entry-fields";
import type { RawValues } from "~/components/plain-fields";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";

/** Of a new server the day since which its updates are borne so; of an existing one the way to where that changes. */
export function ServerUpdates(props: {
  id: string | null;
  typed: RawValues | undefined;
  problems: readonly Problem[] | undefined;
}) {
  const { updateBearers: text } = useWords();
  if (props.id === null)
    return (
      <EntryFields
        mode="new"
        hasDay
        isSince
        since={text.since}
        values={props.typed ?? {}}
        problems={props.problems}
      />
    );
  return (
    <p className="quiet">
      {text.editHint} <Link to={`/servers/${props.id}/updates`}>{text.title}</Link>
    </p>
  );
}
