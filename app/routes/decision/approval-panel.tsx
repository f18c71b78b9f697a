import { Form } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { Field, FieldScope } from "~/components/field";
import { TextField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { DecisionAnswered, DecisionData } from "./route";

/** 承認: who of the management accepted the risk; two ways to record it. */
export function ApprovalPanel({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { decisions, assessments } = useWords();
  const text = decisions.approval;
  const { decision } = page;
  const mayApprove = page.can.edit && decision.approvedOn === null && decision.closedOn === null;
  return (
    <section className="panel">
      <h2>
        <span>
          {text.title} <Tag>{assessments.internal}</Tag>
        </span>
      </h2>
      <div className="panel-text stack">
        {decision.approvedOn === null ? (
          <p className="note warn">{text.none}</p>
        ) : (
          <Approved decision={decision} />
        )}
        {mayApprove && page.can.approve && <ApproveForm answered={answered} />}
        {mayApprove && <RecordForm answered={answered} />}
      </div>
    </section>
  );
}

function Approved({ decision }: { decision: DecisionData["decision"] }) {
  const { approval: text } = useWords().decisions;
  const language = useLanguage();
  const { approvedOn, approver, approverTitle, approvalFileId } = decision;
  return (
    <p>
      {text.approved(formatDay(approvedOn ?? "", language), approverTitle ?? "", approver ?? "")}　
      {approvalFileId === null ? (
        text.byButton
      ) : (
        <a href={`/decisions/${decision.id}/files/${approvalFileId}`}>{text.onPaper}</a>
      )}
    </p>
  );
}

function ApproveForm({ answered }: { answered: DecisionAnswered }) {
  const { approval: text } = useWords().decisions;
  const failed = answered?.intent === "approve" ? answered : undefined;
  const field = { values: failed?.typed ?? {}, problems: failed?.problems };
  return (
    <details className="confirm" open={failed !== undefined}>
      <summary>{text.approve}</summary>
      <Form method="post" className="stack confirm-body" noValidate>
        <p>{text.approveWhat}</p>
        <p className="quiet">{text.approveHint}</p>
        <input type="hidden" name="intent" value="approve" />
        <TextField {...field} name="officeTitle" label={text.titleField} hint={text.titleHint} isRequired />
        <p>
          <button type="submit" className="button primary">
            {text.approve}
          </button>
        </p>
      </Form>
    </details>
  );
}

function RecordForm({ answered }: { answered: DecisionAnswered }) {
  const { approval: text } = useWords().decisions;
  const failed = answered?.intent === "record-approval" ? answered : undefined;
  const field = { values: failed?.typed ?? {}, problems: failed?.problems };
  return (
    <details className="confirm" open={failed !== undefined}>
      <summary>{text.record}</summary>
      <FieldScope.Provider value="paper-">
        <Form method="post" encType="multipart/form-data" className="stack confirm-body" noValidate>
          <p>{text.recordWhat}</p>
          <input type="hidden" name="intent" value="record-approval" />
          <TextField {...field} name="approver" label={text.approver} isRequired />
          <TextField {...field} name="officeTitle" label={text.titleField} hint={text.titleHint} isRequired />
          <TextField {...field} name="approvedOn" label={text.approvedOn} type="date" isRequired />
          <Field name="file" label={text.file} isRequired problems={failed?.problems}>
            {(control) => <input {...control} type="file" />}
          </Field>
          <p>
            <button type="submit" className="button">
              {text.save}
            </button>
          </p>
        </Form>
      </FieldScope.Provider>
    </details>
  );
}
