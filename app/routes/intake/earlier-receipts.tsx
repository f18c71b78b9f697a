import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { FormId } from "~/domain/questionnaire";
import { formatMoment } from "~/messages/days";

/** Says that these very bytes came before, and leads to what became of them. */
export function EarlierReceipts(props: {
  intakes: readonly { id: string; state: "review" | "saved" | "discarded"; createdAt: string }[];
  disclosures: readonly { id: string; form: FormId; issuedOn: string }[];
}) {
  const { intake, receipt, formNames } = useWords();
  if (props.intakes.length + props.disclosures.length === 0) return null;
  return (
    <div className="note warn review-note">
      {props.disclosures.length > 0 && (
        <p>
          {intake.sameFile}{" "}
          {props.disclosures.map((each) => (
            <Link key={each.id} to={`/disclosures/${each.id}`}>
              {formNames[each.form]} {each.issuedOn}{" "}
            </Link>
          ))}
        </p>
      )}
      {props.intakes.length > 0 && (
        <p>
          {receipt.sameBefore}{" "}
          {props.intakes.map((each) => (
            <Link key={each.id} to={`/intakes/${each.id}`}>
              {formatMoment(each.createdAt)}（{receipt.states[each.state]}）{" "}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
