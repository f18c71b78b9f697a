import { beforeAll, describe, expect, it } from "vitest";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import { judgedVerdict } from "~/domain/assessment";
import { formOfTerms } from "~/domain/contract-form";
import { termsOf } from "~/domain/contract-terms";
import { showApplicability } from "~/use-cases/applicability.server";
import { assessDisclosure } from "~/use-cases/assess.server";
import { quoteClause } from "~/use-cases/contract-clauses.server";
import { correctContract } from "~/use-cases/contract-terms.server";
import { decide } from "~/use-cases/decide.server";
import { recordHospitalProfile, showHospitalProfile } from "~/use-cases/hospital-profile.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import { showContract } from "~/use-cases/look-back.server";
import { showMaintenanceRoute } from "~/use-cases/maintenance-route.server";
import { liftOverride, overrideVerdict } from "~/use-cases/override-verdict.server";
import { recomputeVerdicts } from "~/use-cases/recompute.server";
import { showRecord } from "~/use-cases/registers.server";
import { listSelectionPoints, showSelectionPoints } from "~/use-cases/selection-points.server";
import { declareServers, showServerList } from "~/use-cases/servers.server";
import { settleServerUpdates } from "~/use-cases/update-bearers.server";
import { askedOf, rawHospitalFacts } from "../support/comparing";
import { gapOn, rawDecision } from "../support/decisions";
import { NEW_FORM, publishBothForms, publishedCrosswalk, receiveInvented } from "../support/form-editions";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import {
  contractWithSystem,
  FORM_6_0,
  receiveDisclosure,
  register,
  type TestContract,
} from "../support/records";

let house: TestHospital & TestContract;
beforeAll(async () => {
  const hospital = await testHospital();
  house = { ...hospital, ...(await contractWithSystem(hospital.ports, hospital.editor)) };
});

describe("the hospital's profile", () => {
  it("begins with the beds given at setup; a change holds from its day, a correction needs a reason", async () => {
    const { ports, admin, viewer, stranger } = house;
    const { held, records } = await showHospitalProfile(ports, viewer);
    expect(held).toMatchObject({ isRecorded: false, staff: "unknown" });
    expect(records).toEqual([]);
    const record = (
      raw: Partial<ReturnType<typeof rawHospitalFacts>>,
      supersedes: string | null,
      reason = "",
    ) => recordHospitalProfile(ports, admin, { supersedes, reason, raw: rawHospitalFacts(raw) });
    expectDone(await record({ beds: "150" }, null));
    const later = expectDone(await record({ beds: "200", effectiveFrom: "2027-04-01" }, null));
    expect((await showHospitalProfile(ports, viewer)).held).toMatchObject({ beds: 150, isRecorded: true });
    expect(codesOf(await record({ beds: "210" }, later.recordId))).toEqual(["correction-reason-empty"]);
    const fixed = { beds: "210", effectiveFrom: "2027-04-01" };
    expectDone(await record(fixed, later.recordId, "数え違い"));
    expect(codesOf(await record(fixed, later.recordId, "もう一度"))).toEqual(["changed-meanwhile"]);
    const shown = await showHospitalProfile(ports, viewer);
    expect(shown.records.map((each) => [each.beds, each.isSuperseded])).toEqual([
      [210, false],
      [200, true],
      [150, false],
    ]);
    expect((await showHospitalProfile(ports, stranger)).records).toEqual([]);
  });
});

describe("what applies", () => {
  it("the class follows the profile; an edition without classes gives none", async () => {
    const { ports, viewer, systemId } = house;
    const old = expectDone(await showApplicability(ports, viewer, { guideline: FORM_6_0 }));
    expect(old.route).toBeNull();
    const system = old.systems.find((each) => each.id === systemId);
    expect(system?.applicability.classes.map((each) => each.name)).toEqual(["Ⅰ"]);
    const current = expectDone(await showApplicability(ports, viewer, { guideline: null }));
    expect(current.guideline.head.replacedBy).toBeNull();
    expect(current.route).toBe("other-volumes-too");
    expect(current.systems[0]?.applicability.classes).toEqual([]);
    expect(codesOf(await showApplicability(ports, viewer, { guideline: "x@1" }))).toEqual([
      "catalogue-unknown",
    ]);
  });

  it("asks the same number of queries with many systems", async () => {
    const { ports, viewer, editor, productVersionId } = house;
    const queries = async () => {
      const before = ports.queries.count;
      expectDone(await showApplicability(ports, viewer, { guideline: FORM_6_0 }));
      return ports.queries.count - before;
    };
    const few = await queries();
    for (let at = 0; at < 5; at += 1)
      await register(ports, editor, "system", {
        name: `系 ${at}`,
        productVersionId,
        category: "other",
        form: "cloud",
        criticality: "low",
      });
    expect(await queries()).toBe(few);
  });
});

