import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { checklistAudiences } from "~/domain/checklist";
import { guidelineVolumes } from "~/domain/guideline";
import type { ColumnsPage } from "./columns-page.server";

/** Where the items end, what holds for all of them, and the buttons. */
export function ColumnFields({ page }: { page: ColumnsPage }) {
  const { columns: words, fields, audiences } = useWords().catalogueDrafts;
  const optionsOf = (name: ColumnsPage["constants"][number]) => {
    if (name === "audience")
      return checklistAudiences.map((each) => ({ value: each, label: audiences[each] }));
    const list: readonly string[] = name === "part" ? ["1", "2"] : guidelineVolumes;
    return list.map((each) => ({ value: each, label: each }));
  };
  return (
    <section className="panel">
      <div className="panel-text grid">
        <Field name="lastRow" label={words.lastRow} hint={words.lastRowHint}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              className="short"
              defaultValue={page.choice.lastRow ?? ""}
            />
          )}
        </Field>
        {page.constants.map((name) => (
          <Field key={name} name={`constant-${name}`} label={words.constant(fields[name])}>
            {(control) => (
              <select {...control} defaultValue={page.choice.constants[name] ?? ""}>
                <option value="">{words.none}</option>
                {optionsOf(name).map((each) => (
                  <option key={each.value} value={each.value}>
                    {each.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <p className="buttons">
          <button type="submit" className="button primary" name="intent" value="take">
            {words.take}
          </button>
          <button type="submit" className="button" name="intent" value="show">
            {words.show}
          </button>
        </p>
      </div>
    </section>
  );
}
