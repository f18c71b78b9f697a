import { useWords } from "~/components/words";
import { useSaver } from "../vendor-desk/desk-saver";
import type { ItemState } from "../vendor-desk/saver";

/** Two windows, two answers: both are shown, a person chooses. Without script, saving again keeps what is typed. */
export function Differing({ state }: { state: ItemState }) {
  const { item, answers } = useWords().vendorDesk;
  const saver = useSaver();
  if (!state.differing) return null;
  const { theirs } = state.differing;
  return (
    <div className="note warn" role="alert">
      <p>
        <b>{item.differs}</b>
      </p>
      <p>{item.differsAnswer(theirs.answer ? answers[theirs.answer] : item.noAnswer)}</p>
      <p className="typed-text">{item.differsRemark(theirs.remark || item.noRemark)}</p>
      <p className="quiet">{item.differsNext}</p>
      <p className="differing-choice">
        <button type="button" className="button small" onClick={() => saver.choose(state.itemKey, "mine")}>
          {item.useMine}
        </button>
        <button type="button" className="button small" onClick={() => saver.choose(state.itemKey, "theirs")}>
          {item.useTheirs}
        </button>
      </p>
    </div>
  );
}
