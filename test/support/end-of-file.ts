const closings: (() => void)[] = [];

/**
 * Called when the test file that runs now has ended. why not afterAll where a thing is opened: files that share what
 * they load run that line once, and only the first of them would ever close anything.
 */
export function atEndOfFile(close: () => void): void {
  closings.push(close);
}

/** Closes what the file opened, last first; called by setup.ts only. */
export function endFile(): void {
  for (const close of closings.splice(0).reverse()) close();
}
