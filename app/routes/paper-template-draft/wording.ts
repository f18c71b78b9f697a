import type { Problem } from "~/domain/problem";

/** What every field of the wording needs to know. */
export type Wording = {
  /** What was typed before the page came back with problems, else what is saved. */
  valueOf: (place: string, saved: string) => string;
  problems: readonly Problem[] | undefined;
  mayEdit: boolean;
};
