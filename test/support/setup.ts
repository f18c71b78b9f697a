import { format } from "node:util";
import { afterEach } from "vitest";
import { captureConsoleError, takeConsoleErrors } from "./console-errors";

// An error that is printed and then forgotten is a bug that no assertion sees.
console.error = (...parts: unknown[]) => captureConsoleError(format(...parts));

afterEach(() => {
  const lines = takeConsoleErrors();
  if (lines.length > 0) throw new Error(`unexpected console.error:\n${lines.join("\n")}`);
});
