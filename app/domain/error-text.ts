/**
 * A failure as the log may keep it: its stack, and that of what caused it, without the values of a failed query — they
 * are what somebody typed, and a log is read by more people than a record.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return withoutValues(String(error));
  const own = withoutValues(error.stack ?? error.message);
  return error.cause === undefined ? own : `${own}\ncaused by ${errorText(error.cause)}`;
}

/** Drizzle writes `params: …` after the query; values may have several lines, so all up to the stack is left out. */
function withoutValues(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/, "\nparams: …");
}
