import fc from "fast-check";
import { expect, it, test } from "vitest";
import type { OfficialDraft } from "~/domain/catalogue-draft-body";
import { countFates, rowFatesOf } from "~/domain/row-fates";
import {
  mergeDraftItem,
  removeDraftItem,
  restoreDraftItem,
  splitDraftItem,
} from "~/use-cases/edit-catalogue-draft.server";
import { proposeColumns, takeTable } from "~/workbook/catalogue-table";
import { inventedBook, officialDraft } from "../support/catalogues";
import { codesOf, expectDone, testHospital } from "../support/ports";

const head = { id: "x", version: "1", title: "x", issuer: "x", issuedOn: "", licence: "x", notice: "" };
const cellText = fc.constantFrom("", "1-1", "架空の項目", "医療機関", "区分の見出し", "※ 注記", " ");

test("every row with text has exactly one fate, whatever the table looks like", () => {
  const rows = fc.array(fc.array(cellText, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(rows, fc.option(fc.integer({ min: 2, max: 12 }), { nil: null }), (body, lastRow) => {
      const texts = [["番号", "区分", "チェック項目", "対象"], ...body];
      const sheet = {
        name: "表",
        isHidden: false,
        rows: texts.map((cells, at) => ({
          row: at + 1,
          cells: cells.map((text, column) => ({
            address: `${"ABCD"[column]}${at + 1}`,
            text,
            use: "unused" as const,
          })),
        })),
      };
      const proposed = proposeColumns("checklist", [sheet]);
      if (proposed === null) throw new Error("no columns");
      const choice = { ...proposed, lastRow };
      const draft: OfficialDraft = {
        ...{ kind: "checklist", head, form: null, sheets: [sheet], choice, takenBy: "columns" },
        ...takeTable("checklist", sheet, choice),
      };
      const fates = rowFatesOf(draft);
      const withText = sheet.rows.filter((row) => row.cells.some((cell) => cell.text.trim() !== ""));
      expect(fates.map((each) => each.row)).toEqual(withText.map((each) => each.row));
      const counts = countFates(fates);
      expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(withText.length);
      expect(counts.item).toBe(draft.items?.length);
    }),
  );
});

it("says of a row that was left out why, and of one that was joined that it is part of an item", async () => {
  const { ports, editor } = await testHospital();
  const draftId = await inventedBook(ports, editor);
  const fates = async () => {
    const { draft } = await officialDraft(ports, editor, draftId);
    return rowFatesOf(draft).map((each) => [each.row, each.fate, each.because]);
  };
  const at = (version: number) => ({ draftId, version });
  expect(await fates()).toEqual([
    [1, "outside", ""],
    [2, "outside", ""],
    [3, "outside", ""],
    [4, "item", ""],
    [5, "item", ""],
    [6, "item", ""],
    [7, "item", ""],
  ]);
  expect(codesOf(await mergeDraftItem(ports, editor, { ...at(1), row: 1 }))).toEqual([
    "catalogue-nothing-above",
  ]);
  expectDone(await mergeDraftItem(ports, editor, { ...at(1), row: 3 }));
  expectDone(await removeDraftItem(ports, editor, { ...at(2), row: 4, reason: "注記" }));
  expect((await fates()).slice(4)).toEqual([
    [5, "item", ""],
    [6, "part", ""],
    [7, "left-out", "注記"],
  ]);
  const { draft } = await officialDraft(ports, editor, draftId);
  expect(draft.items?.find((each) => each.row === 2)?.fields.text).toBe(
    "架空の問いの二ですか。架空の問いの三ですか。",
  );
  expectDone(await restoreDraftItem(ports, editor, { ...at(3), row: 3 }));
  const halves = { first: { text: "はじめの問い" }, second: { no: "1.1-2", text: "次の問い" } };
  expect(codesOf(await splitDraftItem(ports, editor, { ...at(4), row: 1, first: {}, second: {} }))).toEqual([
    "field-required",
  ]);
  expectDone(await splitDraftItem(ports, editor, { ...at(4), row: 1, ...halves }));
  const split = (await officialDraft(ports, editor, draftId)).draft.items ?? [];
  expect(split.slice(0, 2).map(({ fields, cell }) => [fields.no, fields.text, fields.clauses, cell])).toEqual(
    [
      ["1.1", "はじめの問い", "システム運用編 14⑤", split[0]?.cell],
      ["1.1-2", "次の問い", "システム運用編 14⑤", split[0]?.cell],
    ],
  );
  expect((await fates()).find((each) => each[0] === 4)).toEqual([4, "item", ""]);
});
