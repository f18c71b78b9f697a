import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "../../db/audit-chain";
import { type DemoWeb, startDemoWeb } from "../support/demo-web";
import { type Thrown, throwAtEveryAction } from "../support/throw-at-actions";
import { readersOf, type Walked, walkEveryAddress } from "../support/walk";

// Wrong bodies at every action of the program, from the routes as they were built. `BUNTAN_SEED=…` repeats a run.

const whole = { any: 20, forms: 20, spoilt: 20, shown: 40, words: 40, others: 9, byOthers: 12 };
/** `BUNTAN_SHARE=0.1` throws a tenth of it. */
const share = Number(process.env.BUNTAN_SHARE ?? 1);
const part = (count: number) => Math.ceil(count * share);
const amount = {
  any: part(whole.any),
  forms: part(whole.forms),
  spoilt: part(whole.spoilt),
  shown: part(whole.shown),
  words: part(whole.words),
  others: part(whole.others),
  byOthers: part(whole.byOthers),
};
const seed = Number(process.env.BUNTAN_SEED ?? Date.now() % 1e9);

let demo: DemoWeb;
let walked: Walked;
beforeAll(async () => {
  demo = await startDemoWeb();
  walked = await walkEveryAddress(demo, await readersOf(demo), 3);
}, 600_000);
afterAll(() => demo?.web.stop());

describe("every action", () => {
  let thrown: Thrown;
  beforeAll(async () => {
    thrown = await throwAtEveryAction(demo, walked, { seed, ...amount });
    process.stdout.write(
      `threw ${thrown.requests} bodies at ${walked.routes.filter((each) => each.hasAction).length} actions (seed ${seed}): ${JSON.stringify(thrown.byStatus)}\n`,
    );
  }, 3_600_000);

  it("answers a wrong body with 4xx or its own page, never 5xx, and stores nothing of what it refused", () => {
    expect(thrown.faults).toEqual([]);
    expect(thrown.requests).toBeGreaterThan(1000);
  });

  it("left a whole database: no dangling reference, no broken page, one whole chain", async () => {
    const { $client } = demo.ports.db;
    expect((await $client.execute("PRAGMA foreign_key_check")).rows).toEqual([]);
    expect(Object.values((await $client.execute("PRAGMA integrity_check")).rows[0] ?? {})).toEqual(["ok"]);
    expect(await verifyChain($client)).toMatchObject({ isWhole: true });
  });
});
