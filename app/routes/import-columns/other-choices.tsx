import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { placeOfTarget, SAME_AS_SYSTEM } from "~/domain/register-import";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { ColumnChoice } from "~/use-cases/import-columns.server";
import type { ColumnsPage } from "./columns-page.server";
import { targetLabel } from "./labels";

type Props = {
  page: ColumnsPage;
  problems: readonly Problem[] | undefined;
  choice: Pick<ColumnChoice, "defaults" | "words" | "coversSystems" | "takesHidden"> | null;
};

/** Words of the table that mean an option, values the table does not have, and choices for all rows. */
export function OtherChoices({ page, problems, choice }: Props) {
  const { columnsPage: own } = useWords().imports;
  return (
    <>
      {page.words.length > 0 && <WordChoices page={page} choice={choice} />}
      {page.defaults.length > 0 && (
        <section className="panel">
          <h2>{own.defaults}</h2>
          <p className="panel-text">{own.defaultsWhat}</p>
          <div className="panel-text import-fields">
            {page.defaults.map((each) => (
              <DefaultField
                key={each.target}
                each={{ ...each, value: choice ? (choice.defaults[each.target] ?? "") : each.value }}
                problems={problems}
              />
            ))}
          </div>
        </section>
      )}
      {page.mayCover && (
        <p>
          <Tick name="covers" label={own.covers} isOn={choice?.coversSystems ?? page.coversSystems} />
        </p>
      )}
      {page.hiddenCount > 0 && (
        <p className="note warn">
          <Tick
            name="hidden"
            label={own.hidden(page.hiddenCount)}
            isOn={choice?.takesHidden ?? page.takesHidden}
          />{" "}
          {own.hiddenWhat}
        </p>
      )}
      {!page.mayCover && page.coversSystems && <input type="hidden" name="covers" value="1" />}
    </>
  );
}

function Tick(props: { name: string; label: string; isOn: boolean }) {
  return (
    <label className="import-tick">
      <input type="checkbox" name={props.name} value="1" defaultChecked={props.isOn} />
      {props.label}
    </label>
  );
}

function WordChoices({ page, choice }: Pick<Props, "page" | "choice">) {
  const words = useWords();
  const { columnsPage: own } = words.imports;
  return (
    <section className="panel" id="words">
      <h2>{own.words}</h2>
      <p className="panel-text">{own.wordsWhat}</p>
      <div className="panel-text import-fields">
        {page.words.map((each) => (
          <Field
            key={`${each.target} ${each.plain}`}
            name={`word-${each.target}|${each.plain}`}
            label={own.wordOf(targetLabel(words, each.target), each.word, each.rows)}
          >
            {(control) => (
              <select {...control} defaultValue={choice?.words[each.target]?.[each.plain] ?? each.chosen}>
                <option value="">{own.undecided}</option>
                <Options words={words} target={each.target} options={each.options} />
              </select>
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}

function DefaultField(props: { each: ColumnsPage["defaults"][number]; problems: Props["problems"] }) {
  const words = useWords();
  const { columnsPage: own } = words.imports;
  const { target, value, isMapped, options } = props.each;
  const isProduct = target === "product.name";
  return (
    <Field
      name={`default-${target}`}
      label={targetLabel(words, target)}
      hint={isMapped ? own.inTable : own.notInTable}
      problems={props.problems}
    >
      {(control) =>
        options.length > 0 || (isProduct && !isMapped) ? (
          <select {...control} defaultValue={value}>
            <option value="">{words.forms.none}</option>
            {isProduct && <option value={SAME_AS_SYSTEM}>{own.sameAsSystem}</option>}
            {isProduct && value !== "" && value !== SAME_AS_SYSTEM && <option value={value}>{value}</option>}
            <Options words={words} target={target} options={options} />
          </select>
        ) : (
          <input {...control} type="text" defaultValue={value} maxLength={200} />
        )
      }
    </Field>
  );
}

function Options({ words, target, options }: { words: Words; target: string; options: readonly string[] }) {
  const place = placeOfTarget(target);
  if (!place) return null;
  return (
    <>
      {options.map((code) => (
        <option key={code} value={code}>
          {optionLabel(words, place.noun, place.field, code)}
        </option>
      ))}
    </>
  );
}
