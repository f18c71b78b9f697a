import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { itemsOfQuestionnaire } from "~/domain/catalogue-item";
import { inReadingOrder } from "~/domain/crosswalk";
import { proposeCrosswalk } from "~/domain/crosswalk-proposal";
import { assessDisclosure } from "~/use-cases/assess.server";
import { decide } from "~/use-cases/decide.server";
import { internalPaperInput } from "~/use-cases/paper-input.server";
import { rawDecision } from "../support/decisions";
import {
  inventedForm,
  NEW_FORM,
  OLD_FORM,
  publishBothForms,
  publishEdition,
  publishedCrosswalk,
  publishedMapping,
  receiveInvented,
} from "../support/form-editions";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0 } from "../support/records";

/** why: UPDATE_GOLDEN writes what came out; a person looks at the difference before committing it. */
function expectGolden(name: string, value: unknown): void {
  const file = path.join(import.meta.dirname, "crosswalk", `${name}.json`);
  if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
    if (process.env.CI) throw new Error(`golden file is missing: ${name}`);
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  }
  expect(value).toEqual(JSON.parse(readFileSync(file, "utf8")));
}

it("two invented versions: the proposal, line by line", () => {
  const [from, to] = [itemsOfQuestionnaire(inventedForm("4.1")), itemsOfQuestionnaire(inventedForm("5.0"))];
  const lines = inReadingOrder(proposeCrosswalk(from, to), {
    from: from.map((each) => each.key),
    to: to.map((each) => each.key),
  });
  const no = (items: typeof from, keys: readonly string[]) =>
    keys.map((key) => items.find((each) => each.key === key)?.no);
  expectGolden(
    "proposed",
    lines.map(
      (each) =>
        `${no(from, each.from).join("・")} → ${no(to, each.to).join("・")} ${each.relation} [${each.basis.join(" ")}]`,
    ),
  );
});

