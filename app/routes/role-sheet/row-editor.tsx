import { Form, Link } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { type RawRow, rawOf, typedFields } from "~/domain/role-row-input";
import { costBearings, firstChecks, rowParties, situationParties } from "~/domain/role-sheet";
import type { Found } from "./found";
import type { SheetPage, ShownRow } from "./page.server";
import { partyWord, situationWord, valueWord } from "./party-words";

const textFields = ["what", "deadline", "clause", "evidence", "remark"] as const;
type Typed = RawRow;

/**
 * The open row: one form with the version it was opened at. When somebody else saved first, both values are
 * shown and what was typed stays; saving again is then made on the version now recorded.
 */
export function RowEditor(props: { row: ShownRow; sheet: SheetPage["sheet"]; found: Found }) {
  const { row, sheet, found } = props;
  const problems = found?.problems;
  const isConflict = problems?.some((each) => each.code === "changed-meanwhile") ?? false;
  const recorded = rawOf(row);
  const typed: Typed = found ? { ...recorded, ...found.typed } : recorded;
  const version = found && !isConflict ? (found.typed.version ?? row.version) : row.version;
  // why: after a conflict both values were shown, so what is saved next is chosen over the recorded one.
  const base = found && !isConflict ? baseOf(found.typed, recorded) : recorded;
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    first.current
      ?.querySelector<HTMLInputElement>("input[name=party]:checked")
      ?.focus({ preventScroll: true });
  }, []);
  return (
    <Form
      method="post"
      action={`/role-sheets/${sheet.id}`}
      className="row-editor"
      ref={first}
      noValidate
      preventScrollReset
      onKeyDown={chooseParty}
      key={`${row.id} ${version}`}
    >
      <input type="hidden" name="intent" value="row" />
      <input type="hidden" name="rowId" value={row.id ?? ""} />
      <input type="hidden" name="version" value={version} />
      {typedFields.map((name) => (
        <input key={name} type="hidden" name={`base.${name}`} value={base[name]} />
      ))}
      {isConflict && <Conflict recorded={recorded} typed={typed} sheet={sheet} />}
      <div className="row-fields">
        <PartyFields sheet={sheet} typed={typed} problems={problems} />
        <CheckFields typed={typed} problems={problems} />
        <CostField value={typed.cost} problems={problems} />
        {textFields.map((name) => (
          <TextField key={name} name={name} value={typed[name]} problems={problems} />
        ))}
      </div>
      <RowFoot sheetId={sheet.id} />
    </Form>
  );
}

function RowFoot({ sheetId }: { sheetId: string }) {
  const { roles } = useWords();
  return (
    <p className="form-foot">
      <button type="submit" name="go" value="next" className="button">
        {roles.saveAndNext}
      </button>
      <button type="submit" className="button text">
        {roles.saveRow}
      </button>
      <Link to={`/role-sheets/${sheetId}`} preventScrollReset>
        {roles.close}
      </Link>
      <span className="quiet keys">{roles.keys}</span>
    </p>
  );
}

type FieldsProps = { typed: Typed; problems: RowProblems };
type RowProblems = NonNullable<Found>["problems"] | undefined;

