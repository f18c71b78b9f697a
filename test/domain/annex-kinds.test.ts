import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildAnnex } from "../../app/domain/annex.ts";
import { paperStrings } from "../../app/domain/annex-document.ts";
import { presetsOf, readEntered } from "../../app/domain/annex-field.ts";
import { holds } from "../../app/domain/annex-holds.ts";
import type { ContractPaperInput } from "../../app/domain/annex-input.ts";
import { annexKinds, type paperKinds, shortFormKinds } from "../../app/domain/annex-kind.ts";
import type { ContractAnnexTemplate } from "../../app/domain/annex-template.ts";
import { paperOfCase } from "../support/paper-cases.ts";
import { contractTemplates, everythingWritten, fullInput } from "../support/papers.ts";

const built = (template: ContractAnnexTemplate, input: ContractPaperInput) => {
  const result = buildAnnex(template, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const named = contractTemplates.map((each) => [each.paperKind, each] as const);
function templateOf(kind: (typeof paperKinds)[number]): ContractAnnexTemplate {
  const found = contractTemplates.find((each) => each.paperKind === kind);
  if (!found) throw new Error(`no template of ${kind}`);
  return found;
}

test("every kind ships once: fifteen annexes, seven short forms and the 覚書", () => {
  const kinds = contractTemplates.map((each) => each.paperKind).sort();
  expect(kinds).toEqual([...annexKinds, ...shortFormKinds, "memorandum"].sort());
  expect([annexKinds.length, shortFormKinds.length]).toEqual([15, 7]);
});

describe("each kind", () => {
  test.each(named)(
    "%s issues when everything is written, and prints as the golden document",
    (kind, template) => {
      const { document, missing } = built(template, fullInput(template));
      expect(missing).toEqual([]);
      expect(document.isDraft).toBe(false);
      const file = new URL(`../golden/annexes/kinds/${kind}.json`, import.meta.url);
      if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
      expect(document).toEqual(JSON.parse(readFileSync(file, "utf8")));
    },
  );

  test.each(named)("%s issues with every option of its choices", (_kind, template) => {
    const most = Math.max(
      1,
      ...template.fields.map((each) => (each.type === "choice" ? each.options.length : 1)),
    );
    for (let at = 0; at < most; at += 1) {
      const entered = everythingWritten(template, () => at);
      const { document, missing } = built(template, { ...fullInput(template), entered });
      expect(missing).toEqual([]);
      expect(paperStrings(document).join("")).not.toMatch(/[{}]|undefined/);
    }
  });

  test.each(named)("%s lists every required 記入欄 that is empty, and is a draft then", (_kind, template) => {
    const input = { ...fullInput(template), entered: {} };
    const { document, missing } = built(template, input);
    const asked = template.fields.filter((each) => each.isRequired && holds(each.when, input));
    const listed = missing.map((each) => each.field);
    for (const field of asked) expect(listed).toContain(`field.${field.key}`);
    expect(document.isDraft).toBe(missing.length > 0);
  });

  test.each(named)("%s has no sentence of its own verdict and keeps its written texts", (_kind, template) => {
    const input = fullInput(template);
    const read = readEntered(template.fields, input.entered ?? {});
    expect(read.problems).toEqual([]);
    expect(read.entered).toEqual(input.entered);
    expect(JSON.stringify(template)).not.toMatch(/準拠|適合/);
  });

  test.each(named)(
    "%s: preset rows name what is to be settled and leave who and what it costs open",
    (_kind, template) => {
      const { missing } = built(template, { ...fullInput(template), entered: presetsOf(template.fields) });
      const duties = template.fields.find((each) => each.key === "duties");
      if (duties?.type !== "rows") return;
      const open = missing.filter((each) => each.field === "field.duties.cost");
      expect(open).toHaveLength(duties.presets.length);
    },
  );
});

describe("すべてのサーバについての文", () => {
  const template = templateOf("security-updates");
  const sentence = "そのすべてについて";
  const input = fullInput(template);
  const says = (given: ContractPaperInput) =>
    paperStrings(built(template, given).document).join("").includes(sentence);

  test("stands where every server is the vendor's and the list was declared complete", () => {
    expect(says(input)).toBe(true);
  });

  test.each([
    [
      "one server of the contract is the hospital's",
      {
        servers: input.servers?.map((each, at) =>
          at === 1 ? { ...each, bearer: "hospital" as const } : each,
        ),
      },
      ["単体で動く心電図PC"],
    ],
    [
      "one server of the contract is unclear",
      {
        servers: input.servers?.map((each, at) =>
          at === 0 ? { ...each, bearer: "unclear" as const } : each,
        ),
      },
      ["カルテDBサーバ"],
    ],
    [
      "one server under another contract has no clause",
      { updates: { declaredOn: "2026-10-01", uncovered: ["検査サーバ"] } },
      ["検査サーバ"],
    ],
    ["nobody declared the list complete", { updates: { declaredOn: null, uncovered: [] } }, ["declaration"]],
  ])("is refused while %s", (_name, change, places) => {
    const given = { ...input, ...change };
    const { missing, document } = built(template, given);
    expect(says(given)).toBe(false);
    expect(document.isDraft).toBe(true);
    const unmet = missing.filter((each) => each.field === "updates-entrusted").map((each) => each.place);
    expect(unmet).toEqual(places);
  });

  test("is not asked for where the paper does not make the statement", () => {
    const entered = { ...input.entered, statesAll: "no" };
    const given = { ...input, entered, updates: { declaredOn: null, uncovered: ["検査サーバ"] } };
    expect(built(template, given).missing).toEqual([]);
    expect(says(given)).toBe(false);
  });
});

test("the sub-contractors follow the tree, with the branch in the number", () => {
  const table = built(
    templateOf("subcontractors"),
    fullInput(templateOf("subcontractors")),
  ).document.blocks.find((each) => each.kind === "table" && each.caption === "再委託先の一覧");
  const cells = table?.kind === "table" ? table.rows.map((each) => each.cells.slice(0, 2)) : [];
  expect(cells).toEqual([
    ["1", "髙﨑データセンター株式会社\n委託元：乙"],
    ["1-1", "葛󠄀城運用合同会社\n委託元：髙﨑データセンター株式会社"],
  ]);
});

test("references of every kind stand where the text says, and each leads to a heading of the paper", () => {
  for (const template of contractTemplates) {
    const { blocks } = paperOfCase(template, "full");
    const numbers = new Set(blocks.flatMap((each) => (each.kind === "heading" ? [each.number] : [])));
    for (const block of blocks) {
      if (block.kind !== "paragraph") continue;
      for (const { at, text, to } of block.references ?? []) {
        expect(block.text.slice(at, at + text.length)).toBe(text);
        expect(numbers).toContain(to);
        expect(text.startsWith(to)).toBe(true);
      }
    }
  }
  const remote = contractTemplates.filter((each) => each.paperKind === "remote-maintenance");
  const named = remote
    .flatMap((each) => paperOfCase(each, "full").blocks)
    .flatMap((each) => (each.kind === "paragraph" ? (each.references ?? []) : []));
  expect(named.map((each) => each.to)).toEqual(["第３条", "第９条"]);
});
