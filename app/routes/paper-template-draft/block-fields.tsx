import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { AnnexBlock, AnnexTable } from "~/domain/annex-template";
import { ActButton } from "./part-card";
import type { Wording } from "./wording";

type Props = {
  holder: string;
  section: number;
  no: number;
  /** Name of the section. */
  name: string;
  block: AnnexBlock;
  wording: Wording;
};

/** One sentence, note or table of a section. */
export function BlockFields(props: Props) {
  const { block } = props;
  return (
    <div className={`wording-block level-${block.kind === "clause" ? block.level : 1}`}>
      {block.kind === "table" ? (
        <TableFields {...props} block={block} />
      ) : (
        <Sentence {...props} block={block} />
      )}
      <Acts {...props} />
    </div>
  );
}

function Sentence(props: Props & { block: Exclude<AnnexBlock, AnnexTable> }) {
  const { paperTemplates } = useWords();
  const { holder, no, name, block, wording } = props;
  const place = `${holder}.${no}.text`;
  const levelPlace = `${holder}.${no}.level`;
  return (
    <>
      <Field name={place} label={paperTemplates.sentence(name, no + 1)} problems={wording.problems}>
        {(control) => (
          <textarea
            {...control}
            name={`wording.${place}`}
            rows={Math.min(8, Math.max(2, Math.ceil(block.text.length / 38)))}
            defaultValue={wording.valueOf(place, block.text)}
          />
        )}
      </Field>
      {block.kind === "clause" ? (
        <select
          name={`wording.${levelPlace}`}
          id={`field-${levelPlace}`}
          className="compact"
          aria-label={paperTemplates.level(name, no + 1)}
          defaultValue={wording.valueOf(levelPlace, String(block.level))}
        >
          {([1, 2, 3, 4] as const).map((each) => (
            <option key={each} value={each}>
              {paperTemplates.levels[each]}
            </option>
          ))}
        </select>
      ) : (
        <span className="quiet">{paperTemplates.noteText}</span>
      )}
      {block.when !== undefined && <p className="quiet">{paperTemplates.conditional}</p>}
      {block.kind === "clause" && block.states !== undefined && (
        <p className="quiet">{paperTemplates.states}</p>
      )}
    </>
  );
}

function TableFields(props: Props & { block: AnnexTable }) {
  const { paperTemplates } = useWords();
  const { holder, no, name, block, wording } = props;
  const at = `${holder}.${no}`;
  return (
    <>
      <p className="quiet">
        <b>{paperTemplates.table}</b> {paperTemplates.tableWhat}
      </p>
      <Field name={`${at}.caption`} label={paperTemplates.captionOf(name)} problems={wording.problems}>
        {(control) => (
          <input
            {...control}
            type="text"
            name={`wording.${at}.caption`}
            defaultValue={wording.valueOf(`${at}.caption`, block.caption)}
          />
        )}
      </Field>
      <div className="column-titles">
        {block.columns.map((column, index) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of one table, in its order
            key={index}
            type="text"
            name={`wording.${at}.columns.${index}.title`}
            id={`field-${at}.columns.${index}.title`}
            aria-label={paperTemplates.columnTitle(index + 1)}
            defaultValue={wording.valueOf(`${at}.columns.${index}.title`, column.title)}
          />
        ))}
      </div>
      <Field name={`${at}.empty`} label={paperTemplates.emptyOf(name)} problems={wording.problems}>
        {(control) => (
          <input
            {...control}
            type="text"
            name={`wording.${at}.empty`}
            defaultValue={wording.valueOf(`${at}.empty`, block.empty)}
          />
        )}
      </Field>
    </>
  );
}

function Acts({ section, no, name, block, wording }: Props) {
  const { paperTemplates } = useWords();
  if (!wording.mayEdit) return null;
  const about = paperTemplates.sentence(name, no + 1);
  return (
    <p className="part-acts">
      <ActButton act={`up-block:${section}:${no}`} what={paperTemplates.up} about={about} />
      <ActButton act={`down-block:${section}:${no}`} what={paperTemplates.down} about={about} />
      <ActButton act={`add-clause:${section}:${no}`} what={paperTemplates.addClause} about={about} />
      {block.kind !== "table" && (
        <ActButton act={`remove-block:${section}:${no}`} what={paperTemplates.removeBlock} about={about} />
      )}
    </p>
  );
}
