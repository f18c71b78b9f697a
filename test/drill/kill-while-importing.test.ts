import { expect, test } from "vitest";
import { killWhileImporting } from "./kill-while-importing.mjs";

// The short form of `npm run drill -- kill-while-importing`.
test("a list whose writing is killed goes on at the next start, and every row is made once", async () => {
  const { interrupted, systems } = await killWhileImporting(2, 150);
  expect(systems).toBe(200);
  expect(interrupted).toBeGreaterThan(0);
}, 120_000);
