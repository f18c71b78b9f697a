import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { Found } from "./found";
import type { SheetPage } from "./page.server";

/** 合意: says what will be frozen, from which day, and whether it corrects the last record. */
export function AgreePanel({ page, found }: { page: SheetPage; found: Found }) {
  const words = useWords();
  const { roles } = words;
  const { counts, revisions } = page;
  const own = found?.intent === "agree" ? found : undefined;
  const nextNo = Math.max(0, ...revisions.map((each) => each.revisionNo)) + 1;
  const undecided =
    counts.undecided > 0 ? roles.agreeUndecidedValue(counts.undecided) : roles.agreeUndecidedNone;
  return (
    <ConfirmPanel
      anchor="agree"
      title={roles.agree}
      what={roles.agreeWhat}
      freezes={[
        { label: roles.agreeRevision, value: roles.revision(nextNo) },
        { label: roles.agreeFreezes, value: roles.agreeFreezesValue(counts.rows) },
        { label: roles.agreeUndecided, value: undecided },
        { label: roles.agreeOpenNo, value: roles.rowsOf(counts.openNo) },
      ]}
      fields={{ intent: "agree" }}
      button={roles.agree}
      isPrimary
    >
      <AgreeFields page={page} found={own} />
    </ConfirmPanel>
  );
}

/** 記載内容の確認 the agreement rests on; it says itself that it is no contract. */
function Confirmations({ page, found }: { page: SheetPage; found: Found }) {
  const { roleProposals, forms } = useWords();
  const { confirmations } = page.negotiation;
  const nameOf = (each: (typeof confirmations)[number]) =>
    [each.contactDepartment, each.contact].filter((part) => part).join(" ") || forms.notGiven;
  if (confirmations.length === 0) return <p className="quiet">{roleProposals.notContract}</p>;
  return (
    <Field
      name="submissionId"
      label={roleProposals.confirmation}
      hint={roleProposals.notContract}
      problems={found?.problems}
    >
      {(control) => (
        <select {...control} defaultValue={found?.typed.submissionId ?? ""}>
          <option value="">{roleProposals.confirmationNone}</option>
          {confirmations.map((each) => (
            <option key={each.id} value={each.id}>
              {roleProposals.confirmationOf(nameOf(each), formatMoment(each.submittedAt))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function AgreeFields({ page, found: own }: { page: SheetPage; found: Found }) {
  const { roles } = useWords();
  const last = page.revisions[0];
  return (
    <>
      <Field
        name="effectiveFrom"
        label={roles.effectiveFrom}
        hint={roles.effectiveFromHint}
        isRequired
        problems={own?.problems}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            className="day"
            defaultValue={own?.typed.effectiveFrom ?? page.today}
          />
        )}
      </Field>
      {last && (
        <Field name="corrects" label={roles.corrects} problems={own?.problems}>
          {(control) => (
            <select {...control} defaultValue={own?.typed.corrects ?? ""}>
              <option value="">{roles.correctsNo}</option>
              <option value={last.id}>{roles.correctsLast(last.revisionNo)}</option>
            </select>
          )}
        </Field>
      )}
      <Confirmations page={page} found={own} />
      <Field name="note" label={roles.note} hint={roles.noteHint} problems={own?.problems}>
        {(control) => <textarea {...control} rows={2} defaultValue={own?.typed.note ?? ""} />}
      </Field>
    </>
  );
}
