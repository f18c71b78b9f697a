import { expect, it } from "vitest";
import { findDecision } from "#db/queries/decisions.server";
import { assessDisclosure, defaultEdition } from "~/use-cases/assess.server";
import { closeDecision, confirmClause, decide } from "~/use-cases/decide.server";
import { withdrawDisclosure } from "~/use-cases/disclosures.server";
import { gapOn, rawDecision } from "../support/decisions";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, receiveDisclosure } from "../support/records";

const no = { answer: "no", remark: "次の版で対応" } as const;

async function place() {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const contract = await contractWithSystem(ports, editor);
  const disclosureId = await receiveDisclosure(ports, editor, contract.productVersionId, {
    answers: { "14-3": no },
  });
  const finding = await gapOn(ports, editor, disclosureId, "14-3");
  const take = (
    raw = rawDecision(),
    supersedes: string | null = null,
    requirement = finding.requirement.key,
  ) => decide(ports, editor, { disclosureId, guideline: FORM_6_0, requirement, supersedes, raw });
  return { ...hospital, contract, disclosureId, finding, take };
}

it("compares with the edition that holds most, and keeps the hospital's own duties apart", async () => {
  const { ports, viewer, disclosureId } = await place();
  const assessed = expectDone(await assessDisclosure(ports, viewer, { disclosureId, guideline: null }));
  expect(assessed.guidelineRef).toBe(defaultEdition(ports.catalogues));
  const { findings, hospitalOwn, counts } = assessed.assessment;
  expect(findings.length + hospitalOwn.length).toBe(assessed.guideline.requirements.length);
  expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(findings.length);
  expect(counts["not-mapped"]).toBeGreaterThan(0); // shown as such, never dropped
  const unknown = await assessDisclosure(ports, viewer, { disclosureId, guideline: "mhlw-guideline@1" });
  expect(codesOf(unknown)).toEqual(["catalogue-unknown"]);
});

it("keeps the finding the decision was taken on", async () => {
  const { ports, editor, take, finding, disclosureId, contract } = await place();
  const { decisionId } = expectDone(await take());
  await receiveDisclosure(ports, editor, contract.productVersionId, { issuedOn: "2026-06-01" });
  const kept = await findDecision(ports.db, editor, decisionId);
  expect(kept?.disclosureId).toBe(disclosureId);
  const basis = JSON.parse(kept?.basis ?? "{}");
  expect(basis).toMatchObject({
    requirement: finding.requirement.key,
    verdict: "unmet",
    guideline: FORM_6_0,
  });
  expect(basis.answers).toContainEqual(expect.objectContaining({ no: "14-3", ...no }));
});

it("supersedes the decision before it; only one can follow another", async () => {
  const { ports, editor, take, disclosureId, finding } = await place();
  const first = expectDone(await take());
  expect(codesOf(await take())).toEqual(["changed-meanwhile"]);
  const second = expectDone(await take(rawDecision({ reason: "見直した" }), first.decisionId));
  expect(codesOf(await take(rawDecision(), first.decisionId))).toEqual(["changed-meanwhile"]);
  const assessed = expectDone(await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }));
  expect(assessed.decisions.get(finding.requirement.key)?.id).toBe(second.decisionId);
  expect(assessed.decisionHistory).toHaveLength(2);
});

it("lets one of two decisions at the same moment through", async () => {
  const { take } = await place();
  const results = await Promise.all([take(), take(), take()]);
  expect(results.filter((each) => each.ok)).toHaveLength(1);
  expect(results.flatMap((each) => (each.ok ? [] : each.problems.map(({ code }) => code)))).toEqual([
    "changed-meanwhile",
    "changed-meanwhile",
  ]);
});

it.each([
  ["vendor-fix", ["measure", "owner", "dueOn"]],
  ["hospital-control", ["owner", "dueOn"]],
  ["contract-term", ["measure", "owner", "dueOn"]],
  ["accept-risk", ["owner", "dueOn", "likelihood", "impact", "acceptedBy"]],
  ["not-applicable", ["owner"]],
] as const)("asks of %s for a reason and %j", async (kind, fields) => {
  const { take } = await place();
  const result = await take(
    rawDecision({
      kind,
      reason: " ",
      measure: "",
      owner: "",
      dueOn: "",
      likelihood: "",
      impact: "",
      acceptedBy: "",
    }),
  );
  const problems = result.ok ? [] : result.problems;
  expect(problems.map((each) => each.at)).toEqual(["reason", ...fields]);
  expect(problems[0]?.code).toBe("decision-reason-empty");
});

it("refuses an unknown kind, requirement, finding without a gap, and a withdrawn disclosure", async () => {
  const { ports, editor, take, disclosureId } = await place();
  expect(codesOf(await take(rawDecision({ kind: "wish" })))).toEqual(["field-required"]);
  expect(codesOf(await take(rawDecision(), null, "GL-none"))).toEqual(["requirement-unknown"]);
  const assessed = expectDone(await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }));
  const met = assessed.assessment.findings.find((each) => each.verdict === "met");
  expect(codesOf(await take(rawDecision(), null, met?.requirement.key))).toEqual([
    "finding-needs-no-decision",
  ]);
  expectDone(await withdrawDisclosure(ports, editor, { disclosureId, reason: "誤り" }));
  expect(codesOf(await take())).toEqual(["disclosure-withdrawn"]);
});

it("closes with evidence, once, and never a superseded decision", async () => {
  const { ports, editor, take } = await place();
  const first = expectDone(await take());
  const close = (decisionId: string, reason = "報告書を確認", closedOn = "2026-11-20") =>
    closeDecision(ports, editor, { decisionId, reason, closedOn });
  expect(codesOf(await close(first.decisionId, " ", "x"))).toEqual([
    "decision-reason-empty",
    "field-not-a-day",
  ]);
  const second = expectDone(await take(rawDecision(), first.decisionId));
  expect(codesOf(await close(first.decisionId))).toEqual(["decision-superseded"]);
  expectDone(await close(second.decisionId));
  expect(codesOf(await close(second.decisionId))).toEqual(["decision-closed"]);
});

it("confirms a printed number once, of a catalogue that holds it, with the place compared", async () => {
  const { ports, editor, finding } = await place();
  const confirm = (catalogue: string, item: string, evidence = "公式本文 p.12") =>
    confirmClause(ports, editor, { catalogue, item, evidence });
  expect(codesOf(await confirm(FORM_6_0, "none"))).toEqual(["requirement-unknown"]);
  expect(codesOf(await confirm(FORM_6_0, finding.requirement.key, " "))).toEqual(["field-required"]);
  expectDone(await confirm(FORM_6_0, finding.requirement.key));
  expect(codesOf(await confirm(FORM_6_0, finding.requirement.key))).toEqual(["already-exists"]);
  expectDone(await confirm("role-sheet-starter@1.0", "RS2024-P2-A11"));
});
