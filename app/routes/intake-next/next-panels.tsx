import { Form, Link, useNavigation } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { textOf } from "~/routes/intake/typed";
import type { NextPage } from "./next-page.server";

export type PanelProps = {
  page: NextPage;
  problems: readonly Problem[] | undefined;
  typed: Readonly<Record<string, string | string[]>>;
};

/** A locked file: its password is used for this reading and kept nowhere. */
export function PasswordPanel({ problems }: PanelProps) {
  const { receipt, intake } = useWords();
  const isReading = useNavigation().state !== "idle";
  return (
    <Form method="post" className="panel" autoComplete="off" noValidate>
      <h2>{receipt.passwordTitle}</h2>
      <div className="panel-text stack">
        <Field
          name="password"
          label={receipt.password}
          hint={receipt.passwordHint}
          isRequired
          problems={problems}
        >
          {(control) => <input {...control} type="password" autoComplete="off" className="compact" />}
        </Field>
        <p>
          <button
            type="submit"
            name="intent"
            value="password"
            className="button primary"
            aria-disabled={isReading || undefined}
          >
            {isReading ? intake.reading : receipt.open}
          </button>
        </p>
      </div>
    </Form>
  );
}

/** Checklists and role sheets are read down paths of their own. */
export function OwnPathPanel({ page }: PanelProps) {
  const { receipt } = useWords();
  if (!page.hasChecklist && !page.hasRoleSheet) return null;
  const [words, path] = page.hasChecklist
    ? [receipt.ownPath, "checklist"]
    : [receipt.roleSheetPath, "role-sheet"];
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <div className="panel-text stack">
        <p>{words.what}</p>
        <p>
          <Link className="button primary" to={`/intakes/${page.intake.id}/${path}`}>
            {words.button}
          </Link>
        </p>
      </div>
    </section>
  );
}

/** A scan: the rows of a questionnaire are entered beside the pictures. */
export function EntryPanel({ page, problems, typed }: PanelProps) {
  const { receipt, formNames } = useWords();
  return (
    <Form method="post" className="panel" noValidate>
      <h2>{receipt.entryTitle}</h2>
      <div className="panel-text stack">
        <p>{receipt.entryWhat}</p>
        <Field
          name="catalogue"
          label={receipt.catalogue}
          hint={receipt.catalogueHint}
          isRequired
          problems={problems}
        >
          {(control) => (
            <select {...control} defaultValue={textOf(typed, "catalogue", "")}>
              <option value="">{receipt.choose}</option>
              {page.questionnaires.map((each) => (
                <option key={each.ref} value={each.ref}>
                  {formNames[each.form]} {each.version} — {each.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p>
          <button type="submit" name="intent" value="enter" className="button primary">
            {receipt.enter}
          </button>
        </p>
      </div>
    </Form>
  );
}

/** A table nobody recognised: its columns are pointed at. */
export function TablePanel({ page }: PanelProps) {
  const { receipt } = useWords();
  return (
    <section className="panel">
      <h2>{receipt.tableTitle}</h2>
      <div className="panel-text stack">
        <p>{receipt.tableWhat}</p>
        <p>
          <Link
            className={page.lookAlike === null ? "button primary" : "button"}
            to={`/intakes/${page.intake.id}/columns`}
          >
            {receipt.point}
          </Link>
        </p>
      </div>
    </section>
  );
}
