import { Link } from "@remix-run/react";

/** An empty list: one sentence what it is for, one button. `action` is left out for whoever may not add. */
export function EmptyState(props: { sentence: string; action?: { to: string; label: string } | undefined }) {
  return (
    <div className="panel empty">
      <p>{props.sentence}</p>
      {props.action && (
        <Link className="button" to={props.action.to}>
          {props.action.label}
        </Link>
      )}
    </div>
  );
}
