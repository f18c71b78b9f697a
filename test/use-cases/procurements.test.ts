import { beforeAll, describe, expect, it } from "vitest";
import { procurementOfContract } from "#db/queries/procurements.server";
import { registerContract } from "~/use-cases/contract-terms.server";
import { compareCandidates, setWeights } from "~/use-cases/procurement-comparison.server";
import {
  addCandidates,
  chooseCandidate,
  dropCandidate,
  findCandidates,
  listProcurements,
  showProcurement,
} from "~/use-cases/procurements.server";
import { publishBothForms, publishedCrosswalk, receiveInvented } from "../support/form-editions";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { caseWith, chosenCase, otherProduct } from "../support/procurements";
import { contractWithSystem, rawContract, receiveDisclosure, register } from "../support/records";

let house: TestHospital;
let inUse = "";
const versions: string[] = [];
beforeAll(async () => {
  house = await testHospital();
  const { ports, editor } = house;
  inUse = (await contractWithSystem(ports, editor)).productVersionId;
  for (const name of ["甲カルテ", "乙カルテ", "丙カルテ"])
    versions.push(await otherProduct(ports, editor, name));
  await publishBothForms(ports, editor);
});
const shown = async (procurementId: string) =>
  expectDone(await showProcurement(house.ports, house.viewer, { procurementId }));
const compared = async (procurementId: string, form: string | null = null) =>
  expectDone(await compareCandidates(house.ports, house.viewer, { procurementId, form }));

