import { expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { makeWorkbook } from "../support/make-workbook.ts";

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";

const note = (cell: string, text: string) =>
  `<comments xmlns="${spreadsheet}"><authors><author>tc={1}</author></authors><commentList><comment ref="${cell}" authorId="0"><text><t>${text}</t></text></comment></commentList></comments>`;
const said = (cell: string, text: string) =>
  `<threadedComment ref="${cell}" dT="2026-04-15T00:00:00.00" personId="{a}" id="{1}"><text>${text}</text></threadedComment>`;

async function unreadOf(parts: Record<string, string>) {
  const rows = [
    ["MDS Ver.5.0"],
    ["項番", "設問", "はい", "いいえ", "対象外"],
    ["1.1", "記録を残しますか。", "○"],
    ["1.2", "識別を行いますか。", null, "○"],
  ];
  const relations = Object.keys(parts).map((name, at): [string, string, string] => [
    `rId${at + 5}`,
    name.includes("threaded") ? "threadedComment" : "comments",
    `../${name.slice("xl/".length)}`,
  ]);
  const reading = await readWorkbookBytes(
    makeWorkbook([{ name: "MDS", rows, relations }], parts),
    "回答.xlsx",
  );
  expect(reading.problems).toEqual([]);
  return reading.forms[0]?.unread;
}

test("what was said about a cell in a conversation is shown, line by line", async () => {
  const thread = `<ThreadedComments xmlns="${threads}">${said("C3", "一部の機種のみ")}${said("C3", "了解 &amp; 確認済")}</ThreadedComments>`;
  expect(await unreadOf({ "xl/threadedComments/threadedComment1.xml": thread })).toEqual([
    { cell: "MDS!C3", text: "一部の機種のみ\n了解 & 確認済", reason: "cell-comment" },
  ]);
});

test("the copy for older programs beside it is not said twice, and other notes stay", async () => {
  const thread = `<ThreadedComments xmlns="${threads}">${said("C3", "一部の機種のみ")}</ThreadedComments>`;
  const copy = note("C3", "[スレッド化されたコメント]\nコメント:\n    一部の機種のみ");
  expect(
    await unreadOf({ "xl/comments1.xml": copy, "xl/threadedComments/threadedComment1.xml": thread }),
  ).toEqual([{ cell: "MDS!C3", text: "一部の機種のみ", reason: "cell-comment" }]);
  expect(
    await unreadOf({
      "xl/comments1.xml": note("D4", "別の註"),
      "xl/threadedComments/threadedComment1.xml": thread,
    }),
  ).toEqual([
    { cell: "MDS!C3", text: "一部の機種のみ", reason: "cell-comment" },
    { cell: "MDS!D4", text: "別の註", reason: "cell-comment" },
  ]);
});
