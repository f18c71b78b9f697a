import { expect, test } from "vitest";
import { killAnywhere } from "./kill-anywhere.mjs";

// The short form of `npm run drill -- kill-anywhere`.
test("a process killed in the middle of anything, migrations too, leaves a whole database and a whole chain", async () => {
  const { demo, migration } = await killAnywhere({ demos: 2, migrations: 3, demoMs: 6_000 });
  expect(demo.kills + demo.finished).toBe(2);
  expect(demo.entries).toBeGreaterThan(0);
  expect(migration.kills + migration.finished).toBe(3);
  expect(migration.entries).toBeGreaterThan(3 * 20_000);
}, 180_000);
