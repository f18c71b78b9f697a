import type { Problem } from "~/domain/problem";

/** What came back from a refused post, so that nothing typed is lost. */
export type Failed = { problems: Problem[]; typed: Readonly<Record<string, string | string[]>> } | undefined;

/** The text of one field as it was posted with this intent, else the one that stands. */
export function typedOr(failed: Failed, intents: readonly string[], name: string, standing: string): string {
  const intent = failed?.typed.intent;
  const value = failed?.typed[name];
  return typeof intent === "string" && intents.includes(intent) && typeof value === "string"
    ? value
    : standing;
}

/** Problems of the form that was posted; the other forms of the page have none. */
export function problemsOf(failed: Failed, intents: readonly string[]): Problem[] | undefined {
  const intent = failed?.typed.intent;
  return typeof intent === "string" && intents.includes(intent) ? failed?.problems : undefined;
}
