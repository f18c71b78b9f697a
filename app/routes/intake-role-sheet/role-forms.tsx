import { Form, Link } from "@remix-run/react";
import { ContractChoice } from "~/components/contract-choice";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { RolePage } from "./role-page.server";

type OpenProps = {
  page: RolePage;
  typed: { contractId: string; form: string; title: string; roundOn: string } | undefined;
  problems: readonly Problem[] | undefined;
};

/** Begins a sheet of a contract with the rows of the file. */
export function OpenForm({ page, typed, problems }: OpenProps) {
  const { receivedRoles, roles, nouns } = useWords();
  const isOpen = page.beside === null || (problems ?? []).some((each) => each.at !== "rows");
  return (
    <details className="panel confirm" open={isOpen}>
      <summary>{receivedRoles.openTitle}</summary>
      {page.contracts.length === 0 ? (
        <p className="confirm-body">
          {receivedRoles.noContract} <Link to="/contracts/new">{nouns.contract.add}</Link>
        </p>
      ) : (
        <Form method="post" className="confirm-body stack" noValidate>
          <p>{receivedRoles.openWhat}</p>
          <ContractChoice
            label={roles.contract}
            contracts={page.contracts}
            chosen={typed?.contractId ?? ""}
            problems={problems}
          />
          <Field name="form" label={roles.form} problems={problems}>
            {(control) => (
              <select {...control} defaultValue={typed?.form ?? ""}>
                <option value="">{receivedRoles.ownRows}</option>
                {page.forms.map((each) => (
                  <option key={each.ref} value={each.ref}>
                    {`${each.title}（${roles.rowsOf(each.rows)}）`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="title" label={roles.sheetTitle} problems={problems}>
            {(control) => <input {...control} type="text" defaultValue={typed?.title ?? page.sheet.title} />}
          </Field>
          <Field name="roundOn" label={roles.roundOn} hint={roles.roundOnHint} problems={problems}>
            {(control) => <input {...control} type="date" defaultValue={typed?.roundOn ?? ""} />}
          </Field>
          <p>
            <button type="submit" name="intent" value="open" className="button primary">
              {receivedRoles.open}
            </button>
          </p>
        </Form>
      )}
    </details>
  );
}

/** Which sheet of the file, and which of ours stands beside it; both are in the address. */
export function BesideForm({ page }: { page: RolePage }) {
  const { receivedRoles } = useWords();
  return (
    <Form method="get" className="panel">
      <h2>{receivedRoles.beside}</h2>
      <div className="panel-text stack">
        {page.sheets.length > 1 ? (
          <Field name="of" label={receivedRoles.title}>
            {(control) => (
              <select {...control} defaultValue={page.sheet.index}>
                {page.sheets.map((each) => (
                  <option key={each.index} value={each.index}>
                    {receivedRoles.sheetOf(each.sheet, each.rows)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field name="beside" label={receivedRoles.beside} hint={receivedRoles.besideHint}>
          {(control) => (
            <select {...control} defaultValue={page.beside?.id ?? ""}>
              <option value="">{receivedRoles.none}</option>
              {page.roleSheets.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p>
          <button type="submit" className="button">
            {receivedRoles.show}
          </button>
        </p>
      </div>
    </Form>
  );
}
