import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildAnnex } from "../../app/domain/annex.ts";
import { type ClauseLevel, countClauses, headingOf, numberings } from "../../app/domain/annex-numbering.ts";
import { contractTemplates, fullInput } from "../support/papers.ts";

const clauses = (...levels: ClauseLevel[]) => levels.map((level) => ({ kind: "clause", level }));
const table = { kind: "table" };

describe("each way of counting", () => {
  test.each([
    [
      "article",
      "第３条",
      "（見出し）",
      ["", "２", "(1)", "(2)", "ア", "(ア)", "３"],
      [
        "第３条第１項",
        "第３条第２項",
        "第３条第２項第１号",
        "第３条第２項第２号",
        "第３条第２項第２号ア",
        "第３条第２項第２号ア(ア)",
        "第３条第３項",
      ],
    ],
    [
      "part",
      "第３",
      "（見出し）",
      ["", "２", "(1)", "(2)", "ア", "(ア)", "３"],
      [
        "第３第１項",
        "第３第２項",
        "第３第２項第１号",
        "第３第２項第２号",
        "第３第２項第２号ア",
        "第３第２項第２号ア(ア)",
        "第３第３項",
      ],
    ],
    [
      "decimal",
      "3",
      "　見出し",
      ["3.1", "3.2", "(1)", "(2)", "ア", "(ア)", "3.3"],
      ["3.1", "3.2", "3.2(1)", "3.2(2)", "3.2(2)ア", "3.2(2)ア(ア)", "3.3"],
    ],
    [
      "bracket",
      "(3)",
      "　見出し",
      ["①", "②", "(a)", "(b)", "i", "(i)", "③"],
      ["(3)①", "(3)②", "(3)②(a)", "(3)②(b)", "(3)②(b)", "(3)②(b)", "(3)③"],
    ],
  ] as const)("%s", (style, number, text, markers, references) => {
    expect(headingOf(style, 3, "見出し")).toEqual({ number, text });
    const counted = countClauses(style, 3, clauses(1, 1, 2, 2, 3, 4, 1));
    expect(counted.map((each) => each.marker)).toEqual(markers);
    expect(counted.map((each) => each.reference)).toEqual(references);
  });

  test("a section of one 項 has no 第１項 to name", () => {
    const counted = countClauses("article", 2, clauses(1, 2, 2));
    expect(counted.map((each) => each.reference)).toEqual(["第２条", "第２条第１号", "第２条第２号"]);
  });

  test("tables and notes take no number; markers of one level below one parent never repeat", () => {
    const level = fc.constantFrom<ClauseLevel>(1, 2, 3, 4);
    fc.assert(
      fc.property(
        fc.constantFrom(...numberings),
        fc.array(fc.oneof(level, fc.constant(null)), { maxLength: 30 }),
        (style, list) => {
          const body = list.map((each) => (each === null ? table : { kind: "clause", level: each }));
          const counted = countClauses(style, 1, body);
          const first = counted.filter((each) => "level" in each.block && each.block.level === 1);
          expect(new Set(first.map((each) => each.marker)).size).toBe(first.length);
          for (const each of counted) if (!("level" in each.block)) expect(each.marker).toBe("");
        },
      ),
    );
  });
});

test("a reference follows the section it names when another is left out, and is missing when its own is", () => {
  const template = contractTemplates.find((each) => each.head.id === "service-levels");
  if (!template) throw new Error("no service-levels");
  const text = (sections: typeof template.sections) => {
    const result = buildAnnex({ ...template, sections }, fullInput(template));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const found = result.value.document.blocks.find(
      (each) => each.kind === "paragraph" && each.text.includes("水準の計算に含めない"),
    );
    return { text: found?.kind === "paragraph" ? found.text : "", missing: result.value.missing };
  };
  expect(text(template.sections).text).toContain("5の水準");
  expect(text(template.sections.filter((each) => each.key !== "hours")).text).toContain("4の水準");
  const without = text(template.sections.filter((each) => each.key !== "levels"));
  expect(without.missing.map((each) => each.field)).toContain("ref:levels");
});
