import { expect, test } from "vitest";
import { killWhileReceiving } from "./kill-while-receiving.mjs";

// The short form of `npm run drill -- kill-while-receiving`.
test("a process killed while receiving leaves whole disclosures only", async () => {
  const { kills, disclosures } = await killWhileReceiving(4);
  expect(kills).toBe(4);
  expect(disclosures).toBeGreaterThan(0);
}, 120_000);
