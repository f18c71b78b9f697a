const captured: string[] = [];

/** Keeps one line that was printed as an error; called by setup.ts only. */
export function captureConsoleError(line: string): void {
  captured.push(line);
}

/**
 * The errors printed since the last call, which are thereby accounted for. A test that expects the
 * program to print an error calls this and looks at the lines; errors nobody took fail the test.
 */
export function takeConsoleErrors(): string[] {
  return captured.splice(0);
}