describe("the walk of 保守委託機関編", () => {
  const walkOn = async (day: string) =>
    expectDone(await showMaintenanceRoute(house.ports, house.viewer, { day }));
  const declare = async () => {
    const { sha256 } = await showServerList(house.ports, house.editor);
    expectDone(await declareServers(house.ports, house.editor, { sha256, note: "" }));
  };
  const settle = async (serverId: string, bearer: string, clauseKey: string) => {
    const { ports, editor } = house;
    const { version } = expectDone(await showRecord(ports, editor, { noun: "server", id: serverId }));
    const raw = { bearer, clauseKey, typedClause: "", effectiveFrom: "2026-11-24" };
    expectDone(await settleServerUpdates(ports, editor, { serverId, version, raw }));
  };

  const sayAllServers = async () => {
    const { ports, editor, contractId } = house;
    const { contract, held } = expectDone(
      await showContract(ports, editor, { contractId, day: "", knownOn: "" }),
    );
    if (!held) throw new Error("no terms");
    const raw = { ...formOfTerms(termsOf(held.revision)), number: contract.number, note: "" };
    const all = { ...raw, serverScope: "all", reason: "契約書を読み直した" };
    const input = { contractId, version: contract.version, revisionId: held.revision.id, raw: all };
    expectDone(await correctContract(ports, editor, input));
  };

  it("1 of 10 servers uncovered is named; covered, declared and in force it ends at the two volumes", async () => {
    const { ports, editor, contractId, systemId } = house;
    expect((await walkOn("")).walk.list).toEqual(["never-declared", "no-server"]);
    const ids: string[] = [];
    for (let at = 0; at < 10; at += 1)
      ids.push(
        await register(ports, editor, "server", {
          systemId,
          name: `SV-${at}`,
          kind: "virtual",
          securityUpdateBearer: "unclear",
        }),
      );
    const { held } = expectDone(await showContract(ports, editor, { contractId, day: "", knownOn: "" }));
    const raw = {
      kind: "security-update",
      number: "第7条",
      quote: "乙はサーバの更新を行う。",
      documentId: "",
      page: "",
      revisionId: held?.revision.id ?? "",
    };
    const { key } = expectDone(await quoteClause(ports, editor, { contractId, key: null, raw }));
    for (const id of ids.slice(1)) await settle(id, "vendor", key);
    await declare();
    const one = await walkOn("");
    expect(one.walk.result).toBe("other-volumes-too");
    const open = one.walk.servers.filter((each) => each.obstacles.includes("bearer-unclear"));
    expect(open.map((each) => each.server.name)).toEqual(["SV-0"]);
    expect(one.walk.list).toEqual([]);
    await settle(ids[0] ?? "", "vendor", key);
    expect((await walkOn("")).walk.list).toEqual(["declaration-stale"]);
    await declare();
    const silent = (await walkOn("")).walk.servers.flatMap((each) => each.obstacles);
    expect(silent).toEqual(Array(10).fill("servers-unclear"));
    await sayAllServers();
    expect((await walkOn("")).walk).toMatchObject({ result: "entrusted-only", covered: 10, list: [] });
    const applied = expectDone(await showApplicability(ports, editor, { guideline: null }));
    const rows = applied.systems.flatMap((each) => each.applicability.rows);
    expect(rows.some((each) => each.state === "other-volume")).toBe(true);
    expect(
      rows.every((each) => (each.requirement.volume === "保守委託機関編") === (each.state === "applies")),
    ).toBe(true);
    const after = await walkOn("2040-01-01");
    expect(after.walk.servers.every((each) => each.obstacles.includes("contract-not-in-force"))).toBe(true);
    expect(codesOf(await showMaintenanceRoute(ports, editor, { day: "2026-02-30" }))).toEqual([
      "field-not-a-day",
    ]);
  });

  it("another hospital walks its own list only", async () => {
    const shown = expectDone(await showMaintenanceRoute(house.ports, house.stranger, { day: "" }));
    expect(shown.walk.servers).toEqual([]);
  });
});

