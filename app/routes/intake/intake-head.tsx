import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { ConfirmPanel } from "~/components/confirm-panel";
import { PageHead } from "~/components/page-head";
import { ScanState } from "~/components/scan-state";
import { useWords } from "~/components/words";
import { isOwnForm } from "~/domain/questionnaire";
import { formatMoment } from "~/messages/days";
import { ProblemLines } from "~/routes/receive/result-list";
import { EarlierReceipts } from "./earlier-receipts";
import type { ReviewForm, ReviewPage } from "./review-page.server";

/** Head of the page, what was recognised with its arithmetic, and what reading noticed. */
export function IntakeHead({ page }: { page: ReviewPage & { canEdit: boolean } }) {
  const { intake, disclosures, fileScans, receipt } = useWords();
  const { state, fileName, member, createdAt, originalFileId } = page.intake;
  return (
    <>
      <PageHead
        title={intake.title(member ?? fileName)}
        lead={intake.lead(formatMoment(createdAt))}
        crumbs={[{ to: "/disclosures", label: disclosures.title }, { label: intake.crumb }]}
      >
        <a className="button" href={`/files/${originalFileId}`}>
          {disclosures.download}
        </a>
        {page.canEdit && !page.isByHand && (
          <Link className="button" to={`/intakes/${page.intake.id}/columns`}>
            {receipt.repoint}
          </Link>
        )}
        {page.canEdit && (
          <Link className="button" to="/disclosures/receive">
            {intake.another}
          </Link>
        )}
      </PageHead>
      <p>
        {fileScans.state}: <ScanState file={page.intake} />
      </p>
      {state !== "review" && (
        <p className="note">{state === "saved" ? intake.closedSaved : intake.closedDiscarded}</p>
      )}
      <EarlierReceipts intakes={page.sameIntakes} disclosures={page.sameFile} />
      {page.problems.length > 0 && (
        <div className="note warn review-note">
          <b>{intake.problems}</b>
          <ProblemLines problems={page.problems} />
        </div>
      )}
      {page.forms.map((form) => (
        <Sum key={form.index} form={form} />
      ))}
      {page.canEdit && !page.isByHand && <RegisterForms page={page} />}
    </>
  );
}

/** この様式を書式として登録: the layout of each form of the file as the draft of a catalogue; the answers are left out. */
function RegisterForms({ page }: { page: ReviewPage }) {
  const { intake, formNames } = useWords();
  const forms = page.forms.filter((each) => !isOwnForm(each.form));
  if (forms.length === 0) return null;
  return (
    <details className="panel confirm">
      <summary>{intake.register.title}</summary>
      <Form method="post" action={`/intakes/${page.intake.id}/catalogue`} className="confirm-body">
        <p>{intake.register.what}</p>
        {forms.map((each) => (
          <p key={each.index}>
            <button type="submit" name="form" value={each.index} className="button">
              {intake.register.button(
                intake.form(formNames[each.form], each.formVersion ?? intake.versionUnknown),
              )}
            </button>
          </p>
        ))}
      </Form>
    </details>
  );
}

/** 41 問中 はい30 …: every answer in exactly one figure. */
function Sum({ form }: { form: ReviewForm }) {
  const { intake, answers, formNames } = useWords();
  const { yes, no, notApplicable, blank, unclear } = form.counts;
  return (
    <p className="counts">
      <Tag>{intake.form(formNames[form.form], form.formVersion ?? intake.versionUnknown)}</Tag>
      <span>
        <b>{form.total}</b> {intake.total}
      </span>
      <Figure label={answers.yes} count={yes} />
      <Figure label={answers.no} count={no} />
      <Figure label={answers["not-applicable"]} count={notApplicable} />
      <Figure label={intake.unanswered} count={blank} />
      <Figure label={intake.needsLook} count={unclear} isLate={unclear > 0} />
      <span className="quiet">
        {[yes, no, notApplicable, blank, unclear].join(" + ")} = {form.total}　{intake.sumNote}
        {form.unread.length > 0 && intake.unreadCells(form.unread.length)}
      </span>
    </p>
  );
}

function Figure(props: { label: string; count: number; isLate?: boolean }) {
  return (
    <span className={props.isLate ? "late" : undefined}>
      {props.label} <b>{props.count}</b>
    </span>
  );
}

/** やめる: puts the file aside. */
export function DiscardPanel() {
  const { intake } = useWords();
  return (
    <ConfirmPanel
      title={intake.discard}
      what={intake.discardWhat}
      fields={{ intent: "discard" }}
      button={intake.discardButton}
    />
  );
}
