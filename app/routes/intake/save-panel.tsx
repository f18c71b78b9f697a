import { useEffect, useRef } from "react";
import { Facts } from "~/components/facts";
import { useWords } from "~/components/words";
import type { FormChanges } from "~/use-cases/changes-before-save.server";
import type { FormToSave } from "~/use-cases/receive.server";
import type { ReviewPage } from "./review-page.server";

/** What will be frozen, before it is; the form around it still holds everything that was typed. */
export function SavePanel(props: {
  page: ReviewPage;
  checked: { forms: FormToSave[]; fingerprint: string; changes: FormChanges[] };
}) {
  const { intake } = useWords();
  const box = useRef<HTMLElement>(null);
  const { fingerprint } = props.checked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new check takes the reader to what it found
  useEffect(() => box.current?.focus(), [fingerprint]);
  return (
    <section
      className="panel confirm-now"
      id="confirm"
      tabIndex={-1}
      ref={box}
      aria-label={intake.checkTitle}
    >
      <h2>{intake.checkTitle}</h2>
      <div className="confirm-body">
        <p>{intake.checkWhat}</p>
        {props.checked.forms.map((form) => (
          <FormFacts key={form.formIndex} page={props.page} form={form} />
        ))}
        {props.checked.changes.map((each) => (
          <ChangesAhead key={each.formIndex} changes={each} />
        ))}
        <input type="hidden" name="checked" value={fingerprint} />
        <p>
          <button type="submit" name="intent" value="save" className="button primary big">
            {intake.save}
          </button>
        </p>
        <p className="quiet">{intake.backToEdit}</p>
      </div>
    </section>
  );
}

function FormFacts({ page, form }: { page: ReviewPage; form: FormToSave }) {
  const { intake, disclosures, formNames } = useWords();
  const read = page.forms.find((each) => each.index === form.formIndex);
  if (!read) return null;
  const { yes, no, notApplicable, blank, unclear } = read.counts;
  return (
    <Facts
      facts={[
        { label: disclosures.fact.product, value: <PlaceName page={page} form={form} />, isWide: true },
        { label: disclosures.fact.form, value: `${formNames[read.form]} ${form.formVersion}` },
        { label: disclosures.fact.issuedOn, value: form.issuedOn },
        {
          label: disclosures.fact.answers,
          value: intake.freezesAnswers(read.total, yes, no, notApplicable, blank, unclear),
          isWide: true,
        },
        { label: disclosures.unread, value: intake.askCount(read.unread.length) },
        { label: disclosures.fact.sheet, value: read.sheet },
      ]}
    />
  );
}

function PlaceName({ page, form }: { page: ReviewPage; form: FormToSave }) {
  const { intake } = useWords();
  const { place } = form;
  if (!("productVersionId" in place)) {
    return (
      <>
        <span className="tag">{intake.willRegister}</span> {place.vendorName} / {place.productName}{" "}
        {place.productVersionLabel}
      </>
    );
  }
  const known = page.places.find((each) => each.productVersionId === place.productVersionId);
  return <>{known ? `${known.vendor} / ${known.product} ${known.version}` : place.productVersionId}</>;
}

/** What will have changed since the disclosure before, while it can still be corrected. */
function ChangesAhead({ changes }: { changes: FormChanges }) {
  const { disclosures, answers } = useWords();
  const { older, differences } = changes;
  if (older === null) return <p>{disclosures.changesFirst}</p>;
  const side = (each: FormChanges["differences"][number]["before"]) =>
    each === null
      ? disclosures.noRow
      : `${answers[each.answer]}${each.remark === "" ? "" : `（${each.remark}）`}`;
  return (
    <>
      <p>
        <b>
          {differences.length === 0
            ? disclosures.changesNone(older.issuedOn)
            : disclosures.changesSince(older.issuedOn, differences.length)}
        </b>
      </p>
      <ul className="lines">
        {differences.map((each) => (
          <li key={`${each.no} ${each.question}`}>
            <span className="num">{each.no}</span>
            <span>{each.question}</span>
            <span>
              {side(each.before)} → <b>{side(each.after)}</b>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
