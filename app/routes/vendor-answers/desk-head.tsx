import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { Words } from "~/messages/words";
import { type Desk, useDesk } from "../vendor-desk/desk";

/** Who asks, what, until when, how far it is. */
export function DeskHead() {
  const { head, link, states } = useWords().vendorDesk;
  const language = useLanguage();
  const desk = useDesk();
  const { request, progress } = desk;
  const isLate = desk.daysLeft < 0 && desk.isEditable;
  return (
    <div className="stack">
      <div>
        <h1>{link.from(request.hospital)}</h1>
        <p className="quiet">{whatIsAsked(head, desk)}</p>
        {desk.systems.length > 0 && (
          <p>
            {head.systems}：{desk.systems.join("、")}
          </p>
        )}
      </div>
      <div className="field">
        <p className="desk-progress">
          <b className="num">{head.progress(progress.answered, progress.total)}</b>
          <span>
            {head.due} <b className="num">{formatDay(request.dueOn, language)}</b>{" "}
            {desk.isEditable && (
              <span className={isLate ? "late" : undefined}>（{head.left(desk.daysLeft)}）</span>
            )}
          </span>
        </p>
        <progress
          value={progress.answered}
          max={progress.total}
          aria-label={head.progress(progress.answered, progress.total)}
        />
        {progress.unconfirmed > 0 && <p>{head.unconfirmed(progress.unconfirmed)}</p>}
      </div>
      {desk.returnedWith && (
        <div className="note warn">
          <p>
            <b>{head.returned}</b>
          </p>
          <p className="typed-text">{desk.returnedWith.note}</p>
        </div>
      )}
      {!desk.isEditable && <p className="note">{head.closed(states[request.state])}</p>}
      {request.message !== "" && (
        <details className="panel confirm">
          <summary>{head.message}</summary>
          <p className="confirm-body typed-text">{request.message}</p>
        </details>
      )}
    </div>
  );
}

function whatIsAsked(head: Words["vendorDesk"]["head"], { request, form }: Desk): string {
  const about = [request.product, request.productVersion].filter((each) => each !== null).join(" ");
  if (form.kind === "disclosure") return head.disclosure(about, form.title);
  if (form.kind === "checklist") return head.checklist(form.title);
  if (form.kind === "promise") return head.promise(about);
  return head.roleSheet(
    [request.contractNumber, request.contractTitle].filter((each) => each !== null).join(" "),
  );
}
