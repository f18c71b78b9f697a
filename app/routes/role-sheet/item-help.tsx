import { useWords } from "~/components/words";
import type { ItemHelp } from "./page.server";

/** What the item asks, in place; recommended response, risk and guideline open below it without script. */
export function ItemHelpText({ content, help }: { content: string; help: ItemHelp | undefined }) {
  const { roles } = useWords();
  if (content === "" && !help) return null;
  return (
    <details className="item-help">
      <summary>{roles.helpOf}</summary>
      {content !== "" && <p>{content}</p>}
      {help && (
        <dl>
          <dt>{roles.recommended}</dt>
          <dd>{help.recommended ?? roles.notKnown}</dd>
          <dt>{roles.risk}</dt>
          <dd>{help.risk ?? roles.notKnown}</dd>
          {help.guidelineRefs.length > 0 && (
            <>
              <dt>{roles.guidelineRefs}</dt>
              <dd>{help.guidelineRefs.join("、")}</dd>
            </>
          )}
        </dl>
      )}
      {help?.isNumberUnconfirmed && <p className="quiet">＊ {roles.unconfirmedNo}</p>}
    </details>
  );
}
