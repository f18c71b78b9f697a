import { beforeEach, expect, it } from "vitest";
import { showCoverage } from "~/use-cases/coverage.server";
import { showInCharge } from "~/use-cases/in-charge.server";
import {
  addJoint,
  changeJoint,
  correctJoint,
  endJoint,
  reopenJoint,
  showJoint,
} from "~/use-cases/joints.server";
import { renameVendor, showVendorNames } from "~/use-cases/party-names.server";
import { rawNameChange } from "../support/contract-records";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, rawSystem, register, type TestContract } from "../support/records";

let world: TestHospital & TestContract;
let raw: Record<string, string>;
beforeEach(async () => {
  const hospital = await testHospital();
  const made = await contractWithSystem(hospital.ports, hospital.editor);
  world = { ...hospital, ...made };
  const { ports, editor } = hospital;
  const other = { ...rawSystem(made.productVersionId), name: "検体検査" };
  const secondSystemId = await register(ports, editor, "system", other);
  raw = {
    firstSystemId: made.systemId,
    secondSystemId,
    what: "検査の依頼",
    party: "undecided",
    thirdPartyName: "",
    emergencyParty: "undecided",
    note: "",
  };
  ports.clock.set("2026-12-20T01:00:00.000Z");
});

const joints = async (day = "", knownOn = "") => {
  const { ports, editor } = world;
  const asked = { day, knownOn };
  const page = expectDone(await showCoverage(ports, editor, { ...asked, situation: "" }));
  const list = { search: "", rowKey: "", vendorId: "", party: "", page: 1, pageSize: 50 };
  const { outside } = expectDone(await showInCharge(ports, editor, { ...asked, ...list }));
  const said = (each: (typeof page.joints)[number]) => `${each.what} ${each.party}`;
  expect(outside.joints.map(said)).toEqual(page.joints.map(said));
  return page.joints.map(said);
};

it("a joint has a past: a change from its day, an end from its own, a correction at once, each known since it was said", async () => {
  const { ports, editor } = world;
  const { id: jointId } = expectDone(await addJoint(ports, editor, { raw }));
  ports.clock.set("2026-12-21T01:00:00.000Z");
  const settled = { ...raw, party: "first-vendor", effectiveFrom: "2027-01-01" };
  expectDone(await changeJoint(ports, editor, { jointId, version: 1, raw: settled }));
  expect(await joints("1990-01-01")).toEqual(["検査の依頼 undecided"]);
  expect(await joints("2026-12-31")).toEqual(["検査の依頼 undecided"]);
  expect(await joints("2027-01-01")).toEqual(["検査の依頼 first-vendor"]);
  expect(await joints("2027-01-01", "2026-12-20")).toEqual(["検査の依頼 undecided"]);
  expect(await joints("2027-01-01", "2026-12-19")).toEqual([]);

  ports.clock.set("2026-12-22T01:00:00.000Z");
  const [change] = expectDone(await showJoint(ports, editor, { jointId })).entries;
  const corrected = { ...settled, party: "hospital", reason: "写し間違い" };
  const input = { jointId, version: 2, entryId: change?.entry.id ?? "", raw: corrected };
  expect(
    codesOf(await correctJoint(ports, editor, { ...input, raw: { ...corrected, reason: " " } })),
  ).toEqual(["correction-reason-empty"]);
  expectDone(await correctJoint(ports, editor, input));
  expect(codesOf(await correctJoint(ports, editor, { ...input, version: 3 }))).toEqual([
    "revision-superseded",
  ]);
  expect(await joints("2027-01-01")).toEqual(["検査の依頼 hospital"]);
  expect(await joints("2027-01-01", "2026-12-21")).toEqual(["検査の依頼 first-vendor"]);

  ports.clock.set("2027-01-05T01:00:00.000Z");
  const end = (version: number, effectiveFrom: string) =>
    endJoint(ports, editor, { jointId, version, raw: { effectiveFrom } });
  expect(codesOf(await end(3, "2026-12-25"))).toEqual(["entry-later-stands"]);
  expect(codesOf(await end(2, "2027-01-05"))).toEqual(["changed-meanwhile"]);
  expectDone(await end(3, "2027-01-05"));
  expect(await joints()).toEqual([]);
  expect(await joints("2027-01-04")).toEqual(["検査の依頼 hospital"]);
  const late = { ...settled, effectiveFrom: "2027-01-06" };
  expect(codesOf(await changeJoint(ports, editor, { jointId, version: 4, raw: late }))).toEqual([
    "entry-after-end",
  ]);
  ports.clock.set("2027-01-06T01:00:00.000Z");
  expectDone(await reopenJoint(ports, editor, { jointId, version: 4, raw: { reason: "取り違え" } }));
  expect((await joints())[0]).toMatch(/^検査の依頼/);
  expect(await joints("2027-01-06", "2027-01-05")).toEqual([]);
  expect(codesOf(await reopenJoint(ports, editor, { jointId, version: 5, raw: { reason: "x" } }))).toEqual([
    "entry-not-ended",
  ]);
});

it("a clock set back hides nothing that was recorded", async () => {
  const { ports, editor } = world;
  expectDone(await addJoint(ports, editor, { raw }));
  ports.clock.set("2026-12-18T01:00:00.000Z");
  expect(await joints()).toEqual(["検査の依頼 undecided"]);
  expect(await joints("", "2026-12-18")).toEqual(["検査の依頼 undecided"]);
  expect(await joints("", "2026-12-17")).toEqual([]);
});

it("names what is wrong in the form, all at once, and keeps nothing", async () => {
  const { ports, editor } = world;
  const wrong = { ...raw, secondSystemId: "none", what: " ", party: "third-party", emergencyParty: "?" };
  expect(
    codesOf(await addJoint(ports, editor, { raw: { ...wrong, effectiveFrom: "2026-02-30" } })).sort(),
  ).toEqual([
    "field-not-a-day",
    "field-not-an-option",
    "field-required",
    "field-unknown-reference",
    "third-party-unnamed",
  ]);
  const same = { ...raw, secondSystemId: raw.firstSystemId ?? "" };
  expect(codesOf(await addJoint(ports, editor, { raw: same }))).toEqual(["joint-same-system"]);
  expect(await joints()).toEqual([]);
});

it("the vendors beside a joint have the names of the day that is asked about", async () => {
  const { ports, editor, vendorId } = world;
  expectDone(await addJoint(ports, editor, { raw }));
  const { version } = expectDone(await showVendorNames(ports, editor, { vendorId }));
  const renamed = rawNameChange("新しい社名", "2026-11-01");
  expectDone(await renameVendor(ports, editor, { vendorId, version, raw: renamed }));
  const vendors = async (day: string) => {
    const page = expectDone(await showCoverage(ports, editor, { day, knownOn: "", situation: "" }));
    return page.joints.flatMap((each) => each.first.contracts.map((one) => one.vendor));
  };
  expect(await vendors("2026-11-01")).toEqual(["新しい社名"]);
  expect(await vendors("2026-10-31")).not.toEqual(["新しい社名"]);
});
