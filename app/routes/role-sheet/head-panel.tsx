import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Found } from "./found";
import type { SheetPage } from "./page.server";

/** 表題と初回確認日. */
export function HeadPanel({ sheet, found }: { sheet: SheetPage["sheet"]; found: Found }) {
  const words = useWords();
  const own = found?.intent === "head" ? found : undefined;
  const { roles } = words;
  return (
    <details className="panel confirm" open={own !== undefined}>
      <summary>{roles.head}</summary>
      <Form method="post" className="confirm-body form" noValidate>
        <input type="hidden" name="intent" value="head" />
        <input type="hidden" name="version" value={sheet.version} />
        <Field name="title" label={roles.sheetTitle} isRequired problems={own?.problems}>
          {(control) => <input {...control} type="text" defaultValue={own?.typed.title ?? sheet.title} />}
        </Field>
        <Field name="roundOn" label={roles.roundOn} hint={roles.roundOnHint} problems={own?.problems}>
          {(control) => (
            <input {...control} type="date" defaultValue={own?.typed.roundOn ?? sheet.roundOn ?? ""} />
          )}
        </Field>
        <p>
          <button type="submit" className="button">
            {words.actions.save}
          </button>
        </p>
      </Form>
    </details>
  );
}

/** 行を足す: the hospital's own rows carry no official number. */
export function AddRowPanel({ found }: { found: Found }) {
  const words = useWords();
  const own = found?.intent === "add-row" ? found : undefined;
  const { roles } = words;
  return (
    <details className="panel confirm" open={own !== undefined}>
      <summary>{roles.addRow}</summary>
      <Form method="post" className="confirm-body form" noValidate>
        <p className="quiet">{roles.addRowWhat}</p>
        <input type="hidden" name="intent" value="add-row" />
        <Field name="part" label={roles.addPart} problems={own?.problems}>
          {(control) => (
            <select {...control} defaultValue={own?.typed.part ?? "2"}>
              <option value="1">{roles.part[1]}</option>
              <option value="2">{roles.part[2]}</option>
            </select>
          )}
        </Field>
        <Field name="label" label={roles.column.label} isRequired problems={own?.problems}>
          {(control) => <input {...control} type="text" defaultValue={own?.typed.label ?? ""} />}
        </Field>
        <Field name="content" label={roles.column.content} problems={own?.problems}>
          {(control) => <textarea {...control} rows={3} defaultValue={own?.typed.content ?? ""} />}
        </Field>
        <p>
          <button type="submit" className="button">
            {words.actions.add}
          </button>
        </p>
      </Form>
    </details>
  );
}