describe("an older disclosure against mappings of the newer form", () => {
  let house: TestHospital;
  let disclosureId: string;
  let contractId: string;

  beforeAll(async () => {
    house = await testHospital();
    const { ports, editor } = house;
    const contract = await contractWithSystem(ports, editor);
    contractId = contract.contractId;
    await publishBothForms(ports, editor);
    const answers = { "5.2": "no", "4.3": "yes", "5.1": "yes", "6.4": "no" } as const;
    disclosureId = await receiveInvented(ports, editor, contract.productVersionId, "4.1", answers);
  });

  const assessed = async () =>
    expectDone(await assessDisclosure(house.ports, house.viewer, { disclosureId, guideline: FORM_6_0 }));
  const findingOf = async (key: string) => {
    const found = (await assessed()).assessment.findings.find((each) => each.requirement.key === key);
    if (!found) throw new Error(`no requirement ${key}`);
    return found;
  };

  it("before anyone published anything, a moved clause is a candidate and no verdict", async () => {
    const { assessment, carriedTo } = await assessed();
    expect(carriedTo).toBeNull();
    expect(assessment.unknownClauses).toMatchObject([
      { no: "4.1", clause: "6.5 C.1" },
      { no: "4.2", movedTo: ["企画管理編 15②", "システム運用編 14⑤"] },
      { no: "6.1", movedTo: ["企画管理編 15⑧", "システム運用編 10④"] },
    ]);
    expect(assessment.unknownClauses[0]).not.toHaveProperty("movedTo");
    expect((await findingOf("GL6.0-SO-14-5")).verdict).toBe("not-mapped");
  });

  it("a mapping of the newer form alone changes nothing; the crosswalk carries the answers to it", async () => {
    const { ports, editor } = house;
    await publishedMapping(ports, editor, { from: NEW_FORM, to: FORM_6_0 }, [
      { requirement: "GL6.0-SO-15-1", questions: ["item:6"] },
      { requirement: "GL6.0-SO-14-1", questions: ["item:3"] },
      { requirement: "GL6.0-SO-8-1", questions: ["item:4"] },
      { requirement: "GL6.0-SO-8-3", questions: ["item:10"] },
    ]);
    expect((await findingOf("GL6.0-SO-14-5")).verdict).toBe("not-mapped");
    const crosswalk = await publishedCrosswalk(ports, editor);
    expect((await assessed()).carriedTo).toEqual({ ref: NEW_FORM, version: "5.0", crosswalk });
    const same = await findingOf("GL6.0-SO-14-5");
    expect(same.verdict).toBe("met");
    expect(same.lines[0]).toMatchObject({
      line: { origin: "published", confirmedBy: "試験 lead", confirmedOn: "2026-11-24" },
      answers: [{ no: "4.2", cell: "MDS!C5", carried: { fromVersion: "4.1", fromNo: "4.2", crosswalk } }],
    });
    expect((await assessed()).assessment.unknownClauses.map((each) => each.no)).toEqual(["4.1"]);
  });

  it("a reworded question counts as unanswered, a split and a new one have no answer", async () => {
    const reworded = await findingOf("GL6.0-SO-14-1");
    expect(reworded.verdict).toBe("unanswered");
    expect(reworded.lines[0]?.answers[0]).toMatchObject({
      answer: "unclear",
      carried: { isToConfirm: true, fromAnswer: "yes", fromQuestion: "離席時に画面を保護できますか。" },
    });
    for (const key of ["GL6.0-SO-8-1", "GL6.0-SO-8-3"]) {
      const finding = await findingOf(key);
      expect([finding.verdict, finding.lines[0]?.answers]).toEqual(["unanswered", []]);
    }
    const { assessment } = await assessed();
    expect(assessment.unusedAnswers.map((each) => each.no)).toEqual(expect.arrayContaining(["5.1", "6.4"]));
  });

  it("an いいえ without a printed clause gets its requirement by the mapping, a decision, and its paper", async () => {
    const { ports, editor } = house;
    const finding = await findingOf("GL6.0-SO-15-1");
    expect(finding.verdict).toBe("unmet");
    expect(finding.lines[0]?.answers).toMatchObject([
      { no: "5.2", answer: "no", clauses: [], remark: "5.2の備考" },
    ]);
    const about = { disclosureId, guideline: FORM_6_0, requirement: "GL6.0-SO-15-1", supersedes: null };
    expectDone(await decide(ports, editor, { ...about, raw: rawDecision() }));
    const template = ports.catalogues.currentAnnexTemplate("internal-decisions");
    if (!template) throw new Error("no template");
    const draft = { contractId, template, printedNo: "", dateStyle: "japanese" };
    const input = expectDone(await internalPaperInput(ports, editor, draft, null));
    expect(input.decisions).toMatchObject([
      { verdict: "unmet", answers: "5.2 記録の時刻を正確に保てますか。", carriedFrom: "4.1" },
    ]);
    // the promise is found again under the number and wording of the vendor's own sheet
    expect(input.gaps.find((each) => each.no === "5.2")?.measure).toBe("乙は次の版で提供する");
  });

  it("a mapping of the form's own version is used instead, and nothing is carried", async () => {
    const { ports, editor } = house;
    await publishedMapping(ports, editor, { from: OLD_FORM, to: FORM_6_0 });
    expect((await assessed()).carriedTo).toBeNull();
    const finding = await findingOf("GL6.0-SO-14-5");
    expect(finding.verdict).toBe("partial"); // a moved clause touches only
    expect(finding.lines[0]?.answers[0]).not.toHaveProperty("carried");
    expect((await assessed()).assessment.unknownClauses.map((each) => each.no)).toEqual(["4.1"]);
  });

  it("a second version of a mapping replaces the first; other groups see neither", async () => {
    const { ports, editor } = house;
    const second = await publishedMapping(ports, editor, { from: OLD_FORM, to: FORM_6_0 }, [
      { requirement: "GL6.0-SO-15-1", questions: ["item:6"] },
    ]);
    expect(second).toMatch(/@2$/);
    expect((await findingOf("GL6.0-SO-14-5")).lines).toHaveLength(1);
    await publishEdition(ports, house.stranger, inventedForm("4.1"));
  });
});
