import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { AnnexBlock } from "~/domain/annex-template";
import { BlockFields } from "./block-fields";
import type { Wording } from "./wording";

type Props = {
  /** Place of the list of blocks in the template's JSON. */
  holder: string;
  /** Number of the section from 0; −1 = the preamble. */
  at: number;
  name: string;
  /** Null: the preamble has none. */
  heading: string | null;
  body: readonly AnnexBlock[];
  isConditional?: boolean;
  wording: Wording;
};

/** One section: its heading, its sentences and tables, and buttons that add, move or remove. */
export function PartCard(props: Props) {
  const { paperTemplates } = useWords();
  const { holder, at, name, heading, body, wording } = props;
  const place = `sections.${at}.heading`;
  return (
    <section className="panel stack anchor" id={`part-${at}`} aria-label={name}>
      {heading === null ? (
        <h2>{name}</h2>
      ) : (
        <Field name={place} label={paperTemplates.headingOf(at + 1)} problems={wording.problems}>
          {(control) => (
            <input
              {...control}
              type="text"
              name={`wording.${place}`}
              defaultValue={wording.valueOf(place, heading)}
            />
          )}
        </Field>
      )}
      {props.isConditional && <p className="quiet">{paperTemplates.conditional}</p>}
      {body.map((block, no) => (
        <BlockFields
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id; the page is drawn anew after each save
          key={no}
          holder={holder}
          section={at}
          no={no}
          name={name}
          block={block}
          wording={wording}
        />
      ))}
      {body.length === 0 && wording.mayEdit && (
        <p>
          <ActButton act={`add-clause:${at}:-1`} what={paperTemplates.addClause} about={name} />
        </p>
      )}
      {wording.mayEdit && (
        <p className="part-acts">
          {heading !== null && (
            <>
              <ActButton act={`up-section:${at}:0`} what={paperTemplates.up} about={name} />
              <ActButton act={`down-section:${at}:0`} what={paperTemplates.down} about={name} />
            </>
          )}
          <ActButton act={`add-section:${at}:0`} what={paperTemplates.addSection} about={name} />
          {heading !== null && !body.some((each) => each.kind === "table") && (
            <ActButton act={`remove-section:${at}:0`} what={paperTemplates.removeSection} about={name} />
          )}
        </p>
      )}
    </section>
  );
}

/** Saves what was typed and then does what it says. */
export function ActButton({ act, what, about }: { act: string; what: string; about: string }) {
  const { paperTemplates } = useWords();
  return (
    <button
      type="submit"
      name="act"
      value={act}
      className="button small"
      aria-label={paperTemplates.actOn(what, about)}
    >
      {what}
    </button>
  );
}
