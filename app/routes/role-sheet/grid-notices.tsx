import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { GridRow } from "~/domain/role-grid";
import { type TypedField, typedFields } from "~/domain/role-row-input";
import { problemWords } from "~/messages/labels";
import { type Labels, valueWord } from "./party-words";
import type { CellConflict, Saving, SavingState } from "./saving";
import type { useGrid } from "./use-grid";

type Props = {
  sheet: Labels;
  saving: Saving;
  state: SavingState;
  rows: readonly GridRow[];
  grid: ReturnType<typeof useGrid>;
};

/** What needs a person: fields two people wrote, rows that break a rule, cells a paste could not take. */
export function GridNotices({ sheet, saving, state, rows, grid }: Props) {
  const { roleGrid } = useWords();
  const { report } = grid;
  return (
    <>
      {state.conflicts.map((each) => (
        <Conflict key={`${each.rowId}.${each.field}`} conflict={each} sheet={sheet} saving={saving} />
      ))}
      {state.problems.length > 0 && (
        <div className="note warn grid-notice" role="alert">
          <b>{roleGrid.refused}</b>
          <ul>
            {state.problems.map((each) => (
              <RefusedLine key={`${each.at} ${each.code}`} problem={each} rows={rows} saving={saving} />
            ))}
          </ul>
        </div>
      )}
      {report && (
        <div className="note warn grid-notice" role="alert">
          <b>{roleGrid.notTaken(report.taken, report.problems.length)}</b>
          {(report.beyond.rows > 0 || report.beyond.columns > 0) && (
            <p>{roleGrid.beyond(report.beyond.rows, report.beyond.columns)}</p>
          )}
          <ul>
            {report.problems.map((each) => (
              <CellLine key={`${each.rowId}.${each.field}`} {...each} />
            ))}
          </ul>
          <button type="button" className="button small" onClick={grid.clearReport}>
            {roleGrid.understood}
          </button>
        </div>
      )}
    </>
  );
}

function CellLine(props: { label: string; field: TypedField; problem: Problem }) {
  const words = useWords();
  const { what, next } = problemWords(words, props.problem);
  return <li>{`${props.label}「${words.roles.column[props.field]}」：${what}${next}`}</li>;
}

function RefusedLine(props: { problem: Problem; rows: readonly GridRow[]; saving: Saving }) {
  const words = useWords();
  const [rowId = "", name = ""] = props.problem.at?.split(".") ?? [];
  const field = typedFields.find((each) => each === name);
  const label = props.rows.find((each) => each.rowId === rowId)?.label ?? "";
  const { what, next } = problemWords(words, props.problem);
  return (
    <li>
      {`${label}「${field ? words.roles.column[field] : ""}」：${what}${next}`}
      <button type="button" className="button small" onClick={() => props.saving.dropRow(rowId)}>
        {words.roleGrid.drop}
      </button>
    </li>
  );
}

function Conflict(props: { conflict: CellConflict; sheet: Labels; saving: Saving }) {
  const words = useWords();
  const { roleGrid } = words;
  const { conflict, sheet, saving } = props;
  const { field, label } = conflict;
  const show = (value: string) => valueWord(words, sheet, field, value);
  return (
    <div className="note warn grid-notice" role="alert">
      <b>{roleGrid.conflict(label, words.roles.column[field])}</b>
      <dl className="both-values">
        <div>
          <dt>{roleGrid.theirs}</dt>
          <dd>{show(conflict.theirs)}</dd>
        </div>
        <div>
          <dt>{roleGrid.mine}</dt>
          <dd>{show(conflict.mine)}</dd>
        </div>
      </dl>
      <p>
        <button type="button" className="button small" onClick={() => saving.choose(conflict, "theirs")}>
          {roleGrid.keepTheirs}
        </button>{" "}
        <button type="button" className="button small" onClick={() => saving.choose(conflict, "mine")}>
          {roleGrid.takeMine}
        </button>
      </p>
    </div>
  );
}