function PartyFields({ sheet, typed, problems }: FieldsProps & { sheet: SheetPage["sheet"] }) {
  const words = useWords();
  const { roles } = words;
  return (
    <>
      <FieldGroup name="party" label={roles.column.party} problems={problems}>
        <div className="choices">
          {rowParties.map((party) => (
            <Choice
              key={party}
              type="radio"
              name="party"
              value={party}
              label={partyWord(words, sheet, party)}
              isChecked={typed.party === party}
            />
          ))}
        </div>
      </FieldGroup>
      <div className="third-party-name">
        <Field
          name="thirdPartyName"
          label={roles.column.thirdPartyName}
          hint={roles.hint.thirdPartyName}
          problems={problems}
        >
          {(control) => <input {...control} type="text" defaultValue={typed.thirdPartyName} />}
        </Field>
      </div>
      {(["emergencyParty", "endParty"] as const).map((name) => (
        <Field key={name} name={name} label={roles.column[name]} hint={roles.hint[name]} problems={problems}>
          {(control) => (
            <select {...control} defaultValue={typed[name]}>
              {situationParties.map((party) => (
                <option key={party} value={party}>
                  {situationWord(words, sheet, party)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </>
  );
}

/** 初回確認, its day where it differs, and 完了日, which the style sheet hides until いいえ is chosen. */
function CheckFields({ typed, problems }: FieldsProps) {
  const { roles } = useWords();
  return (
    <>
      <FieldGroup name="firstCheck" label={roles.column.firstCheck} problems={problems}>
        <div className="choices">
          {firstChecks.map((check) => (
            <Choice
              key={check}
              type="radio"
              name="firstCheck"
              value={check}
              label={roles.firstChecks[check]}
              isChecked={typed.firstCheck === check}
            />
          ))}
        </div>
      </FieldGroup>
      <Field
        name="firstCheckOn"
        label={roles.column.firstCheckOn}
        hint={roles.hint.firstCheckOn}
        problems={problems}
      >
        {(control) => <input {...control} type="date" defaultValue={typed.firstCheckOn} />}
      </Field>
      <div className="completed-on">
        <Field
          name="completedOn"
          label={roles.column.completedOn}
          hint={roles.hint.completedOn}
          problems={problems}
        >
          {(control) => <input {...control} type="date" defaultValue={typed.completedOn} />}
        </Field>
      </div>
    </>
  );
}

function CostField({ value, problems }: { value: string; problems: RowProblems }) {
  const { roles } = useWords();
  return (
    <Field name="cost" label={roles.column.cost} problems={problems}>
      {(control) => (
        <select {...control} defaultValue={value}>
          {costBearings.map((cost) => (
            <option key={cost} value={cost}>
              {roles.costs[cost]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function TextField(props: {
  name: (typeof textFields)[number];
  value: string;
  problems: NonNullable<Found>["problems"] | undefined;
}) {
  const { roles } = useWords();
  const { name } = props;
  const hint = name === "what" || name === "remark" ? {} : { hint: roles.hint[name] };
  const isLong = name === "what" || name === "remark" || name === "evidence";
  return (
    <Field name={name} label={roles.column[name]} problems={props.problems} {...hint}>
      {(control) =>
        isLong ? (
          <textarea {...control} rows={2} defaultValue={props.value} />
        ) : (
          <input {...control} type="text" defaultValue={props.value} />
        )
      }
    </Field>
  );
}

/** Both values of every field that differs. */
function Conflict(props: { recorded: Typed; typed: Typed; sheet: SheetPage["sheet"] }) {
  const words = useWords();
  const { roles } = words;
  const differing = typedFields.filter((name) => props.recorded[name] !== props.typed[name]);
  return (
    <div className="note warn conflict" role="alert">
      <p>
        <b>{roles.conflict}</b>
        {roles.conflictWhat}
      </p>
      <dl>
        {differing.map((name) => (
          <div key={name}>
            <dt>{roles.column[name]}</dt>
            <dd>
              {`${roles.conflictNow}：${valueWord(words, props.sheet, name, props.recorded[name])}`}
              <br />
              {`${roles.conflictYours}：${valueWord(words, props.sheet, name, props.typed[name])}`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The values the form was opened with, as they came back with it. */
function baseOf(typed: Readonly<Record<string, string>>, recorded: Typed): Typed {
  const base = { ...recorded };
  for (const name of typedFields) base[name] = typed[`base.${name}`] ?? recorded[name];
  return base;
}

/** Keys 1–5 choose the party, except while typing text. */
function chooseParty(event: KeyboardEvent<HTMLFormElement>): void {
  const from = event.target;
  const isText = from instanceof Element && from.matches("textarea, select, input:not([type=radio])");
  const party = rowParties[Number(event.key) - 1];
  if (isText || party === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const radio = event.currentTarget.querySelector<HTMLInputElement>(`input[name=party][value="${party}"]`);
  radio?.click();
}
