import { Form } from "@remix-run/react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import {
  jumpHostPreconditions,
  type RawTwoFactor,
  twoFactorObstacles,
  twoFactorPlaces,
  twoFactorRoutes,
  twoFactorStates,
} from "~/domain/two-factor";
import type { TwoFactorPage } from "./route";

type Found =
  | { problems: Problem[]; raw: RawTwoFactor; reason: string; supersedes: string | null }
  | undefined;

/** Records a change, or corrects an earlier record when one is chosen. */
export function StateForm({ page, found }: { page: TwoFactorPage; found: Found }) {
  const { twoFactor } = useWords().overTime;
  const { fields, hints } = twoFactor;
  const problems = found?.problems;
  const typed = found?.raw ?? blankOf(page);
  const text = (name: "costEstimate" | "costActual" | "source", hint?: string) => (
    <Field
      name={name}
      label={fields[name]}
      {...(hint ? { hint } : {})}
      isRequired={name === "source"}
      problems={problems}
    >
      {(control) => <input {...control} type="text" defaultValue={typed[name]} />}
    </Field>
  );
  return (
    <section className="panel">
      <h2>{twoFactor.open}</h2>
      <Form method="post" className="panel-text stack form" noValidate key={page.records.length}>
        <ProblemSummary problems={problems} labels={fields} />
        <Options
          name="place"
          options={twoFactorPlaces}
          words={twoFactor.places}
          typed={typed}
          problems={problems}
        />
        <Options
          name="state"
          options={twoFactorStates}
          words={twoFactor.states}
          typed={typed}
          problems={problems}
        />
        <Options
          name="route"
          options={twoFactorRoutes}
          words={twoFactor.routes}
          typed={typed}
          problems={problems}
        />
        <FieldGroup name="preconditions" label={fields.preconditions} problems={problems}>
          {jumpHostPreconditions.map((each) => (
            <Choice
              key={each}
              type="checkbox"
              name="preconditions"
              value={each}
              label={twoFactor.preconditions[each]}
              isChecked={typed.preconditions.includes(each)}
            />
          ))}
        </FieldGroup>
        <Field name="plannedOn" label={fields.plannedOn} hint={hints.plannedOn} problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={typed.plannedOn} />}
        </Field>
        <Options
          name="obstacle"
          options={twoFactorObstacles}
          words={twoFactor.obstacles}
          typed={typed}
          problems={problems}
        />
        {text("costEstimate")}
        {text("costActual")}
        {text("source", hints.source)}
        <Field
          name="effectiveFrom"
          label={fields.effectiveFrom}
          hint={hints.effectiveFrom}
          isRequired
          problems={problems}
        >
          {(control) => <input {...control} type="date" defaultValue={typed.effectiveFrom} />}
        </Field>
        <CorrectionFields page={page} found={found} />
        <button type="submit" className="button primary">
          {twoFactor.save}
        </button>
      </Form>
    </section>
  );
}

function blankOf(page: TwoFactorPage): RawTwoFactor {
  return {
    place: page.place,
    state: "ready",
    route: "",
    preconditions: [],
    plannedOn: "",
    obstacle: "",
    costEstimate: "",
    costActual: "",
    source: "",
    effectiveFrom: page.today,
  };
}

function Options<T extends string>(props: {
  name: "place" | "state" | "route" | "obstacle";
  options: readonly T[];
  words: Readonly<Record<T, string>>;
  typed: RawTwoFactor;
  problems: Problem[] | undefined;
}) {
  const { fields } = useWords().overTime.twoFactor;
  return (
    <Field name={props.name} label={fields[props.name]} problems={props.problems}>
      {(control) => (
        <select {...control} defaultValue={props.typed[props.name]}>
          {props.options.map((each) => (
            <option key={each} value={each}>
              {props.words[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function CorrectionFields({ page, found }: { page: TwoFactorPage; found: Found }) {
  const { twoFactor } = useWords().overTime;
  const { fields, hints } = twoFactor;
  const superseded = new Set(page.records.map((each) => each.supersedes));
  const open = page.records.filter((each) => !superseded.has(each.id));
  if (open.length === 0) return null;
  return (
    <>
      <Field name="supersedes" label={fields.supersedes} hint={hints.supersedes} problems={found?.problems}>
        {(control) => (
          <select {...control} defaultValue={found?.supersedes ?? ""}>
            <option value="">{twoFactor.notACorrection}</option>
            {open.map((each) => (
              <option key={each.id} value={each.id}>
                {`${twoFactor.places[each.place]}　${twoFactor.states[each.state]}　${each.effectiveFrom}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="reason" label={fields.reason} problems={found?.problems}>
        {(control) => <input {...control} type="text" defaultValue={found?.reason ?? ""} />}
      </Field>
    </>
  );
}
