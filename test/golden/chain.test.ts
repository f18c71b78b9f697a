import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { answersOf } from "#db/queries/disclosures.server";
import { assessDisclosure } from "~/use-cases/assess.server";
import { decide } from "~/use-cases/decide.server";
import { draftPaper, showDraft } from "~/use-cases/papers.server";
import { receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, openSheet } from "../support/records";

const folder = import.meta.dirname;

/** why: UPDATE_GOLDEN writes what came out; a person looks at the difference before committing it. */
function expectGolden(name: string, given: unknown): void {
  // A made workbook carries the minute it was zipped in, so its hash is a value of the run, not of the chain.
  const value = JSON.parse(
    JSON.stringify(given).replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, "(SHA-256)"),
  );
  const file = path.join(folder, "chain", `${name}.json`);
  if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
    if (process.env.CI) throw new Error(`golden file is missing: ${name}`);
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  }
  expect(value).toEqual(JSON.parse(readFileSync(file, "utf8")));
}

async function receiveGolden({ ports, editor }: TestHospital, name: string, productVersionId: string) {
  const { make, fileName } = await import(path.join(folder, "workbooks", name, "make.ts"));
  const received = await receiveWorkbook(ports, editor, { fileName, bytes: await make() });
  const { intakeId, reading } = expectDone(received);
  const forms = reading.forms.map((form, formIndex) => ({
    formIndex,
    formVersion: form.formVersion ?? "5.0",
    issuedOn: form.header.issuedOn ?? "2026-04-15",
    place: { productVersionId },
  }));
  return expectDone(await saveIntake(ports, editor, { intakeId, forms })).disclosureIds;
}

/** What a person would compare by eye: verdict, rule and the cells behind it. */
async function findingsOf({ ports, viewer }: TestHospital, disclosureId: string) {
  const assessed = await assessDisclosure(ports, viewer, { disclosureId, guideline: FORM_6_0 });
  const { assessment } = expectDone(assessed);
  return {
    counts: assessment.counts,
    findings: assessment.findings
      .filter((each) => each.verdict !== "not-mapped")
      .map((each) => ({
        clause: each.clause,
        verdict: each.verdict,
        lines: each.lines.map((line) => ({
          id: line.line.id,
          rule: line.rule,
          answers: line.answers.map((answer) => `${answer.cell} ${answer.no} ${answer.answer}`),
          absent: line.absent,
        })),
      })),
    unused: assessment.unusedAnswers.map((each) => each.no),
    unknownClauses: assessment.unknownClauses,
  };
}

const rawDecision = {
  kind: "vendor-fix",
  reason: "事業者が次の版で対応すると答えたため",
  measure: "次の版で二要素認証に対応する。",
  owner: "森川 樹",
  dueOn: "2027-03-31",
  likelihood: "",
  impact: "",
  acceptedBy: "",
  inspectionText: "",
};

/** Settles three rows and agrees the sheet; the rest stays undecided and is listed as missing. */
async function agreeSheet({ ports, editor }: TestHospital, contractId: string): Promise<void> {
  const roleSheetId = await openSheet(ports, editor, contractId);
  const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  for (const [at, party] of (["vendor", "hospital", "both"] as const).entries()) {
    const row = rows[at];
    if (!row) throw new Error("no row");
    const raw = {
      firstCheck: at === 0 ? "no" : "yes",
      firstCheckOn: "",
      completedOn: at === 0 ? "2026-06-01" : "",
      party,
      thirdPartyName: "",
      what: "毎年４月に確かめ、結果を書面で報告する。",
      cost: "included",
      deadline: "毎年4月",
      clause: "第9条",
      remark: "",
      emergencyParty: "",
      endParty: "",
      evidence: "",
    };
    expectDone(await writeRow(ports, editor, { roleSheetId, rowId: row.id, version: row.version, raw }));
  }
  expectDone(
    await agreeRoleSheet(ports, editor, {
      roleSheetId,
      effectiveFrom: "2026-07-01",
      note: "",
      corrects: null,
    }),
  );
}

describe("golden chain: workbook → disclosure → findings → paper", () => {
  for (const name of [
    "three-columns-mds",
    "in-house-product",
    "conflicts-and-unclear",
    "two-forms-in-one-book",
  ]) {
    test(name, async () => {
      const house = await testHospital();
      const { productVersionId } = await contractWithSystem(house.ports, house.editor);
      for (const [at, id] of (await receiveGolden(house, name, productVersionId)).entries()) {
        const answers = await answersOf(house.ports.db, house.viewer, id);
        const disclosure = answers.map(({ no, question, clauses, answer, remark, cell, readReason }) => ({
          no,
          question,
          clauses: JSON.parse(clauses),
          answer,
          remark,
          cell,
          readReason,
        }));
        expectGolden(`${name}.${at}`, { disclosure, ...(await findingsOf(house, id)) });
      }
    });
  }

  for (const template of ["role-sharing", "disclosure-results"]) {
    test(`paper ${template}`, async () => {
      const house = await testHospital();
      const { ports, editor } = house;
      const { productVersionId, contractId } = await contractWithSystem(ports, editor);
      const [disclosureId = ""] = await receiveGolden(house, "three-columns-mds", productVersionId);
      const { assessment } = expectDone(
        await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }),
      );
      const gap = assessment.findings.find((each) => each.verdict === "unmet");
      if (!gap) throw new Error("the golden workbook has a いいえ");
      const about = { disclosureId, guideline: FORM_6_0, requirement: gap.requirement.key, supersedes: null };
      expectDone(await decide(ports, editor, { ...about, raw: rawDecision }));
      await agreeSheet(house, contractId);
      const ref = ports.catalogues.currentAnnexTemplate(template);
      if (!ref) throw new Error(`no template ${template}`);
      const drafted = await draftPaper(ports, editor, {
        contractId,
        template: `${ref.head.id}@${ref.head.version}`,
        printedNo: "",
        dateStyle: "japanese",
      });
      const { draftId } = expectDone(drafted);
      const { built } = expectDone(await showDraft(ports, editor, { draftId }));
      expectGolden(`paper.${template}`, built);
    });
  }
});

describe("golden chain: a broken file stores nothing", () => {
  for (const name of ["missing-columns", "unrelated", "look-alike-checklist"]) {
    test(name, async () => {
      const { ports, editor } = await testHospital();
      const { make, fileName } = await import(path.join(folder, "workbooks", name, "make.ts"));
      const received = await receiveWorkbook(ports, editor, { fileName, bytes: await make() });
      const stored = await ports.db.$client.execute(
        "SELECT (SELECT count(*) FROM intake) + (SELECT count(*) FROM original_file) + (SELECT count(*) FROM blob_chunk) AS n",
      );
      expectGolden(`broken.${name}`, {
        problems: received.ok ? [] : received.problems,
        stored: stored.rows[0]?.n,
      });
      expect(stored.rows[0]?.n).toBe(0);
    });
  }
});
