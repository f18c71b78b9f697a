import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import {
  type AnnexField,
  type AnnexRowsField,
  type Entered,
  rowsEntered,
  textEntered,
} from "~/domain/annex-field";
import type { Problem } from "~/domain/problem";
import type { DraftPage } from "./page.server";

/** Empty rows below the written ones, so that a table grows without a script. */
const SPARE_ROWS = 2;

type Props = { page: DraftPage; typed: Entered | null; problems: readonly Problem[] | undefined };

/** 記入欄: what no record holds. Saved at once; the page beside it shows the paper with it. */
export function WrittenFields({ page, typed, problems }: Props) {
  const words = useWords();
  const { papers } = words;
  if (page.fields.length === 0) return null;
  const entered = typed ?? page.draft.entered;
  return (
    <section className="panel anchor" id="written">
      <h2>{papers.written}</h2>
      <p className="quiet">{papers.writtenWhat}</p>
      <Form method="post" className="form stack" noValidate>
        <input type="hidden" name="intent" value="write" />
        <input type="hidden" name="version" value={page.draft.version} />
        {page.fields.map((field) =>
          field.type === "rows" ? (
            <RowsField key={field.key} field={field} entered={entered} problems={problems} />
          ) : (
            <OneField
              key={field.key}
              field={field}
              value={textEntered(entered, field.key)}
              problems={problems}
            />
          ),
        )}
        <p>
          <button type="submit" className="button primary">
            {words.actions.save}
          </button>
        </p>
      </Form>
    </section>
  );
}

/** The number with its unit behind the label, a choice as a list, a day as the browser's own control. */
function OneField(props: {
  field: Exclude<AnnexField, AnnexRowsField>;
  value: string;
  problems: readonly Problem[] | undefined;
}) {
  const { field, value } = props;
  const { forms } = useWords();
  const unit = field.type === "whole" && field.unit !== "" ? `（${field.unit}）` : "";
  return (
    <Field
      name={field.key}
      label={field.label + unit}
      hint={field.help}
      isRequired={field.isRequired}
      problems={props.problems}
    >
      {(control) => {
        const given = { ...control, name: `written.${field.key}` };
        switch (field.type) {
          case "long-text":
            return <textarea {...given} rows={3} defaultValue={value} />;
          case "day":
            return <input {...given} type="date" defaultValue={value} />;
          case "whole":
            return (
              <input {...given} type="text" inputMode="numeric" className="compact" defaultValue={value} />
            );
          case "choice":
            return (
              <select {...given} defaultValue={value}>
                <option value="">{forms.choose}</option>
                {field.options.map((each) => (
                  <option key={each.value} value={each.value}>
                    {each.label}
                  </option>
                ))}
              </select>
            );
          case "text":
            return <input {...given} type="text" defaultValue={value} />;
        }
      }}
    </Field>
  );
}

function RowsField(props: {
  field: AnnexRowsField;
  entered: Entered;
  problems: readonly Problem[] | undefined;
}) {
  const { field, problems } = props;
  const { papers } = useWords();
  const rows = [...rowsEntered(props.entered, field.key), ...Array.from({ length: SPARE_ROWS }, () => ({}))];
  const wrong = new Set(problems?.map((each) => each.at));
  return (
    <fieldset className="field" id={`field-${field.key}`} tabIndex={-1}>
      <legend>{field.label}</legend>
      {field.help !== "" && <p className="hint">{field.help}</p>}
      <ScrollBox label={field.label}>
        <table className="written-rows">
          <thead>
            <tr>
              {field.columns.map((each) => (
                <th key={each.key} scope="col">
                  {each.label}
                  {each.isRequired && <span className="quiet">{papers.writtenRequired}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row: Record<string, string>, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: written rows have no id; their order is what counts
              <tr key={at}>
                {field.columns.map((column) => {
                  const name = `${field.key}.${at + 1}.${column.key}`;
                  return (
                    <td key={column.key}>
                      <RowCell
                        column={column}
                        name={name}
                        value={row[column.key] ?? ""}
                        label={papers.writtenCell(column.label, at + 1)}
                        isWrong={wrong.has(name)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="hint">{papers.writtenRows}</p>
    </fieldset>
  );
}

function RowCell(props: {
  column: AnnexRowsField["columns"][number];
  name: string;
  value: string;
  label: string;
  isWrong: boolean;
}) {
  const { column, value, label } = props;
  const given = {
    name: `written.${props.name}`,
    id: `field-${props.name}`,
    "aria-label": label,
    ...(props.isWrong ? { "aria-invalid": true as const } : {}),
  };
  if (column.options.length === 0) return <textarea {...given} rows={1} defaultValue={value} />;
  return (
    <select {...given} defaultValue={value}>
      <option value="" />
      {column.options.map((each) => (
        <option key={each.value} value={each.value}>
          {each.label}
        </option>
      ))}
    </select>
  );
}
