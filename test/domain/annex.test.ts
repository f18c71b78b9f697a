import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay } from "~/domain/era";
import { buildAnnex } from "../../app/domain/annex.ts";
import { paperStrings } from "../../app/domain/annex-document.ts";
import {
  type ContractPaperInput,
  contractPaperInputSchema,
  internalPaperInputSchema,
  type PaperRoleRow,
} from "../../app/domain/annex-input.ts";
import { internalFields } from "../../app/domain/annex-source.ts";
import { parseAnnexTemplate } from "../../app/domain/annex-template-file.ts";
import { costBearings, firstChecks, rowParties } from "../../app/domain/role-sheet.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
/** Compares with the golden file; UPDATE_GOLDEN=1 writes it anew, to be read as a diff before committing. */
function expectGolden(name: string, value: unknown) {
  const file = `../golden/annexes/${name}`;
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
  }
  expect(value).toEqual(json(file));
}

function templateOf(name: string) {
  const file = `templates/annexes/${name}.json`;
  const parsed = parseAnnexTemplate(json(`../../${file}`), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
function contractTemplate(name: string) {
  const template = templateOf(name);
  if (template.audience !== "contract") throw new Error(`${name} is not a contract template`);
  return template;
}
function internalTemplate(name: string) {
  const template = templateOf(name);
  if (template.audience !== "internal") throw new Error(`${name} is not an internal template`);
  return template;
}
const roleSharing = contractTemplate("role-sharing");
const disclosureResults = contractTemplate("disclosure-results");
const internalDecisions = internalTemplate("internal-decisions");
const input = contractPaperInputSchema.parse(json("../golden/annexes/contract-input.json"));
const internalInput = internalPaperInputSchema.parse(json("../golden/annexes/internal-input.json"));

function built(template: typeof roleSharing, given: ContractPaperInput) {
  const result = buildAnnex(template, given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
function withRows(change: (row: PaperRoleRow, at: number) => PaperRoleRow): ContractPaperInput {
  if (input.roleSheet === null) throw new Error("the golden input has a role sheet");
  return { ...input, roleSheet: { ...input.roleSheet, rows: input.roleSheet.rows.map(change) } };
}

describe("golden papers", () => {
  test.each([
    ["role-sharing", () => buildAnnex(roleSharing, input)],
    ["disclosure-results", () => buildAnnex(disclosureResults, { ...input, printedNo: "別紙３" })],
    ["internal-decisions", () => buildAnnex(internalDecisions, internalInput)],
  ] as const)("%s", (name, build) => {
    const result = build();
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.missing).toEqual([]);
    expect(result.value.document.isDraft).toBe(false);
    expectGolden(`${name}.document.json`, result.value.document);
  });

  test("a draft with gaps: what is missing, and the document with 協議中 in its place", () => {
    const draft = withRows((row, at) => (at === 2 ? { ...row, party: "undecided", cost: "" } : row));
    const { document, missing } = built(roleSharing, {
      ...draft,
      contract: { ...draft.contract, signedOn: null },
    });
    expectGolden("role-sharing-draft.document.json", { missing, document });
  });
});

describe("missing values", () => {
  test("a row nobody is in charge of is missing, printed as 協議中, and the paper stays a draft", () => {
    const { document, missing } = built(
      roleSharing,
      withRows((row, at) => (at === 2 ? { ...row, party: "undecided" } : row)),
    );
    expect(missing).toEqual([
      { section: "roles", heading: "第４条（役割の分担）", field: "party", place: "A11" },
    ]);
    expect(document.isDraft).toBe(true);
    expect(paperStrings(document).filter((each) => each === "協議中")).toHaveLength(1);
  });

  test("a third party without a name is missing", () => {
    const unnamed = withRows((row) => ({ ...row, thirdPartyName: "" }));
    expect(built(roleSharing, unnamed).missing.map((each) => each.field)).toEqual(["party"]);
  });

  test("a placeholder is missing once per place, with the clause it stands in", () => {
    const undated = input.roleSheet && { ...input.roleSheet, effectiveFrom: null };
    const { missing } = built(roleSharing, { ...input, roleSheet: undated });
    const places = missing.filter((each) => each.field === "roleSheetEffectiveFrom");
    expect(places.map((each) => each.heading)).toEqual(["第４条（役割の分担）", "第１０条（有効期間）"]);
    expect(missing).toHaveLength(places.length);
  });

  test("a required value is missing even where no sentence prints it", () => {
    const draft = input.roleSheet && { ...input.roleSheet, effectiveFrom: null, revisionNo: null };
    const fields = built(roleSharing, { ...input, roleSheet: draft }).missing.map((each) => each.field);
    expect(fields).toContain("roleSheetEffectiveFrom");
    expect(fields).toContain("roleSheetRevisionNo");
    expect(built(roleSharing, { ...input, roleSheet: null }).missing.length).toBeGreaterThan(0);
  });

  test("a contract without end needs no end: the other sentence is printed", () => {
    const endless = { ...input, contract: { ...input.contract, inForceTo: null } };
    const { document, missing } = built(roleSharing, endless);
    expect(missing).toEqual([]);
    expect(paperStrings(document).join("")).not.toContain("［");
  });

  test("a promised measure without a day is missing", () => {
    const gaps = input.gaps.map((each) => ({ ...each, dueOn: null }));
    const { missing } = built(disclosureResults, { ...input, gaps });
    expect(missing.map((each) => [each.section, each.field, each.place])).toEqual([
      ["measures", "dueOn", "MDS!D22"],
      ["measures", "dueOn", "SDS!D31"],
    ]);
  });

  test("without a day of issue it is a draft even when nothing is missing", () => {
    const { document, missing } = built(roleSharing, { ...input, issuedOn: null });
    expect([document.isDraft, missing.length, document.footer]).toEqual([true, 0, "案（発行前）"]);
  });
});

describe("nearly empty records", () => {
  const empty = {
    ...input,
    systems: [],
    roleSheet: null,
    disclosures: [],
    gaps: [],
    editions: [],
    issuedOn: null,
    contract: { ...input.contract, signedOn: null, inForceFrom: null, inForceTo: null },
  };
  test("make drafts that say what is not there, without an empty table", () => {
    for (const template of [roleSharing, disclosureResults]) {
      const { document, missing } = built(template, empty);
      expect(document.isDraft).toBe(true);
      expect(missing.map((each) => each.field)).toEqual(expect.arrayContaining(["signedOn", "inForceFrom"]));
      expect(document.blocks.some((each) => each.kind === "table" && each.rows.length === 0)).toBe(false);
      expect(document.blocks.some((each) => each.kind === "note")).toBe(true);
    }
  });

  test("an internal paper without a decision says so", () => {
    const result = buildAnnex(internalDecisions, { ...internalInput, decisions: [], gaps: [] });
    expect(result.ok && paperStrings(result.value.document)).toContain("対応方針の記録はない。");
  });
});

test("our own questionnaires are printed by name, never by code", () => {
  const gaps = input.gaps.map((each) => ({ ...each, form: "in-house-product" }));
  const strings = paperStrings(built(disclosureResults, { ...input, gaps }).document).join("\n");
  expect(strings).toContain("院内質問票（機器・製品）");
  expect(strings).not.toContain("in-house");
});

const roleRow: fc.Arbitrary<PaperRoleRow> = fc.record({
  no: fc.constantFrom("", "A1", "B3①"),
  label: fc.constantFrom("項目", ""),
  party: fc.constantFrom(...rowParties),
  thirdPartyName: fc.constantFrom("", "回線会社"),
  what: fc.constantFrom("", "実施する。"),
  cost: fc.constantFrom(...costBearings),
  deadline: fc.constantFrom("", "年度末"),
  clause: fc.constantFrom("", "第9条"),
  firstCheck: fc.constantFrom(...firstChecks),
  firstCheckOn: fc.constantFrom(null, "2026-10-14"),
  completedOn: fc.constantFrom(null, "2026-11-01"),
  remark: fc.constant(""),
  isClauseConfirmed: fc.boolean(),
});

describe("whatever the records say", () => {
  test("no row is dropped, いいえ least of all, and every row carries its source", () => {
    fc.assert(
      fc.property(fc.array(roleRow, { minLength: 1, maxLength: 20 }), (rows) => {
        const roleSheet = input.roleSheet && { ...input.roleSheet, rows };
        const { document } = built(roleSharing, { ...input, roleSheet });
        const table = document.blocks.find((each) => each.kind === "table" && each.caption === "役割分担");
        const printed = table?.kind === "table" ? table.rows : [];
        expect(printed).toHaveLength(rows.length);
        expect(printed.filter((each) => each.cells[5]?.startsWith("いいえ"))).toHaveLength(
          rows.filter((each) => each.firstCheck === "no").length,
        );
        expect(printed.every((each) => each.source?.record === "role-sheet")).toBe(true);
      }),
    );
  });

  test("an issued paper has no empty required value: missing is empty exactly when it is no draft", () => {
    fc.assert(
      fc.property(fc.array(roleRow, { minLength: 1, maxLength: 8 }), (rows) => {
        const roleSheet = input.roleSheet && { ...input.roleSheet, rows };
        const { document, missing } = built(roleSharing, { ...input, roleSheet });
        expect(document.isDraft).toBe(missing.length > 0);
        expect(paperStrings(document).some((each) => each.includes("協議中"))).toBe(missing.length > 0);
      }),
    );
  });

  test("a clause is printed only when a person has confirmed it", () => {
    const confirmed = (isClauseConfirmed: boolean) =>
      paperStrings(
        built(
          roleSharing,
          withRows((row) => ({ ...row, clause: "原契約 第99条", isClauseConfirmed })),
        ).document,
      ).join("");
    expect(confirmed(true)).toContain("第99条");
    expect(confirmed(false)).not.toContain("第99条");
  });

  test("the parties are named as the contract names them", () => {
    const contract = { ...input.contract, hospitalLabel: "発注者", vendorLabel: "受注者" };
    const all = paperStrings(built(roleSharing, { ...input, contract }).document);
    expect(all).toContain("受注者");
    expect(all).not.toContain("乙");
  });

  test("days are printed 和暦 when the contract wants it", () => {
    const all = paperStrings(built(roleSharing, { ...input, dateStyle: "japanese" }).document).join("");
    expect(all).toContain(formatDay(input.contract.signedOn ?? "", "japanese"));
    expect(all).not.toContain("2025年");
  });

  test("every edition used is printed, the template's own last", () => {
    const { editions } = built(roleSharing, input).document;
    expect(editions).toEqual([...input.editions, "雛形「役割分担合意表」 第1版"]);
  });
});

describe("nothing internal in a contract paper", () => {
  test.each(internalFields.decisions)("an input with the internal key %s is refused", (field) => {
    const leaking = { ...input, gaps: input.gaps.map((each) => ({ ...each, [`${field}Internal`]: "x" })) };
    const result = buildAnnex(roleSharing, leaking);
    expect(result.ok ? [] : result.problems.map((each) => each.code)).toContain("paper-internal-field");
  });

  test("decisions beside the contract input are refused", () => {
    const leaking = { ...input, decisions: internalInput.decisions };
    const result = buildAnnex(roleSharing, leaking);
    expect(result).toEqual({
      ok: false,
      problems: [{ code: "paper-internal-field", params: { field: "decisions" }, at: "" }],
    });
  });

  test("the two inputs are not interchangeable, neither for the compiler nor at run time", () => {
    // @ts-expect-error an internal input is no contract input
    expect(buildAnnex(roleSharing, internalInput).ok).toBe(false);
    // @ts-expect-error a contract input is no internal input
    expect(buildAnnex(internalDecisions, input).ok).toBe(false);
  });
});
