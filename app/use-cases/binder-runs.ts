import type { Problem } from "~/domain/problem";

/** How far a binder is: the records are gathered, its pages are drawn, it is kept; or why it was not made. */
export type BinderProgress =
  | { step: "gathering" }
  | { step: "printing"; drawn: number; total: number }
  | { step: "done"; binderId: string }
  | { step: "failed"; problems: Problem[] };

/**
 * The binder being made for each hospital of a database, the last one until the next begins. It lives beside the
 * database, because pages and the server are bundled apart and have to see the same. A process that ends forgets it:
 * nothing was written then, and the button makes another one.
 */
export type BinderRuns = Map<string, { progress: BinderProgress; ended: Promise<void> }>;
