import { format } from "node:util";
import { afterAll, afterEach } from "vitest";
import { captureConsoleError, takeConsoleErrors } from "./console-errors";
import { endFile } from "./end-of-file";

// An error that is printed and then forgotten is a bug that no assertion sees.
console.error = (...parts: unknown[]) => captureConsoleError(format(...parts));

afterEach(() => {
  const lines = takeConsoleErrors();
  if (lines.length > 0) throw new Error(`unexpected console.error:\n${lines.join("\n")}`);
});

afterAll(endFile);
