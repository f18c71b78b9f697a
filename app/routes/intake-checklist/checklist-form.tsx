import { Form } from "@remix-run/react";
import { useRef } from "react";
import { AutosaveNote, useAutosave } from "~/components/autosave";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { Words } from "~/messages/words";
import { useAnswerKeys } from "~/routes/intake/answer-keys";
import type { ChecklistPage } from "./checklist-page.server";
import { ListFacts } from "./list-facts";
import { ListRows } from "./list-rows";

export type Typed = Readonly<Record<string, string | string[]>>;
type Found = { problems: Problem[]; typed: Typed; applied: number } | undefined;

/** Labels of the fields a problem can name. */
export function checklistLabels({ checklists }: Words, page: ChecklistPage): Record<string, string> {
  const names = ["vendorId", "title", "round", "answeredOn", "checklistRef", "systemIds"] as const;
  return Object.fromEntries([
    ...page.lists.flatMap(({ index }) =>
      names.map((name) => [`lists.${index}.${name}`, checklists.fields[name]]),
    ),
    ...page.lists.flatMap(({ rows }) =>
      rows.map((row) => [`target-${row.formIndex}-${row.ordinal}`, checklists.targetOf(row.no)]),
    ),
  ]);
}

/** Every row with its answer, target day and remark; whose it is; and what will be frozen. */
export function ChecklistForm(props: { page: ChecklistPage; found: Found; light: (cell: string) => void }) {
  const { page, found } = props;
  const { checklists, intake } = useWords();
  const box = useRef<HTMLFormElement>(null);
  useAnswerKeys(box);
  const saving = useAutosave(box, "routes/intake-checklist/route", page.canEdit);
  const typed = found?.typed ?? {};
  return (
    <Form method="post" className="stack" noValidate ref={box}>
      {/* why: Enter in a field takes the first button; it may keep a draft, never freeze. */}
      <button type="submit" name="intent" value="apply" className="sr" tabIndex={-1} aria-hidden="true" />
      {found && found.applied > 0 && (
        <p className="note good" role="status">
          {intake.applied(found.applied)}
        </p>
      )}
      {page.lists.map((list) => (
        <section key={list.index} className="panel">
          <h2>
            {list.title || list.sheet} <small>{checklists.roundOf(list.round)}</small>
          </h2>
          <ListFacts list={list} page={page} typed={typed} problems={found?.problems} />
          <ListRows
            list={list}
            canEdit={page.canEdit}
            typed={typed}
            light={props.light}
            problems={found?.problems}
          />
        </section>
      ))}
      {page.canEdit && (
        <section className="panel confirm-now">
          <h2>{checklists.saveTitle}</h2>
          <div className="confirm-body">
            <p>{checklists.saveWhat}</p>
            <p className="buttons">
              <button type="submit" name="intent" value="apply" className="button">
                {checklists.apply}
              </button>{" "}
              <button type="submit" name="intent" value="save" className="button primary">
                {intake.save}
              </button>
            </p>
          </div>
        </section>
      )}
      {page.canEdit && <AutosaveNote state={saving} />}
    </Form>
  );
}
