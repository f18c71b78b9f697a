import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { Words } from "~/messages/words";
import type { PlaceOption } from "~/use-cases/review-intake.server";
import type { ReviewForm } from "./review-page.server";
import { textOf } from "./typed";

const textFields = ["vendorName", "productName", "productVersionLabel"] as const;

/** Labels of the fields a problem of saving can name. */
export function fieldLabels(words: Words, forms: readonly { index: number }[]): Record<string, string> {
  const names = ["place", "sameVendor", ...textFields, "formVersion", "issuedOn"] as const;
  return Object.fromEntries(
    forms.flatMap(({ index }) => names.map((name) => [`forms.${index}.${name}`, words.intake[name]])),
  );
}

const nameOf = (place: PlaceOption) => `${place.vendor} / ${place.product} ${place.version}`;

/** だれの、何の開示書か: proposed from the sheet; look-alikes are shown and never chosen for anyone. */
export function PlaceFields(props: {
  form: ReviewForm;
  places: readonly PlaceOption[];
  isOnly: boolean;
  typed: Readonly<Record<string, string | string[]>>;
  problems: readonly Problem[] | undefined;
}) {
  const { form, typed, problems } = props;
  const { intake, formNames } = useWords();
  const name = (field: string) => `forms.${form.index}.${field}`;
  const { header } = form;
  const text = (field: string, proposed: string | null) => textOf(typed, name(field), proposed ?? "");
  const from = (cell: string | undefined) => (cell ? intake.fromCell(cell) : intake.notFoundInSheet);
  const { formVersion: versionCell } = header.cells;
  const versionHint =
    form.formVersion === null ? intake.formVersionAsk : versionCell ? intake.fromCell(versionCell) : "";
  return (
    <section className="panel">
      <h2>{props.isOnly ? intake.who : intake.whoFor(formNames[form.form])}</h2>
      <div className="panel-text stack">
        <PlaceChoice {...props} name={name} />
        <Field
          name={name("issuedOn")}
          label={intake.issuedOn}
          hint={`${from(header.cells.issuedOn)}${intake.issuedOnHint}`}
          isRequired
          problems={problems}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              defaultValue={text("issuedOn", header.issuedOn)}
              className="compact"
            />
          )}
        </Field>
        <Field
          name={name("formVersion")}
          label={intake.formVersion}
          hint={versionHint}
          isRequired
          problems={problems}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              defaultValue={text("formVersion", form.formVersion)}
              className="compact"
            />
          )}
        </Field>
      </div>
    </section>
  );
}

function PlaceChoice(props: Parameters<typeof PlaceFields>[0] & { name: (field: string) => string }) {
  const { form, typed, problems, name } = props;
  const { intake } = useWords();
  const { exact, near } = form.proposal;
  const proposed = exact ? exact.productVersionId : near.length === 0 ? "new" : "";
  const chosen = textOf(typed, name("place"), proposed);
  return (
    <FieldGroup name={name("place")} label={intake.place} isRequired problems={problems}>
      {near.length > 0 && !exact && <p className="note warn">{intake.placeNearNote}</p>}
      <div className="place-options">
        {[...(exact ? [exact] : []), ...near].map((each) => (
          <Choice
            key={each.productVersionId}
            type="radio"
            name={name("place")}
            value={each.productVersionId}
            isChecked={chosen === each.productVersionId}
            label={
              <>
                <span className="tag">{each === exact ? intake.placeExact : intake.placeNear}</span>{" "}
                {nameOf(each)}
              </>
            }
          />
        ))}
        {props.places.length > 0 && (
          <>
            <Choice
              type="radio"
              name={name("place")}
              value="other"
              isChecked={chosen === "other"}
              label={intake.placeOther}
            />
            <select
              name={name("other")}
              aria-label={intake.placeOther}
              className="compact when-other"
              defaultValue={textOf(typed, name("other"), "")}
            >
              <option value="" />
              {props.places.map((each) => (
                <option key={each.productVersionId} value={each.productVersionId}>
                  {nameOf(each)}
                </option>
              ))}
            </select>
          </>
        )}
        <Choice
          type="radio"
          name={name("place")}
          value="new"
          isChecked={chosen === "new"}
          label={intake.placeNew}
        />
        <NewNames {...props} />
      </div>
    </FieldGroup>
  );
}

/** Vendors whose names are like the sheet's: the same one, or another? Nobody but a person can tell. */
function SameVendor({
  form,
  typed,
  problems,
  name,
}: Omit<Parameters<typeof PlaceChoice>[0], "places" | "isOnly">) {
  const { intake, receipt } = useWords();
  const { nearVendors } = form.proposal;
  if (nearVendors.length === 0) return null;
  const chosen = textOf(typed, name("sameVendor"), "");
  return (
    <FieldGroup
      name={name("sameVendor")}
      label={intake.sameVendor}
      hint={receipt.sameVendorHint(form.header.vendor ?? "")}
      problems={problems}
    >
      <div className="place-options">
        {nearVendors.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={name("sameVendor")}
            value={each}
            isChecked={chosen === each}
            label={receipt.sameVendorAs(each)}
          />
        ))}
        <Choice
          type="radio"
          name={name("sameVendor")}
          value="-"
          isChecked={chosen === "-"}
          label={receipt.otherVendor}
        />
      </div>
    </FieldGroup>
  );
}

function NewNames({ form, typed, problems, name }: Parameters<typeof PlaceChoice>[0]) {
  const { intake } = useWords();
  const { header } = form;
  const fields = [
    ["vendorName", header.vendor, header.cells.vendor],
    ["productName", header.product, header.cells.product],
    ["productVersionLabel", header.productVersion, header.cells.productVersion],
  ] as const;
  return (
    <div className="when-new stack">
      <SameVendor form={form} typed={typed} problems={problems} name={name} />
      {fields.map(([field, read, cell]) => (
        <Field
          key={field}
          name={name(field)}
          label={intake[field]}
          hint={cell ? intake.fromCell(cell) : intake.notFoundInSheet}
          problems={problems}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              className="compact"
              defaultValue={textOf(typed, name(field), read ?? "")}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
