/**
 * What a process writes of a database's imports. It lives beside the database, because pages and the server are
 * bundled apart and have to see the same. A batch that is "running" but not here was interrupted. One batch is
 * written at a time: two would make each other's plans old, and none would be done sooner.
 */
export type ImportRuns = {
  /** By batch; each ends without an error. */
  batches: Map<string, Promise<void>>;
  last: Promise<void>;
  /** The database is about to be closed. */
  isHalted: boolean;
};

export function noImportRuns(): ImportRuns {
  return { batches: new Map(), last: Promise.resolve(), isHalted: false };
}
