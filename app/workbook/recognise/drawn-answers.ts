import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { UnreadReason } from "../../domain/reading.ts";
import { addressOf, doRangesMeet, type FormControl, type Overlay } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { Grid } from "./grid.ts";
import type { RowGroup } from "./row-groups.ts";
import { optionOfWord } from "./words.ts";

/** What lies drawn over the answer cells of one item. */
export type DrawnAnswers = {
  /** Why the item cannot be told from its cells alone; null when everything drawn is understood. */
  reason: UnreadReason | null;
  /** Options whose check box or option button is ticked; null when there is no such control. */
  ticked: { option: AnswerOption; address: string }[] | null;
  /** Everything that was looked at. */
  overlays: Overlay[];
  /** Cells, on the same sheet, that hold the state of the controls too. */
  linked: string[];
};

const nothingDrawn: DrawnAnswers = { reason: null, ticked: null, overlays: [], linked: [] };

/** Finds shapes and form controls over one item's answer cells and reads the controls' stored state. */
export function drawnAnswers(grid: Grid, table: AnswerTable, group: RowGroup): DrawnAnswers {
  const overlays = grid.sheet.overlays.filter((each) => isOver(each, table, group));
  if (overlays.length === 0) return nothingDrawn;
  const controls = overlays.flatMap((each) => (each.kind === "control" ? [each] : []));
  const hasShape = overlays.some((each) => each.kind === "shape");
  const read = controls.map((control) => ({ control, option: optionOfControl(control, table) }));
  const isUnknown = read.some(({ control, option }) => control.isChecked === null || option === null);
  const ticked = read.flatMap(({ control, option }) =>
    control.isChecked && option ? [{ option, address: addressOf(control.row, control.column) }] : [],
  );
  return {
    reason: hasShape ? "shape-over-answer" : isUnknown ? "control-without-state" : null,
    ticked: controls.length > 0 ? ticked : null,
    overlays,
    linked: controls.flatMap(({ link }) =>
      link && (link.sheet ?? grid.sheet.name) === grid.sheet.name ? [link.address] : [],
    ),
  };
}

function isOver(overlay: Overlay, table: AnswerTable, group: RowGroup): boolean {
  const columns = answerColumns(table.answers);
  const area = {
    top: group.top,
    bottom: group.bottom,
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  if (overlay.kind === "shape") return doRangesMeet(overlay, area);
  // why: a control's frame is often larger than its sign; the sign is what a person sees in the row.
  return overlay.row >= area.top && overlay.row <= area.bottom && doRangesMeet(overlay, area);
}

/** The option a control stands for: by the words beside its sign, else by its column; null when they differ. */
function optionOfControl(control: FormControl, table: AnswerTable): AnswerOption | null {
  const named = control.caption === "" ? null : optionOfWord(control.caption);
  const standsOn = table.answers.kind === "options" ? table.answers.options.get(control.column) : undefined;
  if (named && standsOn && named !== standsOn) return null;
  return standsOn ?? (answerColumns(table.answers).includes(control.column) ? named : null);
}
