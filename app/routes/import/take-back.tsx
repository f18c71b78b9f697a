import { Link } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { useWords } from "~/components/words";
import { recordPath } from "~/register-paths";
import type { ImportPageData } from "./route";

/** One button that takes the whole import back; above it, what stays and why. */
export function TakeBack({ takeBack }: { takeBack: NonNullable<ImportPageData["takeBack"]> }) {
  const words = useWords();
  const own = words.imports.takeBack;
  const { count, stays, staysCount } = takeBack;
  return (
    <ConfirmPanel
      title={own.title}
      what={count > 0 ? own.what(count) : own.none}
      fields={{ intent: "take-back" }}
      button={own.button}
    >
      {stays.length > 0 && (
        <div>
          <p>
            <b>{own.staysTitle(staysCount)}</b>
          </p>
          <ul className="import-stays">
            {stays.map((each) => (
              <li key={each.id}>
                <Link to={recordPath(each.noun, each.id)}>
                  {own.stayLine(words.nouns[each.noun].one, each.name)}
                </Link>{" "}
                <span className="quiet">{own.stays[each.reason]}</span>
              </li>
            ))}
          </ul>
          {staysCount > stays.length && <p>{own.more(staysCount - stays.length)}</p>}
        </div>
      )}
    </ConfirmPanel>
  );
}
