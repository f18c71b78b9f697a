import { Link } from "@remix-run/react";
import type { Problem } from "~/domain/problem";
import { problemWords } from "~/messages/labels";
import { useWords } from "./words";

/**
 * Says why a page cannot be shown and how to go on; 403 and 404 have words of their own.
 * @param props.requestId number under which the server wrote the failure down; shown for failures only
 */
export function ErrorPage(props: {
  status: number;
  problems: readonly Problem[];
  requestId: string | null;
  isSignedIn: boolean;
  /** The vendor has no account: its own words, and no way into the hospital's part. */
  isVendor?: boolean;
}) {
  const words = useWords();
  const own =
    props.status === 404 ? words.errors.notFound : props.status === 403 ? words.errors.forbidden : null;
  const lines = props.problems.map((each) => problemWords(words, each));
  const isOwn = own !== null && lines.length <= 1 && !props.isVendor;
  const shown = isOwn ? [own] : lines;
  return (
    <div className="stack error-page">
      <h1>{words.errors.title}</h1>
      {shown.map((line) => (
        <div key={line.what} className="note stop">
          <p>
            <b>{line.what}</b>
          </p>
          <p>{line.next}</p>
        </div>
      ))}
      <p className="quiet num">
        {words.errors.status} {props.status}
        {props.requestId && props.status >= 500 && ` · ${words.errors.requestId} ${props.requestId}`}
      </p>
      {!props.isVendor && (
        <p>
          <Link className="button" to={props.isSignedIn ? "/" : "/sign-in"}>
            {props.isSignedIn ? words.actions.toHome : words.actions.toSignIn}
          </Link>
        </p>
      )}
    </div>
  );
}
