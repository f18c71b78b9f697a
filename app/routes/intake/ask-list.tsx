import { useRef } from "react";
import { useWords } from "~/components/words";
import { useAnswerKeys } from "./answer-keys";
import { Ask } from "./ask";
import type { ReviewPage } from "./review-page.server";

/** 要確認 first: what nobody could read, solved by radios or the keys 1 2 3 0; and the row being corrected. */
export function AskList(props: {
  page: ReviewPage & { canEdit: boolean };
  typed: Readonly<Record<string, string | string[]>>;
  applied: number;
  light: (cell: string) => void;
  shownPage: number;
}) {
  const { asks, edited, canEdit, isByHand } = props.page;
  const { intake, receipt } = useWords();
  const box = useRef<HTMLElement>(null);
  useAnswerKeys(box);
  const isShownAbove = edited !== null && asks.includes(edited);
  const shared = { typed: props.typed, light: props.light, canEdit, isByHand, shownPage: props.shownPage };
  const open = asks.filter((each) => each.answer === "blank").length;
  return (
    <section className="panel" ref={box} aria-labelledby="ask-heading">
      <h2 id="ask-heading">
        {isByHand ? receipt.entry : intake.ask}{" "}
        {isByHand ? (
          <small className="num">{receipt.entered(asks.length - open, asks.length)}</small>
        ) : (
          <span className={asks.length > 0 ? "late" : "quiet"}>{intake.askCount(asks.length)}</span>
        )}
      </h2>
      {props.applied > 0 && (
        <p className="note good" role="status">
          {intake.applied(props.applied)}
        </p>
      )}
      {isByHand && <p className="panel-text">{receipt.entryKeys}</p>}
      {asks.length === 0 && <p className="panel-text quiet">{intake.askNone}</p>}
      {canEdit && asks.length > 0 && <p className="panel-text quiet with-script">{intake.askKeys}</p>}
      {asks.map((row) => (
        <Ask key={`${row.formIndex}-${row.ordinal}`} row={row} {...shared} />
      ))}
      {canEdit && edited && !isShownAbove && (
        <div id="edit">
          <h3 className="panel-text">{intake.editing}</h3>
          <Ask key={`${edited.formIndex}-${edited.ordinal}`} row={edited} isEdit {...shared} />
        </div>
      )}
      {canEdit && (asks.length > 0 || edited) && (
        <p className="panel-text">
          <button type="submit" name="intent" value="apply" className="button">
            {isByHand ? receipt.saveDraft : intake.apply}
          </button>
        </p>
      )}
    </section>
  );
}
