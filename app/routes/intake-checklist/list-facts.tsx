import { Link } from "@remix-run/react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { respondents } from "~/domain/checklist";
import type { Problem } from "~/domain/problem";
import { textOf } from "~/routes/intake/typed";
import type { Typed } from "./checklist-form";
import type { ChecklistPage, ListPage } from "./checklist-page.server";

type Props = {
  list: ListPage;
  page: ChecklistPage;
  typed: Typed;
  problems: readonly Problem[] | undefined;
};

/** Counts, and whose list it is: proposed from the sheet, decided by a person. */
export function ListFacts(props: Props) {
  const { list, page, typed, problems } = props;
  const { checklists, answers, intake } = useWords();
  const name = (field: string) => `lists.${list.index}.${field}`;
  const { yes, no, notApplicable, blank, unclear } = list.counts;
  return (
    <div className="panel-text stack">
      <p className="num">
        {checklists.counts(list.rows.length, yes, no, notApplicable, blank, unclear)}
        {list.unread.length > 0 && `　${intake.unreadCells(list.unread.length)}`}
      </p>
      {page.canEdit && (
        <>
          <Choice
            type="checkbox"
            name={name("keep")}
            value="yes"
            isChecked={Object.keys(typed).length === 0 || textOf(typed, name("keep"), "") === "yes"}
            label={checklists.keep}
          />
          <FieldGroup name={name("respondent")} label={checklists.fields.respondent} problems={problems}>
            <div className="choices">
              {respondents.map((each) => (
                <Choice
                  key={each}
                  type="radio"
                  name={name("respondent")}
                  value={each}
                  isChecked={textOf(typed, name("respondent"), list.respondent ?? "vendor") === each}
                  label={checklists.respondents[each]}
                />
              ))}
            </div>
          </FieldGroup>
          <VendorField {...props} />
          <TextFields {...props} />
          <EditionAndSystems {...props} />
        </>
      )}
      {!page.canEdit && <p>{answers.yes && (list.vendor ?? "")}</p>}
    </div>
  );
}

function VendorField({ list, page, typed, problems }: Props) {
  const { checklists, receipt } = useWords();
  const near = list.near.map((each) => each.name).join("、");
  const said = list.vendor === null ? checklists.vendorNotFound : receipt.sameVendorHint(list.vendor);
  return (
    <Field
      name={`lists.${list.index}.vendorId`}
      label={checklists.fields.vendorId}
      hint={near === "" ? said : `${said}${checklists.vendorNear(near)}`}
      problems={problems}
    >
      {(control) => (
        <>
          <select
            {...control}
            defaultValue={textOf(typed, `lists.${list.index}.vendorId`, list.exact?.id ?? "")}
          >
            <option value="">{receipt.choose}</option>
            {page.vendors.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
          <Link to="/vendors/new">{checklists.newVendor}</Link>
        </>
      )}
    </Field>
  );
}

function TextFields({ list, typed, problems }: Props) {
  const { checklists } = useWords();
  const name = (field: string) => `lists.${list.index}.${field}`;
  const fields = [
    ["title", list.title, false, ""],
    ["answeredOn", list.answeredOn ?? "", true, checklists.answeredOnHint],
    ["round", String(list.round), true, ""],
  ] as const;
  return (
    <div className="field-row">
      {fields.map(([field, proposed, isCompact, hint]) => (
        <Field
          key={field}
          name={name(field)}
          label={checklists.fields[field]}
          isRequired
          hint={hint}
          problems={problems}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              className={isCompact ? "compact" : undefined}
              defaultValue={textOf(typed, name(field), proposed)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function EditionAndSystems({ list, page, typed, problems }: Props) {
  const { checklists } = useWords();
  const name = (field: string) => `lists.${list.index}.${field}`;
  const chosen = typed[name("systemIds")] ?? [];
  const isChosen = (id: string) => chosen === id || chosen.includes(id);
  return (
    <>
      <Field
        name={name("checklistRef")}
        label={checklists.fields.checklistRef}
        hint={checklists.editionHint}
        problems={problems}
      >
        {(control) => (
          <select {...control} defaultValue={textOf(typed, name("checklistRef"), "")}>
            <option value="">{checklists.editionUnknown}</option>
            {page.editions.map((each) => (
              <option key={each.ref} value={each.ref}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {page.systems.length > 0 && (
        <details>
          <summary>{checklists.fields.systemIds}</summary>
          <FieldGroup name={name("systemIds")} label={checklists.systemsWhat} problems={problems}>
            <div className="choices">
              {page.systems.map((each) => (
                <Choice
                  key={each.id}
                  type="checkbox"
                  name={name("systemIds")}
                  value={each.id}
                  isChecked={isChosen(each.id)}
                  label={`${each.name}（${each.about}）`}
                />
              ))}
            </div>
          </FieldGroup>
        </details>
      )}
    </>
  );
}
