import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerValue, questionnaireSchema } from "~/domain/questionnaire";
import { decodeCsv, parseCsv } from "~/workbook/csv-sheet";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";
import { questionnaireWorkbook } from "~/workbook/write-questionnaire.server";

const folder = path.resolve(import.meta.dirname, "../../templates/questionnaires");

describe("our own questionnaires", () => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
    test(`${name}: written, filled and read back, every answer is the same`, async () => {
      const questionnaire = questionnaireSchema.parse(
        JSON.parse(readFileSync(path.join(folder, name), "utf8")),
      );
      const values: AnswerValue[] = ["yes", "no", "not-applicable", "blank"];
      const written = questionnaire.questions.map((question, at) => ({
        no: question.no,
        question: question.question,
        section: question.section,
        answer: values[at % 4] ?? "blank",
        remark: at % 3 === 0 ? `規程 第${at}条` : "",
      }));
      const bytes = await questionnaireWorkbook(
        questionnaire,
        new Map(written.map((each) => [each.no, each])),
        {
          vendor: "あおば",
          product: "青葉カルテ",
          issuedOn: "2026-04-15",
        },
      );
      const reading = await readWorkbookBytes(bytes, "質問票.xlsx");
      const [form] = reading.forms;
      expect([form?.form, form?.formVersion, reading.problems]).toEqual([
        questionnaire.form,
        questionnaire.head.version,
        [],
      ]);
      expect(form?.unread).toEqual([]);
      expect(
        form?.answers.map(({ no, question, section, answer, remark }) => ({
          no,
          question,
          section,
          answer,
          remark,
        })),
      ).toEqual(written);
    });
  }
});

const columns = [
  { key: "name", heading: "名称" },
  { key: "note", heading: "備考" },
];

describe("exported lists", () => {
  test("CSV: a text that looks like a formula is made harmless and comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (texts) => {
        const safe = texts.map((text) => text.replace(/\r\n?|\n/g, "\n"));
        const bytes = tableAsCsv(
          columns,
          safe.map((text) => ({ name: text, note: null })),
        );
        const fields = parseCsv(decodeCsv(bytes) ?? "")
          .slice(1)
          .map((row) => row[0] ?? "");
        expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
        expect(fields.map((field) => (/^'[=+\-@\t\r]/.test(field) ? field.slice(1) : field))).toEqual(
          safe.map((text) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)),
        );
      }),
    );
  });

  test("CSV begins with a BOM, so that a spreadsheet reads it as UTF-8", () => {
    expect([...tableAsCsv(columns, []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("xlsx: text stays text, numbers stay numbers", async () => {
    const bytes = await tableAsXlsx("事業者/一覧", columns, [
      { name: "=1+1", note: 3 },
      { name: "00123", note: null },
    ]);
    const sheet = XLSX.read(bytes).Sheets["事業者 一覧"];
    expect([sheet?.A2?.t, sheet?.A2?.v, sheet?.A2?.f, sheet?.B2?.t, sheet?.A3?.v]).toEqual([
      "s",
      "=1+1",
      undefined,
      "n",
      "00123",
    ]);
  });
});
