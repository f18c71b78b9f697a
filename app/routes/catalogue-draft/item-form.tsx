import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { checklistAudiences } from "~/domain/checklist";
import { guidelineVolumes } from "~/domain/guideline";
import type { DraftRow, OfficialPart } from "./draft-page.server";
import { draftSearch } from "./draft-search";
import { MoreVerbs } from "./more-verbs";
import { type Failed, problemsOf, typedOr } from "./typed";

const intents = ["save", "next"];
const long = ["text", "content", "help", "risk", "recommended"] as const;

/** One row of the draft, every field to correct, with what was read beside it. */
export function ItemForm(props: { seen: number; official: OfficialPart; open: DraftRow; failed: Failed }) {
  const { open, official, failed } = props;
  const { review, doubts } = useWords().catalogueDrafts;
  const problems = problemsOf(failed, intents);
  return (
    <section className="panel item-form" id="open" aria-label={review.editTitle(open.place ?? open.row)}>
      <h2>
        {open.isRemoved ? review.removedTitle : review.editTitle(open.place ?? open.row)}{" "}
        {open.cell !== "" && <small>{review.cell(open.cell)}</small>}{" "}
        {open.doubts.map((each) => (
          <Tag key={each}>{doubts[each]}</Tag>
        ))}
      </h2>
      {!open.isRemoved && (
        <Form method="post" className="panel-text grid" preventScrollReset>
          {official.fields.map((name) => (
            <ItemField
              key={name}
              name={name}
              value={typedOr(failed, intents, name, open.fields[name] ?? "")}
              read={open.isChanged && open.read ? (open.read[name] ?? "") : null}
              problems={problems}
            />
          ))}
          <input type="hidden" name="seen" value={props.seen} />
          <input type="hidden" name="row" value={open.row} />
          <input type="hidden" name="next" value={official.nextDoubt ?? ""} />
          <p className="buttons">
            <button
              type="submit"
              className="button"
              name="intent"
              value={official.nextDoubt ? "next" : "save"}
            >
              {official.nextDoubt ? review.saveNext : review.save}
            </button>
            {official.nextDoubt && (
              <button type="submit" className="button" name="intent" value="save">
                {review.save}
              </button>
            )}
            <Link to={`${draftSearch(official.query, { row: null })}#items`} preventScrollReset>
              {review.close}
            </Link>
          </p>
        </Form>
      )}
      <MoreVerbs seen={props.seen} official={official} open={open} failed={failed} />
    </section>
  );
}

type FieldName = OfficialPart["fields"][number];

export function ItemField(props: {
  name: FieldName;
  value: string;
  /** What the file says, shown where a person set something else. */
  read: string | null;
  problems: Parameters<typeof Field>[0]["problems"];
}) {
  const { catalogueDrafts } = useWords();
  const { fields, review, audiences } = catalogueDrafts;
  const { name, value, read } = props;
  const hint = [
    name === "clauses" ? review.clausesHint : "",
    read !== null && read !== value ? review.wasRead(read) : "",
  ];
  return (
    <Field name={name} label={fields[name]} problems={props.problems} hint={hint.filter(Boolean).join("　")}>
      {(control) => {
        if (name === "audience") {
          const options = checklistAudiences.map((each) => ({ value: each, label: audiences[each] }));
          return <Options control={control} options={options} chosen={value} />;
        }
        if (name === "part" || name === "volume") {
          const list: readonly string[] = name === "part" ? ["1", "2"] : guidelineVolumes;
          return (
            <Options
              control={control}
              options={list.map((each) => ({ value: each, label: each }))}
              chosen={value}
            />
          );
        }
        return long.some((each) => each === name) ? (
          <textarea {...control} rows={name === "text" ? 4 : 2} defaultValue={value} />
        ) : (
          <input {...control} type="text" defaultValue={value} />
        );
      }}
    </Field>
  );
}

/** A value the file printed and no option stands for stays to be seen, until a person chooses. */
function Options(props: {
  control: { id: string; name: string };
  options: readonly { value: string; label: string }[];
  chosen: string;
}) {
  const isKnown = props.chosen === "" || props.options.some((each) => each.value === props.chosen);
  return (
    <select {...props.control} defaultValue={props.chosen}>
      <option value="">―</option>
      {!isKnown && <option value={props.chosen}>{`？ ${props.chosen}`}</option>}
      {props.options.map((each) => (
        <option key={each.value} value={each.value}>
          {each.label}
        </option>
      ))}
    </select>
  );
}
