import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compareInSeries } from "~/use-cases/compare-disclosures.server";
import { decide } from "~/use-cases/decide.server";
import { rawDecision } from "../support/decisions";
import {
  NEW_FORM,
  OLD_FORM,
  publishBothForms,
  publishedCrosswalk,
  publishedMapping,
  receiveInvented,
} from "../support/form-editions";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, receiveDisclosure, type TestContract } from "../support/records";

/** why: UPDATE_GOLDEN writes what came out; a person looks at the difference before committing it. */
function expectGolden(name: string, value: unknown): void {
  const file = path.join(import.meta.dirname, "comparison", `${name}.json`);
  if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
    if (process.env.CI) throw new Error(`golden file is missing: ${name}`);
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  }
  expect(value).toEqual(JSON.parse(readFileSync(file, "utf8")));
}

let house: TestHospital;
let contract: TestContract;
let [olderId, newerId] = ["", ""];
beforeAll(async () => {
  house = await testHospital();
  const { ports, editor } = house;
  contract = await contractWithSystem(ports, editor);
  await publishBothForms(ports, editor);
  const { productVersionId } = contract;
  olderId = await receiveInvented(ports, editor, productVersionId, "4.1", { "5.2": "no", "4.2": "no" });
  newerId = await receiveInvented(ports, editor, productVersionId, "5.0", { "5.3": "no" });
});

const compared = async (disclosureId: string, withId: string | null = null) => {
  const { ports, viewer } = house;
  const asked = { disclosureId, withId, guideline: FORM_6_0 };
  const { pair } = expectDone(await compareInSeries(ports, viewer, asked));
  if (!pair) throw new Error("nothing to compare with");
  return pair;
};
const lines = (rows: Awaited<ReturnType<typeof compared>>["comparison"]["rows"]) =>
  rows.map(({ older, newer, change, obstacle, isReworded }) =>
    [
      older.map(({ no, answer, cell }) => `${no} ${answer} ${cell}`).join("・") || "—",
      "→",
      newer.map(({ no, answer, cell }) => `${no} ${answer} ${cell}`).join("・") || "—",
      [change, obstacle, isReworded ? "reworded" : null].filter(Boolean).join(" "),
    ].join(" "),
  );

describe("two disclosures of one series on two versions of their form", () => {
  it("before a crosswalk is published nothing is compared, and nothing is lost", async () => {
    const { comparison } = await compared(newerId);
    expect(comparison.crosswalk).toBeNull();
    expectGolden("without-crosswalk", { rows: lines(comparison.rows), counts: comparison.counts });
  });

  it("over the published crosswalk: line by line, with what cannot be compared", async () => {
    const { ports, editor } = house;
    const crosswalk = await publishedCrosswalk(ports, editor);
    const { comparison, older, newer } = await compared(newerId);
    expect([older.id, newer.id]).toEqual([olderId, newerId]);
    expect(comparison.crosswalk).toBe(crosswalk);
    expectGolden("across-versions", { rows: lines(comparison.rows), counts: comparison.counts });
    const turned = await compared(olderId, newerId);
    expect(lines(turned.comparison.rows)).toEqual(lines(comparison.rows));
  });

  it("says what the newer one does to verdicts and to the decision taken on the older one", async () => {
    const { ports, editor } = house;
    await publishedMapping(ports, editor, { from: NEW_FORM, to: FORM_6_0 });
    await publishedMapping(ports, editor, { from: OLD_FORM, to: FORM_6_0 });
    const requirement = "GL6.0-SO-14-5";
    const gap = { disclosureId: olderId, guideline: FORM_6_0, requirement, supersedes: null };
    expectDone(await decide(ports, editor, { ...gap, raw: rawDecision() }));
    const { verdicts, decisions } = await compared(newerId);
    expect(verdicts.find((each) => each.requirement === requirement)).toMatchObject({
      before: "unmet",
      after: "met",
      isWorse: false,
    });
    expect(decisions.map((each) => [each.decision.requirement, each.kind])).toEqual([
      [requirement, "gap-gone"],
    ]);
  });

  it("another series is not compared, and a first disclosure has nothing beside it", async () => {
    const { ports, editor, viewer } = house;
    const otherForm = await receiveDisclosure(ports, editor, contract.productVersionId);
    const asked = { disclosureId: otherForm, withId: newerId, guideline: null };
    expect(codesOf(await compareInSeries(ports, viewer, asked))).toEqual(["not-found"]);
    expect(codesOf(await compareInSeries(ports, viewer, { ...asked, withId: otherForm }))).toEqual([
      "not-found",
    ]);
    expect(expectDone(await compareInSeries(ports, viewer, { ...asked, withId: null })).pair).toBeNull();
  });
});
