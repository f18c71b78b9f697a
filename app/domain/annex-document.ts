import { assertNever } from "./problem.ts";

/**
 * A paper as data: headings, paragraphs and tables, in reading order. `buildAnnex` makes it, `pdf/` draws
 * it, tests read it without opening a PDF. Nothing here measures or draws.
 */
export type PaperBlock =
  | { kind: "heading"; level: 1 | 2; number: string; text: string; source?: PaperSource }
  | {
      kind: "paragraph";
      text: string;
      indent: 0 | 1 | 2 | 3;
      /** Number of a 項, 号 or ア, drawn before the text (「２」, 「(1)」); none for a first 項. */
      marker?: string;
      /** Where the text names another clause of this paper, in order. */
      references?: PaperReference[];
      source?: PaperSource;
    }
  | {
      kind: "table";
      caption: string;
      columns: PaperColumn[];
      rows: PaperRow[];
      /** 目次: the printer writes into the last cell on which page the heading of the first cell stands. */
      isContents?: true;
    }
  | { kind: "note"; text: string }
  | { kind: "signature"; style: "confirmation" | "seal"; parties: { label: string; name: string }[] };

/** 「第３条の表」: the words that name a clause, and the number of the heading under which it stands. */
export type PaperReference = {
  /** Place of the first character in the text, in UTF-16 units. */
  at: number;
  text: string;
  /** Number of that heading as printed (「第３条」). */
  to: string;
};

export type PaperColumn = {
  title: string;
  /** Share of the table's width; the shares of a table add up to 100. */
  width: number;
  align: "left" | "center";
};
export type PaperRow = {
  cells: string[];
  source?: PaperSource;
  /** Indices of cells whose required value is missing; drawn so that nobody overlooks them. */
  missing?: number[];
};

/** Records that papers are made from, in the order in which the annex builder counts them. */
export const paperRecords = [
  "contract",
  "role-sheet",
  "disclosure",
  "decision",
  "system",
  "server",
  "subcontractor",
  "connection",
  "two-factor",
  "clause",
  "contact",
  "paper",
  "draft",
  "template",
] as const;

/** What a paragraph or row was made of: shown in the annex builder, not printed as such. */
export type PaperSource = {
  record: (typeof paperRecords)[number];
  /** Row number, cell address or clause, as a person would look it up. */
  place: string;
};

/**
 * contract: both parties may read it. internal: 院内限 (risk, acceptance, inspector's text).
 * Two types on purpose — a function that prints contract papers cannot be handed an internal one.
 */
export type PaperDocument<Audience extends "contract" | "internal" = "contract" | "internal"> = {
  audience: Audience;
  /** Printed number of the contract (「別紙２」); null for internal papers. */
  printedNo: string | null;
  title: string;
  /** Running header: contract number and template version. */
  header: string;
  /** Footer line at the right: 「作成 2026年11月24日」. */
  footer: string;
  /** 案 (draft) until issued; the mark is drawn on every page. */
  isDraft: boolean;
  blocks: PaperBlock[];
  /** Versions of every catalogue used, printed at the end. */
  editions: string[];
};
export type ContractPaper = PaperDocument<"contract">;
export type InternalPaper = PaperDocument<"internal">;

/** Every string that is drawn, in order. Used for the glyph check and for "text equals input" tests. */
export function paperStrings(document: PaperDocument): string[] {
  const head = [document.printedNo ?? "", document.title, document.header, document.footer];
  const body = document.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "heading":
        return [block.number, block.text];
      case "paragraph":
        return [block.marker ?? "", block.text];
      case "note":
        return [block.text];
      case "table":
        return [block.caption, ...block.columns.map((c) => c.title), ...block.rows.flatMap((r) => r.cells)];
      case "signature":
        return block.parties.flatMap((party) => [party.label, party.name]);
      default:
        return assertNever(block);
    }
  });
  return [...head, ...body, ...document.editions].filter((text) => text !== "");
}
