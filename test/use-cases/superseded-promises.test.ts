import { beforeEach, describe, expect, it } from "vitest";
import { promisesOfRequest } from "#db/queries/decision-records.server";
import { decide } from "~/use-cases/decide.server";
import { askForPromises } from "~/use-cases/promises.server";
import { showRequest } from "~/use-cases/requests.server";
import { gapOn, rawDecision } from "../support/decisions";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import {
  contractWithSystem,
  FORM_6_0,
  receiveDisclosure,
  register,
  type TestContract,
} from "../support/records";
import { rawContact } from "../support/requests";

const no = { answer: "no", remark: "次の版で対応" } as const;
type World = TestHospital & TestContract & { disclosureId: string; contactId: string };
let world: World;

beforeEach(async () => {
  const hospital = await testHospital();
  const contract = await contractWithSystem(hospital.ports, hospital.editor);
  const { ports, editor } = hospital;
  const contactId = await register(ports, editor, "vendorContact", rawContact(contract.vendorId));
  const answers = { "14-3": no, "11-4": no };
  const disclosureId = await receiveDisclosure(ports, editor, contract.productVersionId, { answers });
  world = { ...hospital, ...contract, contactId, disclosureId };
});

async function take(no: string, change: Parameters<typeof rawDecision>[0] = {}): Promise<string> {
  const { ports, editor, disclosureId } = world;
  const { requirement } = await gapOn(ports, editor, disclosureId, no);
  const raw = rawDecision(change);
  const input = { disclosureId, guideline: FORM_6_0, requirement: requirement.key, supersedes: null, raw };
  return expectDone(await decide(ports, editor, input)).decisionId;
}

describe("a promise that another decision took the place of", () => {
  const again = async (decisionId: string, at: string) => {
    const { ports, editor, disclosureId } = world;
    const { requirement } = await gapOn(ports, editor, disclosureId, at);
    const raw = rawDecision({ kind: "hospital-control", measure: "" });
    const input = { disclosureId, guideline: FORM_6_0, requirement: requirement.key, supersedes: decisionId };
    return expectDone(await decide(ports, editor, { ...input, raw })).decisionId;
  };
  const stateOf = async (requestId: string) =>
    expectDone(await showRequest(world.ports, world.editor, { requestId })).request.state;

  it("is no longer asked of the vendor; a request with other promises goes on until the last is gone", async () => {
    const { ports, editor, contactId } = world;
    const [first, second] = [await take("14-3"), await take("11-4")];
    const asked = { contactId, title: "約束の確認", message: "", dueOn: "2026-12-11" };
    const both = await askForPromises(ports, editor, { ...asked, decisionIds: [first, second] });
    const { requestId } = expectDone(both);
    await again(first, "14-3");
    expect(await stateOf(requestId)).toBe("waiting");
    expect((await promisesOfRequest(ports.db, editor, requestId)).map((each) => each.decisionId)).toEqual([
      second,
    ]);
    await again(second, "11-4");
    expect(await stateOf(requestId)).toBe("revoked");
    const { events } = expectDone(await showRequest(ports, editor, { requestId }));
    expect(events.at(-1)).toMatchObject({ kind: "revoked", channel: "program" });
  });
});
