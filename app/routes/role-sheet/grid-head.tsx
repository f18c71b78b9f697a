import { HelpTip } from "~/components/help-tip";
import { useWords } from "~/components/words";
import type { SheetPage } from "./page.server";
import type { Saving, SavingState } from "./saving";

/** Above the grid: how many rows, whether everything is recorded, undo, and what the keys do. */
export function GridHead(props: { page: SheetPage; saving: Saving; state: SavingState; isLive: boolean }) {
  const { roles, roleGrid } = useWords();
  const { page, saving, state, isLive } = props;
  return (
    <h2 className="grid-head">
      <span>
        {roleGrid.title} <small>{roles.rowsOf(page.counts.rows)}</small>
      </span>
      {isLive && (
        <span className="grid-tools">
          <SavingWord state={state} retry={saving.retry} />
          <button type="button" className="button small" disabled={!state.canUndo} onClick={saving.undo}>
            {roleGrid.undo}
          </button>
          <button type="button" className="button small" disabled={!state.canRedo} onClick={saving.redo}>
            {roleGrid.redo}
          </button>
          <HelpTip>
            <span className="grid-keys">
              {roleGrid.keys.map(([key, what]) => (
                <span key={key}>
                  <kbd>{key}</kbd> {what}
                </span>
              ))}
            </span>
          </HelpTip>
        </span>
      )}
    </h2>
  );
}

function SavingWord({ state, retry }: { state: SavingState; retry: () => void }) {
  const { roleGrid } = useWords();
  return (
    <span className="quiet" role="status">
      {roleGrid.status[state.status]}
      {state.status === "failed" && (
        <button type="button" className="button small" onClick={retry}>
          {roleGrid.retry}
        </button>
      )}
    </span>
  );
}
