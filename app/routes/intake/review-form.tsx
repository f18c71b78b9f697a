import { Form } from "@remix-run/react";
import { useRef } from "react";
import { AutosaveNote, useAutosave } from "~/components/autosave";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { FormChanges } from "~/use-cases/changes-before-save.server";
import type { FormToSave } from "~/use-cases/receive.server";
import { AskList } from "./ask-list";
import { PlaceFields } from "./place-fields";
import type { ReviewPage } from "./review-page.server";
import { SavePanel } from "./save-panel";

/** What an action answered: problems, what was typed, and what would be saved once it was checked. */
export type Reviewed = {
  problems: Problem[];
  typed: Record<string, string | string[]>;
  applied: number;
  checked: { forms: FormToSave[]; fingerprint: string; changes: FormChanges[] } | null;
};

/** One form for everything a person sets, so that nothing typed is lost from one step to the next. */
export function ReviewForm(props: {
  page: ReviewPage & { canEdit: boolean };
  found: Reviewed | undefined;
  light: (cell: string) => void;
  shownPage: number;
}) {
  const { page, found } = props;
  const { intake } = useWords();
  const typed = found?.typed ?? {};
  const form = useRef<HTMLFormElement>(null);
  const saving = useAutosave(form, "routes/intake/route", page.canEdit && page.isByHand);
  return (
    <Form ref={form} method="post" className="stack" noValidate preventScrollReset={!found?.checked}>
      {/* why: Enter in a field takes the first button; it may check, never save. */}
      <button type="submit" name="intent" value="check" className="sr" tabIndex={-1} aria-hidden="true" />
      {found?.checked && (
        <p className="note">
          <a href="#confirm">{intake.checkTitle}</a>
        </p>
      )}
      <AskList
        page={page}
        typed={typed}
        applied={found?.applied ?? 0}
        light={props.light}
        shownPage={props.shownPage}
      />
      {page.canEdit &&
        page.forms.map((form) => (
          <PlaceFields
            key={form.index}
            form={form}
            places={page.places}
            isOnly={page.forms.length === 1}
            typed={typed}
            problems={found?.problems}
          />
        ))}
      {found?.checked && <SavePanel page={page} checked={found.checked} />}
      {page.canEdit && (
        <p>
          <button
            type="submit"
            name="intent"
            value="check"
            className={found?.checked ? "button" : "button primary big"}
          >
            {intake.check}
          </button>
        </p>
      )}
      {page.canEdit && page.isByHand && <AutosaveNote state={saving} />}
    </Form>
  );
}
