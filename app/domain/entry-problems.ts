/** Problems of records that hold from a day on, and of looking back; the other codes stand in `problem.ts`. */
export const entryProblemClasses = {
  "entry-before-first": "invalid",
  "entry-after-end": "invalid",
  "entry-later-stands": "conflict",
  "entry-not-ended": "conflict",
  "past-view": "conflict",
} as const;