describe("an override of a verdict", () => {
  it("counts beside the rule's until an answer changes, is taken back, and stays readable", async () => {
    const { ports, editor, productVersionId } = house;
    const answers = { "14-3": { answer: "no", remark: "未対応" } } as const;
    const disclosureId = await receiveDisclosure(ports, editor, productVersionId, {
      answers,
      issuedOn: "2026-01-10",
    });
    const { requirement } = await gapOn(ports, editor, disclosureId, "14-3");
    const asked = askedOf(disclosureId, requirement.key);
    const shown = async (id: string) => {
      const of = { disclosureId: id, guideline: FORM_6_0 };
      const { assessment, overrideHistory } = expectDone(await assessDisclosure(ports, editor, of));
      const found = assessment.findings.find((each) => each.requirement.key === requirement.key);
      if (!found) throw new Error("no finding");
      return { found, counts: assessment.counts, overrideHistory };
    };
    const before = await shown(disclosureId);
    const raw = { verdict: "met", reason: "備考の読み直し" };
    const refused = await overrideVerdict(ports, editor, { ...asked, raw: { ...raw, reason: "" } });
    expect(codesOf(refused)).toEqual(["override-reason-empty"]);
    expect(codesOf(await liftOverride(ports, editor, { ...asked, reason: "理由" }))).toEqual([
      "override-none",
    ]);
    const { overrideId } = expectDone(await overrideVerdict(ports, editor, { ...asked, raw }));
    expect(codesOf(await overrideVerdict(ports, editor, { ...asked, raw }))).toEqual(["changed-meanwhile"]);
    const held = await shown(disclosureId);
    expect(held.found).toMatchObject({ verdict: "unmet", override: { verdict: "met", isLapsed: false } });
    expect(held.counts.unmet).toBe(before.counts.unmet - 1);
    expect(held.counts.met).toBe(before.counts.met + 1);
    const decision = await decide(ports, editor, { ...asked, raw: rawDecision() });
    expect(codesOf(decision)).toEqual(["finding-needs-no-decision"]);

    const newer = await receiveDisclosure(ports, editor, productVersionId, {
      answers: { "14-3": { answer: "no", remark: "来年度の予定" } },
      issuedOn: "2026-02-10",
    });
    const lapsed = await shown(newer);
    expect(lapsed.found.override?.isLapsed).toBe(true);
    expect(judgedVerdict(lapsed.found)).toBe("unmet");
    expect((await shown(disclosureId)).found.override?.isLapsed).toBe(false);

    const lift = { ...asked, supersedes: overrideId, reason: "読み違い" };
    expectDone(await liftOverride(ports, editor, lift));
    const after = await shown(disclosureId);
    expect(after.found).not.toHaveProperty("override");
    expect(after.counts).toEqual(before.counts);
    expect(after.overrideHistory.map((each) => each.verdict)).toEqual(["met", null]);
    expectDone(await overrideVerdict(ports, editor, { ...asked, raw }));
  });
});

