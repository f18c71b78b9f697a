import { describe, expect, it } from "vitest";
import { fieldsOf, registerNouns } from "~/domain/register";
import { type ImportColumns, importTargets } from "~/domain/register-import";
import { proposeColumns } from "~/domain/register-import-table";
import { dayInText, knownOption, valuesOfCell } from "~/domain/register-import-values";
import { optionLabel } from "~/messages/labels";
import { wordsOf } from "~/messages/words";

describe("values", () => {
  it.each([
    ["2026/4/1", "2026-04-01"],
    ["２０２６年４月１日（水）", "2026-04-01"],
    ["令和元年５月１日", "2019-05-01"],
    ["Ｒ8.4.1", "2026-04-01"],
    ["H31/4/30", "2019-04-30"],
    ["20260401", "2026-04-01"],
    ["46113", "2026-04-01"],
    ["平成32年3月31日", null],
    ["4/1", null],
    ["未定", null],
    ["2026/2/30", null],
  ])("%s → %s", (text, day) => expect(dayInText(text)).toBe(day));

  it("keeps numbers as written, folds their width", () => {
    expect(valuesOfCell("contract.number", "００１２３", {}).values).toEqual({ number: "00123" });
    expect(valuesOfCell("vendor.name", "　つむぎ\n情報 ", {}).values).toEqual({ name: "つむぎ 情報" });
    expect(valuesOfCell("vendor.corporateNumber", "1.23457E+12", {}).problems[0]?.code).toBe(
      "import-number-lost",
    );
    expect(valuesOfCell("vendor.name", "#REF!", {}).problems[0]?.code).toBe("import-cell-error");
    expect(valuesOfCell("contract.signedOn", "―", {})).toEqual({ values: {}, problems: [] });
  });

  it("an option nobody knows is asked, and a person's choice counts over ours", () => {
    expect(valuesOfCell("contract.renewal", "はい", {}).problems[0]?.code).toBe("import-word-unknown");
    const words = { "contract.renewal": { はい: "automatic" } };
    expect(valuesOfCell("contract.renewal", "はい", words).values).toEqual({ renewal: "automatic" });
    const undecided = { "contract.kind": { 保守: "" } };
    expect(valuesOfCell("contract.kind", "保守", undecided).problems[0]?.code).toBe("import-word-unknown");
    expect(valuesOfCell("system.dataKinds", "診療記録、画像", {}).values).toEqual({
      dataKinds: ["records", "images"],
    });
  });

  it("knows every word our own exports write", () => {
    for (const language of ["ja", "en"] as const) {
      for (const { target, noun, field } of importTargets) {
        const spec = fieldsOf(noun)[field];
        if (!spec || !("options" in spec) || field === "dataKinds") continue;
        for (const code of spec.options) {
          const label = optionLabel(wordsOf(language), noun, field, code);
          if (language === "ja") expect(knownOption(target, label), `${target} ${label}`).toBe(code);
        }
      }
    }
  });

  it("proposes every field by the label of our own forms", () => {
    const words = wordsOf("ja").fields;
    for (const noun of registerNouns) {
      const labels: Readonly<Record<string, string>> = words[noun];
      const fields = Object.keys(fieldsOf(noun)).filter(
        (field) => fieldsOf(noun)[field]?.kind !== "reference",
      );
      const headings = fields.map((field, at) => ({ column: at + 1, text: labels[field] ?? "", group: "" }));
      const columns: ImportColumns = proposeColumns(headings);
      expect(Object.values(columns), noun).toEqual(fields.map((field) => `${noun}.${field}`));
    }
  });
});
