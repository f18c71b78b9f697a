import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { FindingRow } from "./finding-row.server";

type CarriedAnswer = NonNullable<FindingRow["lines"][number]["answers"][number]["carried"]>;

/** 引継: the version the answer was given to, the crosswalk line that brought it here, and who confirmed that line. */
export function Carried({ carried }: { carried: CarriedAnswer }) {
  const { judging, answers, relations } = useWords();
  const { carried: text } = judging;
  const language = useLanguage();
  return (
    <span className="block carried">
      <span className="tag">{text.mark(carried.fromVersion)}</span> {text.from(carried.fromNo)}
      {carried.fromQuestion} {text.answered(answers[carried.fromAnswer])}
      {carried.isToConfirm && <span className="block late">{text.toConfirm}</span>}
      <span className="block quiet">
        <Link to={`/catalogues/${carried.crosswalk}`}>{text.crosswalk}</Link>
        {carried.relation && `：${relations.relation[carried.relation]}`}
        {carried.reason !== "" && `　${carried.reason}`}
        {carried.confirmedBy !== "" &&
          `　${text.confirmed(formatDay(carried.confirmedOn, language), carried.confirmedBy)}`}
      </span>
    </span>
  );
}