describe("確認事項", () => {
  const show = (disclosureId: string, set: string | null) =>
    showSelectionPoints(house.ports, house.viewer, { disclosureId, set });
  const define = async (id: string, of: string, pasted: string) => {
    const names = { id, version: "1", title: id, note: "" };
    const set = { of, pasted, choices: {}, ...names };
    return expectDone(await defineItemSet(house.ports, house.editor, set)).ref;
  };

  it("without a set nothing is said; with one, the others are named with what is recorded", async () => {
    const { ports, viewer, editor, productVersionId, stranger } = house;
    const disclosureId = await receiveDisclosure(ports, editor, productVersionId, {
      answers: {
        "14-3": { answer: "no", remark: "未対応" },
        "14-5": { answer: "not-applicable", remark: "" },
      },
      issuedOn: "2026-03-10",
    });
    expect((await listSelectionPoints(ports, viewer, { page: 1 })).hasSets).toBe(false);
    expect(expectDone(await show(disclosureId, null)).found).toBeNull();
    const fine = await define("fine", "in-house-product@1.0", "14-1 14-5");
    const open = await define("open", "in-house-product@1.0", "14-1 14-3 14-5");
    const list = await listSelectionPoints(ports, viewer, { page: 1 });
    expect(list.rows.map((each) => [each.set.ref, each.isAll, each.counts.others])).toEqual([
      [fine, true, 0],
      [open, false, 1],
    ]);
    expect((await listSelectionPoints(ports, stranger, { page: 1 })).rows).toEqual([]);
    const { requirement } = await gapOn(ports, editor, disclosureId, "14-3");
    const others = async () => expectDone(await show(disclosureId, open)).found?.others ?? [];
    expect(await others()).toMatchObject([{ no: "14-3", records: { risk: false, response: false } }]);
    const raw = rawDecision({ inspectionText: "次の版で備わる" });
    expectDone(await decide(ports, editor, { ...askedOf(disclosureId, requirement.key), raw }));
    expect(await others()).toMatchObject([{ records: { risk: false, response: true, explanation: true } }]);
    expect(codesOf(await show(disclosureId, "none@1"))).toEqual(["not-found"]);
  });

  it("a set of the newer form reads an older disclosure by the crosswalk, and a reworded item is not said", async () => {
    const { ports, editor, viewer, productVersionId } = house;
    await publishBothForms(ports, editor);
    const disclosureId = await receiveInvented(ports, editor, productVersionId, "4.1", {
      "4.2": "yes",
      "4.3": "yes",
      "5.2": "no",
    });
    const newer = await define("newer", NEW_FORM, "4.2 4.3 5.2 5.3");
    expect(expectDone(await show(disclosureId, null)).found).toBeNull();
    await publishedCrosswalk(ports, editor);
    const { found } = expectDone(await show(disclosureId, newer));
    expect(found?.isCarried).toBe(true);
    expect(found?.counts).toEqual({ total: 4, yes: 1, notApplicable: 0, others: 3 });
    expect(
      found?.others.map((each) => [each.no, each.answer, each.answers[0]?.carried?.isToConfirm]),
    ).toEqual([
      ["4.3", "unclear", true], // reworded: はい there is no はい here before it is confirmed
      ["5.2", "no", false],
      ["5.3", null, undefined], // new
    ]);
    const before = ports.queries.count;
    await listSelectionPoints(ports, viewer, { page: 1 });
    const few = ports.queries.count - before;
    await receiveInvented(ports, editor, productVersionId, "5.0", { "5.2": "yes" });
    const again = ports.queries.count;
    expect((await listSelectionPoints(ports, viewer, { page: 1 })).total).toBeGreaterThan(2);
    expect(ports.queries.count - again).toBeLessThanOrEqual(few);
  });
});

it("many disclosures at once count as each one's own page does, overrides included; another hospital's answers are none", async () => {
  const { ports, editor, stranger, productVersionId } = house;
  const disclosures = await currentDisclosuresOf(ports.db, editor, [productVersionId]);
  expect(disclosures.length).toBeGreaterThan(1);
  const asked = { disclosures, guideline: FORM_6_0 };
  const counts = expectDone(await recomputeVerdicts(ports, editor, asked));
  for (const { id: disclosureId } of disclosures) {
    const own = expectDone(await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }));
    expect(counts.get(disclosureId)).toEqual(own.assessment.counts);
  }
  const foreign = expectDone(await recomputeVerdicts(ports, stranger, asked));
  for (const each of foreign.values()) expect(each.met + each.unmet + each.partial).toBe(0);
  expect(codesOf(await recomputeVerdicts(ports, editor, { ...asked, guideline: "x@1" }))).toEqual([
    "catalogue-unknown",
  ]);
});
