import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "./words";

export type Crumb = { to?: string; label: string };

/** Breadcrumbs above the heading; the last one is the page itself and has no link. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const words = useWords();
  return (
    <nav className="crumb" aria-label={words.shell.here}>
      {crumbs.map((crumb, at) => (
        <span key={crumb.label}>
          {at > 0 && <span aria-hidden="true">› </span>}
          {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
        </span>
      ))}
    </nav>
  );
}

/**
 * Head of every page: what this is, one line of state, and the actions — at most one of them primary.
 * @param props.note small text beside the heading (a count, a state)
 */
export function PageHead(props: {
  title: string;
  note?: ReactNode;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  children?: ReactNode;
}) {
  return (
    <>
      {props.crumbs && <Crumbs crumbs={props.crumbs} />}
      <div className="head">
        <div>
          <h1>
            {props.title} {props.note && <small>{props.note}</small>}
          </h1>
          {props.lead && <p>{props.lead}</p>}
        </div>
        {props.children && <div className="actions">{props.children}</div>}
      </div>
    </>
  );
}
