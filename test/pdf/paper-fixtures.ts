import { readFileSync } from "node:fs";
import type { ContractPaper, PaperBlock, PaperDocument } from "../../app/domain/annex-document.ts";
import { createPaperPrinter, type PrintedPaper } from "../../app/pdf/draw-paper.server.ts";

export const nodeModules = new URL("../../node_modules", import.meta.url);
export const createdAt = new Date("2026-11-24T01:02:03.000Z");
export const printer = await createPaperPrinter(nodeModules);

/** A golden paper; the files are written by buildAnnex (test/domain/annex.test.ts, annex-kinds.test.ts). */
export function goldenPaper(name: string, ending = ".document"): PaperDocument {
  const file = new URL(`../golden/annexes/${name}${ending}.json`, import.meta.url);
  const json = JSON.parse(readFileSync(file, "utf8"));
  return json.document ?? json;
}

export function paper(...blocks: PaperBlock[]): ContractPaper {
  return {
    audience: "contract",
    printedNo: "別紙１",
    title: "試験の書面",
    header: "契約番号 第2025-007号",
    footer: "作成 2026年11月24日",
    isDraft: false,
    blocks,
    editions: [],
  };
}

export const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text, indent: 0 });

export function table(rows: readonly (readonly string[])[], caption = "表"): PaperBlock {
  const columns = (rows[0] ?? [""]).map((_cell, at) => ({
    title: `欄${at + 1}`,
    width: 100 / (rows[0]?.length ?? 1),
    align: "left" as const,
  }));
  return { kind: "table", caption, columns, rows: rows.map((cells) => ({ cells: [...cells] })) };
}

export async function printed(document: PaperDocument): Promise<PrintedPaper> {
  const result = await printer.print(document, { createdAt });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** 60 rows of every shape, long names, and half-filled cells: twenty pages and more. */
export function longPaper(): ContractPaper {
  const base = goldenPaper("role-sharing").blocks;
  const rows = Array.from({ length: 60 }, (_each, at) => [
    `A${at + 1}`,
    at % 7 === 0 ? "医療情報システムの運用に関する極めて長い名称の項目（別表を含む。）" : "項目",
    at % 3 === 0 ? "甲" : "共同",
    "毎年４月に内容を確認し、結果を書面で報告する。".repeat(1 + (at % 5)),
  ]);
  return paper(...Array.from({ length: 5 }, () => [...base, table(rows, "六十行の表")]).flat());
}
