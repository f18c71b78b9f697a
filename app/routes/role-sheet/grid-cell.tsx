import { type FocusEvent, type MouseEvent, memo, useLayoutEffect, useRef } from "react";
import { PartyBadge } from "~/components/badges";
import { useWords } from "~/components/words";
import { choiceFields } from "~/domain/role-grid";
import type { RawRow, TypedField } from "~/domain/role-row-input";
import { rowParties } from "~/domain/role-sheet";
import { cellWord, type Labels } from "./party-words";

export type CellMark = "plain" | "marked" | "active";
export type CellProps = {
  labels: Labels;
  rowLabel: string;
  field: TypedField;
  column: number;
  values: RawRow;
  mark: CellMark;
  /** What is being typed into this cell; null while it is only looked at. */
  typing: string | null;
  isUnsaved: boolean;
  isWrong: boolean;
  isReadOnly: boolean;
};
export type CellActions = {
  /** True once a person moved the cursor of this grid. */
  wasMoved: { readonly current: boolean };
  onType: (text: string) => void;
  onBlur: (event: FocusEvent) => void;
};

/**
 * One cell. The active cell holds a real text box that is invisible until somebody types, so that an input method
 * can begin to compose in it: typing replaces, F2 edits what is there.
 */
export const GridCell = memo(function GridCell(props: CellProps & CellActions) {
  const { field, values, mark, labels } = props;
  const words = useWords();
  const isAsked = field !== "completedOn" || values.firstCheck === "no" || values.completedOn !== "";
  const classes = [
    `at-${field}`,
    mark === "plain" ? "" : mark,
    props.typing === null ? "" : "is-typing",
    props.isUnsaved ? "unsaved" : "",
    props.isWrong ? "wrong-cell" : "",
    isAsked ? "" : "off",
    field === "completedOn" && values.firstCheck === "no" && values.completedOn === "" ? "open" : "",
  ];
  return (
    <td
      className={classes.filter((each) => each !== "").join(" ")}
      data-column={props.column}
      data-label={words.roles.column[field]}
    >
      <CellText labels={labels} field={field} values={values} isAsked={isAsked} />
      {mark === "active" && <CellBox {...props} />}
    </td>
  );
});

function CellText(props: { labels: Labels; field: TypedField; values: RawRow; isAsked: boolean }) {
  const words = useWords();
  const { field, values, labels } = props;
  const value = values[field];
  const party = rowParties.find((each) => each === value);
  if (!props.isAsked) return <span className="sr">{words.roles.notAsked}</span>;
  if (field === "completedOn" && values.firstCheck === "no" && value === "")
    return <b className="late">{words.roles.notFilled}</b>;
  if (value === "") return <span className="sr">{words.forms.notGiven}</span>;
  const isParty = field === "party" || field === "emergencyParty" || field === "endParty";
  if (isParty && party) return <PartyBadge party={party} label={cellWord(words, labels, field, value)} />;
  return <span className="cell-text">{cellWord(words, labels, field, value)}</span>;
}

function CellBox(props: CellProps & CellActions) {
  const words = useWords();
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { field, typing, labels, values } = props;
  const { wasMoved } = props;
  // why in the layout phase: the next key must find the box of the cell the last one led to.
  useLayoutEffect(() => {
    // a page that was just opened keeps its focus; only a person's move brings it here.
    if (!wasMoved.current) return;
    box.current?.focus({ preventScroll: true });
    box.current?.closest("td")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [wasMoved]);
  const shown = cellWord(words, labels, field, values[field]) || words.forms.notGiven;
  const shared = {
    ref: box,
    className: typing === null ? "cell-box idle" : "cell-box",
    value: typing ?? "",
    "aria-label": words.roleGrid.cell(props.rowLabel, words.roles.column[field], shown),
    readOnly: props.isReadOnly,
    "aria-invalid": props.isWrong || undefined,
    onChange: (event: { target: { value: string } }) => props.onType(event.target.value),
    onBlur: props.onBlur,
    autoComplete: "off",
    spellCheck: false,
  };
  const isChoice = choiceFields.some((each) => each === field);
  const isDay = field === "completedOn" || field === "firstCheckOn";
  if (isChoice) return <input {...shared} type="text" list={`choices-${field}`} />;
  return isDay ? <input {...shared} type="text" /> : <textarea {...shared} rows={1} />;
}

/** The cell under a pointer, or null: which row and column was meant. */
export function placeUnder(event: MouseEvent): { row: number; column: number } | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("td[data-column]") : null;
  const row = cell?.closest<HTMLElement>("tr[data-row]");
  if (!cell || !row) return null;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column) };
}
