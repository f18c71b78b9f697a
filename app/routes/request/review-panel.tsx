import { ConfirmPanel } from "~/components/confirm-panel";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { RequestAnswered, RequestData } from "./route";

/** 提出の確認: what was submitted with its hash, and the two decisions. */
export function ReviewPanel({ page, answered }: { page: RequestData; answered: RequestAnswered }) {
  const words = useWords();
  const own = words.requests.page;
  const [newest] = page.submissions;
  const refusal = page.events.findLast((each) => each.kind === "refused");
  const mayDecide = page.can.review && (page.can.accept || page.can.sendBack);
  if (!newest && page.request.state !== "refused") return null;
  return (
    <section className="panel review" id="review">
      <h2>{own.review}</h2>
      {page.request.state === "refused" && refusal && (
        <p className="note warn panel-text">
          {own.refusedLead}　{refusal.note}
        </p>
      )}
      {newest && <SubmissionFacts page={page} />}
      {mayDecide && page.can.accept && newest && (
        <ConfirmPanel
          title={own.accept}
          what={own.acceptWhat[page.request.kind]}
          fields={{ intent: "accept", submissionId: newest.id }}
          button={own.accept}
          isPrimary
        />
      )}
      {mayDecide && page.can.sendBack && (
        <ConfirmPanel
          title={own.sendBack}
          what={own.sendBackWhat}
          fields={{ intent: "return", submissionId: newest?.id ?? "" }}
          button={own.sendBack}
        >
          <Field
            name="reason"
            label={own.reason}
            hint={own.reasonHint}
            isRequired
            problems={problemsOfReturn(answered)}
          >
            {(control) => (
              <textarea {...control} rows={4} defaultValue={answered?.typed.reason ?? ""} maxLength={2000} />
            )}
          </Field>
        </ConfirmPanel>
      )}
    </section>
  );
}

const problemsOfReturn = (answered: RequestAnswered) =>
  answered?.intent === "return" ? answered.problems : undefined;

function SubmissionFacts({ page }: { page: RequestData }) {
  const words = useWords();
  const own = words.requests.page;
  const [newest] = page.submissions;
  if (!newest) return null;
  const rows = page.sections.flatMap((each) => each.items);
  const count = (answer: string | null) => rows.filter((each) => each.answer === answer).length;
  const counts = [
    `${words.answers.yes} ${count("yes")}`,
    `${words.answers.no} ${count("no")}`,
    `${words.answers["not-applicable"]} ${count("not-applicable")}`,
    `${own.unanswered} ${count(null)}`,
  ].join("・");
  const person = [newest.contactDepartment, newest.contact].filter((each) => each).join(" ");
  return (
    <Facts
      facts={[
        { label: own.submittedAt, value: formatMoment(newest.submittedAt) },
        { label: own.submittedBy, value: person || words.forms.notGiven },
        { label: own.counts, value: counts },
        {
          label: own.hash,
          value: (
            <>
              <code className="hash">{newest.sha256}</code>{" "}
              <a href={`/files/${newest.originalFileId}`}>{own.download}</a>
            </>
          ),
          isWide: true,
        },
      ]}
    />
  );
}
