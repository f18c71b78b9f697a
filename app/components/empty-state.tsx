import { Link } from "@remix-run/react";

/**
 * An empty list: one sentence what it is for, one button. `action` is left out for whoever may not add;
 * `isPrimary` where the page has no other main action.
 */
export function EmptyState(props: {
  sentence: string;
  action?: { to: string; label: string } | undefined;
  isPrimary?: boolean;
}) {
  return (
    <div className="panel empty">
      <p>{props.sentence}</p>
      {props.action && (
        <Link className={props.isPrimary ? "button primary" : "button"} to={props.action.to}>
          {props.action.label}
        </Link>
      )}
    </div>
  );
}
