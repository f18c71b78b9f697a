import { Form } from "@remix-run/react";
import { OptionField, optionsOf, type RawValues, TextField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { staffStates } from "~/domain/applicability";
import { ownerTypes } from "~/domain/hospital-profile";
import type { Problem } from "~/domain/problem";
import { formatDay } from "~/messages/days";
import type { ProfilePage } from "./route";

type Failed = { problems: Problem[]; typed: Record<string, string | null> } | undefined;

/** A change from a day on, or the correction of a record that was wrong. It starts from what holds now. */
export function ProfileForm({ page, failed }: { page: ProfilePage; failed: Failed }) {
  const language = useLanguage();
  const { profile } = useWords().comparing;
  const { fields, hints } = profile;
  const values = failed ? rawOf(failed.typed) : startOf(page);
  const hintOf: Readonly<Record<string, string>> = hints;
  const shared = (name: keyof typeof fields) => {
    const hint = hintOf[name];
    return { name, label: fields[name], values, problems: failed?.problems, ...(hint ? { hint } : {}) };
  };
  const open = page.records.filter((each) => !each.isSuperseded);
  return (
    <section className="panel">
      <h2>{profile.record}</h2>
      <Form method="post" className="stack form panel-text" noValidate key={page.records.length}>
        <ProblemSummary problems={failed?.problems} labels={fields} />
        <TextField {...shared("beds")} type="number" />
        <OptionField
          {...shared("ownerType")}
          options={optionsOf(
            ownerTypes.filter((each) => each !== ""),
            profile.ownerTypes,
          )}
          first={profile.ownerTypes[""]}
          isList
        />
        <TextField {...shared("sites")} type="number" />
        <OptionField {...shared("staff")} options={optionsOf(staffStates, profile.staff)} />
        <TextField {...shared("gmisClass")} />
        <TextField {...shared("effectiveFrom")} type="date" isRequired />
        {open.length > 0 && (
          <>
            <OptionField
              {...shared("supersedes")}
              options={open.map((each) => ({
                value: each.id,
                label: formatDay(each.effectiveFrom, language),
              }))}
              first={profile.notACorrection}
              isList
            />
            <TextField {...shared("reason")} />
          </>
        )}
        <p>
          <button type="submit" className="button primary">
            {profile.save}
          </button>
        </p>
      </Form>
    </section>
  );
}

function rawOf(typed: Record<string, string | null>): RawValues {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? ""]));
}

function startOf({ held, today }: ProfilePage): RawValues {
  return {
    beds: held.beds === null ? "" : String(held.beds),
    ownerType: held.ownerType,
    sites: held.sites === null ? "" : String(held.sites),
    staff: held.staff,
    gmisClass: held.gmisClass,
    effectiveFrom: today,
  };
}
