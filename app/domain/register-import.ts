/** 一括取込: drafted (columns and dry run), being written, written, taken back as a whole. */
export const importStates = ["draft", "running", "done", "stopped", "taken-back"] as const;
export type ImportState = (typeof importStates)[number];

/** What became of one row of the clerk's table. */
export const rowOutcomes = ["pending", "created", "known", "left-out", "failed"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