describe("a procurement case", () => {
  it("offers products that no system uses first, and none that stands already", async () => {
    const { ports, editor, viewer } = house;
    const procurementId = await caseWith(ports, editor, versions.slice(0, 1));
    const found = expectDone(await findCandidates(ports, viewer, { procurementId, search: "カルテ" }));
    expect(found.map((each) => each.id)).not.toContain(versions[0]);
    expect(found.at(-1)).toMatchObject({ id: inUse, isInUse: 1 });
    expect(found.slice(0, -1).every((each) => each.isInUse === 0)).toBe(true);
  });

  it("holds ten candidates at most; a dropped one keeps its reason and can stand again", async () => {
    const { ports, editor } = house;
    const procurementId = await caseWith(ports, editor, versions.slice(0, 2));
    const more: string[] = [];
    for (let n = 0; n < 9; n += 1) more.push(await otherProduct(ports, editor, `候補${n}`));
    const add = (productVersionIds: string[]) =>
      addCandidates(ports, editor, { procurementId, productVersionIds });
    expect(codesOf(await add(more))).toEqual(["procurement-candidates-many"]);
    expect((await shown(procurementId)).candidates).toHaveLength(2);
    const [first] = (await shown(procurementId)).candidates;
    const drop = { procurementId, candidateId: first?.id ?? "", version: first?.version ?? 0 };
    expect(codesOf(await dropCandidate(ports, editor, { ...drop, reason: " " }))).toEqual(["field-required"]);
    expectDone(await dropCandidate(ports, editor, { ...drop, reason: "価格" }));
    expect(codesOf(await dropCandidate(ports, editor, { ...drop, reason: "価格" }))).toEqual([
      "changed-meanwhile",
    ]);
    expectDone(await add(more));
    expect(codesOf(await add([versions[0] ?? ""]))).toEqual(["procurement-candidates-many"]);
    const dropped = (await shown(procurementId)).candidates[0];
    expect(dropped).toMatchObject({ droppedReason: "価格" });
    expect(codesOf(await add(["01a00000-0000-7000-8000-000000000000"]))).toEqual(["field-unknown-reference"]);
  });

  it("lays candidates on the version most of them reach, over a published crosswalk only", async () => {
    const { ports, editor } = house;
    const [a = "", b = "", c = ""] = versions;
    const procurementId = await caseWith(ports, editor, [a, b, c]);
    expect((await compared(procurementId)).compared).toBeNull();
    await receiveInvented(ports, editor, a, "5.0", { "5.3": "no" });
    await receiveInvented(ports, editor, b, "4.1", { "4.2": "no" });
    const cellsOf = async () => {
      const { compared: found } = await compared(procurementId, "test-mds@5.0");
      return found?.rows.map(({ no, cells }) =>
        [no, ...cells.map((each) => (each.kind === "none" ? each.why : each.answer.answer))].join(" "),
      );
    };
    expect((await cellsOf())?.every((each) => each.endsWith("no-crosswalk no-disclosure"))).toBe(true);
    const crosswalk = await publishedCrosswalk(ports, editor);
    const { forms, compared: found } = await compared(procurementId);
    expect(forms.map((each) => each.ref)).toEqual(["test-mds@5.0", "test-mds@4.1"]);
    expect(found?.crosswalks).toEqual([crosswalk]);
    const cells = await cellsOf();
    expect(cells).toContain("4.2 yes no no-disclosure");
    expect(cells).toContain("5.1.1 yes split no-disclosure");
    expect(cells).toContain("8.1 yes not-asked no-disclosure");
  });

  it("weights count, are shown, and belong to one form; a choice freezes reason and figures", async () => {
    const { ports, editor } = house;
    const [a = "", b = ""] = versions;
    const procurementId = await caseWith(ports, editor, [a, b]);
    const form = "test-mds@5.0";
    const { procurement } = await shown(procurementId);
    const weights = { procurementId, version: procurement.version, form };
    expect(codesOf(await setWeights(ports, editor, { ...weights, raw: { "item:7": "huge" } }))).toEqual([
      "field-not-an-option",
    ]);
    expectDone(await setWeights(ports, editor, { ...weights, raw: { "item:7": "must" } }));
    expect(codesOf(await setWeights(ports, editor, { ...weights, raw: {} }))).toEqual(["changed-meanwhile"]);
    const { compared: found } = await compared(procurementId, form);
    const row = found?.rows.find((each) => each.key === "item:7");
    expect(row?.weight).toBe("must");
    expect(found?.totals[0]?.mustOpen).toEqual([row?.no]);
    const { candidates } = await shown(procurementId);
    const choice = { procurementId, candidateId: candidates[0]?.id ?? "", form };
    const choose = (supersedes: string | null, reason: string) =>
      chooseCandidate(ports, editor, { ...choice, supersedes, reason });
    expect(codesOf(await choose(null, ""))).toEqual(["field-required"]);
    const { choiceId } = expectDone(await choose(null, "時刻の記録は別の装置で補う"));
    expect(codesOf(await choose(null, "もう一度"))).toEqual(["changed-meanwhile"]);
    expectDone(await choose(choiceId, "見直した"));
    const { choices } = await shown(procurementId);
    expect(choices.map((each) => each.reason)).toEqual(["見直した", "時刻の記録は別の装置で補う"]);
    expect(choices[0]?.basis.candidates[0]).toMatchObject({ mustOpen: [row?.no], counts: { no: 1 } });
    const listed = (await listProcurements(ports, house.viewer)).find((each) => each.id === procurementId);
    expect(listed).toMatchObject({ candidates: 2, chosen: "甲カルテ 1.0" });
  });

  it("asks as many questions of the database with ten candidates as with two", async () => {
    const { ports, editor } = house;
    const ten: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      ten.push(await otherProduct(ports, editor, `並べる候補${n}`));
      await receiveDisclosure(ports, editor, ten[n] ?? "");
    }
    const count = async (of: readonly string[]) => {
      const procurementId = await caseWith(ports, editor, of);
      await compared(procurementId);
      const before = ports.queries.count;
      const { compared: found } = await compared(procurementId);
      expect(found?.totals).toHaveLength(of.length);
      const after = ports.queries.count;
      await shown(procurementId);
      return [after - before, ports.queries.count - after];
    };
    const two = await count(ten.slice(0, 2));
    expect(await count(ten)).toEqual(two);
    expect(two[0]).toBeLessThan(8);
  });
});

it("a contract registered from a choice and its case lead to each other; a choice of another hospital is none", async () => {
  const { ports, editor, stranger } = house;
  const procurementId = await chosenCase(ports, editor, versions[0] ?? "");
  const { choices, candidates } = await shown(procurementId);
  const choiceId = choices[0]?.id ?? "";
  const raw = { ...rawContract(candidates[0]?.vendorId ?? "", "K-CASE") };
  const { id } = expectDone(await registerContract(ports, editor, { raw, choiceId }));
  expect((await shown(procurementId)).contracts).toMatchObject([{ id, number: "K-CASE", choiceId }]);
  expect(await procurementOfContract(ports.db, editor, id)).toMatchObject({ id: procurementId });
  expect(await procurementOfContract(ports.db, stranger, id)).toBeNull();
  const foreign = { raw: { ...raw, number: "K-CASE-2" }, choiceId: ports.newId() };
  expect(codesOf(await registerContract(ports, editor, foreign))).toEqual(["field-unknown-reference"]);
  const theirs = {
    raw: rawContract(await register(ports, stranger, "vendor", { name: "他院の事業者" }), "K-1"),
    choiceId,
  };
  expect(codesOf(await registerContract(ports, stranger, theirs))).toEqual(["field-unknown-reference"]);
});
