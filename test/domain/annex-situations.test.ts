import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { buildAnnex } from "~/domain/annex";
import { paperStrings } from "~/domain/annex-document";
import { type ContractPaperInput, contractPaperInputSchema } from "~/domain/annex-input";
import { parseAnnexTemplate } from "~/domain/annex-template-file";

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const column = (title: string, field: string) => ({ title, width: 20, align: "left", fields: [field] });

/** The shipped annex with columns for an emergency, for the end of the contract and for what shows it. */
function withSituations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSituations);
  const object = z.record(z.string(), z.unknown()).safeParse(value);
  if (!object.success) return value;
  const { columns, ...rest } = object.data;
  const isRoles = JSON.stringify(columns ?? null).includes('"firstCheck"');
  const others = Object.entries(rest).map(([key, each]) => [key, withSituations(each)]);
  if (columns === undefined) return Object.fromEntries(others);
  const own = [column("項目", "label"), column("担当", "party"), column("緊急時", "emergencyParty")];
  const more = [column("終了時", "endParty"), column("証跡", "evidence")];
  return { ...Object.fromEntries(others), columns: isRoles ? [...own, ...more] : columns };
}

it("an annex can print who acts in an emergency and at the end, and the evidence, in the contract's own labels", () => {
  const parsed = parseAnnexTemplate(withSituations(json("../../templates/annexes/role-sharing.json")), "own");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  if (parsed.value.audience !== "contract") throw new Error("a contract paper");
  const input = contractPaperInputSchema.parse(json("../golden/annexes/contract-input.json"));
  const [first] = input.roleSheet?.rows ?? [];
  if (!input.roleSheet || !first) throw new Error("the golden input has rows");
  const said = { emergencyParty: "vendor", endParty: "same", evidence: "作業報告書の写し" } as const;
  const row = { ...first, party: "hospital" as const, leftOutReason: "", ...said };
  const result = buildAnnex(parsed.value, { ...input, roleSheet: { ...input.roleSheet, rows: [row] } });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { hospitalLabel, vendorLabel } = input.contract;
  const strings = paperStrings(result.value.document);
  const at = strings.indexOf(said.evidence);
  expect(strings.slice(at - 4, at)).toEqual([row.label, hospitalLabel, vendorLabel, hospitalLabel]);
});

it("the shipped annex prints the rows that say so in a table of their own, and nothing where none does", () => {
  const parsed = parseAnnexTemplate(json("../../templates/annexes/role-sharing-2.json"), "own");
  if (!parsed.ok || parsed.value.audience !== "contract") throw new Error("a contract paper");
  const template = parsed.value;
  const input = contractPaperInputSchema.parse(json("../golden/annexes/contract-input.json"));
  const sheet = input.roleSheet;
  if (!sheet) throw new Error("the golden input has a role sheet");
  const printed = (rows: NonNullable<ContractPaperInput["roleSheet"]>["rows"]) => {
    const result = buildAnnex(template, { ...input, roleSheet: { ...sheet, rows } });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { document } = result.value;
    const table = document.blocks.find(
      (each) => each.kind === "table" && each.columns.some(({ title }) => title === "緊急時の担当"),
    );
    return { text: paperStrings(document).join("\n"), rows: table?.kind === "table" ? table.rows : null };
  };
  const silent = sheet.rows.map(
    (row) => ({ ...row, emergencyParty: "", endParty: "", evidence: "" }) as const,
  );
  expect(printed(silent).rows).toBeNull();
  expect(printed(silent).text).not.toMatch(/緊急時|証跡/);
  const rows = silent.map((row, at) =>
    at === 1
      ? { ...row, evidence: "作業報告書" }
      : at === 2
        ? { ...row, emergencyParty: "both" as const }
        : row,
  );
  expect(printed(rows).rows).toHaveLength(2);
  expect(printed(rows).text).toContain("作業報告書");
  const leftOut = rows.map((row) => ({ ...row, leftOutReason: "対象の機器がない" }));
  expect(printed(leftOut).rows).toBeNull();
});
