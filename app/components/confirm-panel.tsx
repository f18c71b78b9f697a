import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Fact, Facts } from "./facts";
import { useWords } from "./words";

/**
 * Before something freezes or leaves the lists: says in words what will happen, shows what will be frozen,
 * and posts on one button. Hidden fields carry what the action needs (`intent`, `version`, ids).
 */
export function ConfirmPanel(props: {
  title: string;
  what: ReactNode;
  freezes?: readonly Fact[];
  fields: Readonly<Record<string, string | number>>;
  button: string;
  isPrimary?: boolean;
  /** Fragment a link of the page leads to; it stands inside, so that following the link opens the panel. */
  anchor?: string;
  /** Path the form posts to; the page itself when left out. */
  action?: string;
  children?: ReactNode;
}) {
  const words = useWords();
  return (
    <details className="panel confirm">
      <summary>{props.title}</summary>
      <Form method="post" className="confirm-body" {...(props.action ? { action: props.action } : {})}>
        <p className="anchor" {...(props.anchor ? { id: props.anchor } : {})}>
          {props.what}
        </p>
        {props.freezes && <Facts facts={props.freezes} />}
        {props.children}
        {Object.entries(props.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <button type="submit" className={props.isPrimary ? "button primary" : "button"}>
            {props.button || words.actions.confirm}
          </button>
        </p>
      </Form>
    </details>
  );
}
