import type { ISectionOptions, Paragraph, Table } from "docx";
import type { PaperBlock, PaperDocument } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";
import { fixedWords, page } from "./paper-format.ts";
import { printableText } from "./printable-text.ts";

type Docx = typeof import("docx");
const faces = { body: "BIZ UDMincho", heading: "BIZ UDGothic" } as const;
/** Half points, as Word counts. */
const sizes = { body: 21, title: 30, cell: 18, note: 18, running: 16 } as const;
/** Twentieths of a point. */
const twips = (points: number) => Math.round(points * 20);
const em = 10.5;

/**
 * The paper as .docx for those who negotiate its wording: the same strings in the same order as the PDF, headings as
 * headings, tables as tables whose heads repeat. Numbers of clauses are text, as they are counted in the paper.
 */
export async function paperAsWord(document: PaperDocument, createdAt: Date): Promise<Uint8Array> {
  const docx = await import("docx"); // on first use: it would slow down every start
  const file = new docx.Document({
    title: [document.printedNo ?? "", document.title].filter((each) => each !== "").join("　"),
    creator: "Buntan",
    lastModifiedBy: "Buntan",
    description: `${createdAt.toISOString()}`,
    styles: {
      default: {
        document: {
          run: { font: faceOf("body"), size: sizes.body, language: { value: "ja-JP", eastAsia: "ja-JP" } },
          paragraph: { spacing: { line: 360 } },
        },
        title: { run: { font: faceOf("heading"), size: sizes.title, bold: true } },
        heading1: { run: { font: faceOf("heading"), size: sizes.body, bold: true, color: "000000" } },
        heading2: { run: { font: faceOf("heading"), size: sizes.body, bold: true, color: "000000" } },
      },
    },
    sections: [sectionOf(docx, document)],
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}

function faceOf(face: keyof typeof faces) {
  const name = faces[face];
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name };
}

function sectionOf(docx: Docx, document: PaperDocument): ISectionOptions {
  const { Footer, Header, PageNumber, TextRun } = docx;
  const marks = [
    ...(document.isDraft ? [fixedWords.draft] : []),
    ...(document.audience === "internal" ? [fixedWords.internal] : []),
  ].map((each) => `【${each}】`);
  const running = [...marks, document.printedNo ?? "", document.header].filter((each) => each !== "");
  const head = words(docx, running.join("　"), { size: sizes.running });
  const foot = [
    new TextRun({
      size: sizes.running,
      children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES, `　${printableText(document.footer)}`],
    }),
  ];
  const right = docx.AlignmentType.RIGHT;
  return {
    properties: {
      page: {
        size: { width: twips(page.width), height: twips(page.height) },
        margin: {
          left: twips(page.left),
          right: twips(page.right),
          top: twips(page.top),
          bottom: twips(page.bottom),
        },
      },
    },
    headers: {
      default: new Header({ children: [new docx.Paragraph({ alignment: right, children: head })] }),
    },
    footers: {
      default: new Footer({ children: [new docx.Paragraph({ alignment: right, children: foot })] }),
    },
    children: [
      ...titleOf(docx, document),
      ...document.blocks.flatMap((each) => blockOf(docx, each)),
      ...editionsOf(docx, document),
    ],
  };
}

type RunStyle = { size?: number; bold?: boolean; face?: keyof typeof faces };

/** A text as runs: its line feeds become breaks. */
function words(docx: Docx, text: string, { size, bold, face }: RunStyle = {}) {
  // why without other controls: XML cannot hold them, and Word refuses the whole file.
  return printableText(text)
    .replace(/(?!\n)\p{Cc}/gu, "")
    .split("\n")
    .map(
      (line, at) =>
        new docx.TextRun({
          text: line,
          ...(at > 0 ? { break: 1 } : {}),
          ...(size === undefined ? {} : { size }),
          ...(bold === undefined ? {} : { bold }),
          ...(face === undefined ? {} : { font: faceOf(face) }),
        }),
    );
}

function titleOf(docx: Docx, document: PaperDocument): Paragraph[] {
  const { AlignmentType, HeadingLevel, Paragraph } = docx;
  const number = document.printedNo ?? "";
  return [
    ...(number === ""
      ? []
      : [new Paragraph({ alignment: AlignmentType.RIGHT, children: words(docx, number) })]),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: words(docx, document.title),
    }),
  ];
}

function blockOf(docx: Docx, block: PaperBlock): (Paragraph | Table)[] {
  const { HeadingLevel, Paragraph } = docx;
  switch (block.kind) {
    case "heading": {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      const children = words(docx, `${block.number}${block.text}`);
      return [new Paragraph({ heading, keepNext: true, spacing: { before: 180 }, children })];
    }
    case "paragraph": {
      const marker = block.marker ?? "";
      const left = twips((block.indent + 1) * em);
      const indent =
        marker === "" && block.indent === 0 ? { firstLine: twips(em) } : { left, hanging: twips(em) };
      const children = words(docx, marker === "" ? block.text : `${marker}　${block.text}`);
      return [new Paragraph({ indent, children })];
    }
    case "note":
      return [
        new Paragraph({
          indent: { left: twips(em) },
          children: words(docx, block.text, { size: sizes.note }),
        }),
      ];
    case "table":
      return tableOf(docx, block);
    case "signature":
      return signatureOf(docx, block);
    default:
      return assertNever(block);
  }
}

function tableOf(docx: Docx, block: Extract<PaperBlock, { kind: "table" }>): (Paragraph | Table)[] {
  const { Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } = docx;
  const content = twips(page.width - page.left - page.right);
  const widths = block.columns.map((each) => Math.round((content * each.width) / 100));
  const cell = (text: string, at: number, style: RunStyle & { fill?: string }) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(style.fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: style.fill } }),
      children: [
        new Paragraph({
          spacing: { line: 270 },
          alignment:
            block.columns[at]?.align === "center" ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
          children: words(docx, text, { ...style, size: sizes.cell }),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((each, at) =>
      cell(each.title, at, { face: "heading", bold: true, fill: "EBEBEB" }),
    ),
  });
  const rows = block.rows.map((row) => {
    const isMissing = (at: number) => row.missing?.includes(at) === true;
    const style = (at: number) => (isMissing(at) ? { face: "heading" as const, fill: "D9D9D9" } : {});
    return new TableRow({
      cantSplit: true,
      children: row.cells.map((text, at) => cell(text, at, style(at))),
    });
  });
  const table = new Table({
    width: { size: content, type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...rows],
  });
  const caption = words(docx, block.caption, { face: "heading", size: 19 });
  return [
    ...(block.caption === "" ? [] : [new Paragraph({ keepNext: true, children: caption })]),
    table,
    new Paragraph({ children: [] }),
  ];
}

function signatureOf(docx: Docx, block: Extract<PaperBlock, { kind: "signature" }>): Paragraph[] {
  const line = (text: string, left: number) =>
    new docx.Paragraph({
      keepNext: true,
      indent: { left: twips(left * em) },
      spacing: { line: 480 },
      children: words(docx, text),
    });
  const rowsOf = (name: string) =>
    block.style === "seal"
      ? [
          fixedWords.address,
          `${fixedWords.name}　${name}`,
          `${fixedWords.representative}${"　".repeat(14)}${fixedWords.seal}`,
        ]
      : [
          `${fixedWords.name}　${name}`,
          fixedWords.department,
          fixedWords.person,
          `${fixedWords.confirmedOn}　${fixedWords.signedOn}`,
        ];
  return [
    line(
      block.style === "seal" ? fixedWords.signedOn : fixedWords.confirmation,
      block.style === "seal" ? 5 : 1,
    ),
    ...block.parties.flatMap((party) => [
      line(party.label, 8),
      ...rowsOf(party.name).map((each) => line(each, 13)),
    ]),
  ];
}

function editionsOf(docx: Docx, document: PaperDocument): Paragraph[] {
  if (document.editions.length === 0) return [];
  const small = { size: 17 };
  return [fixedWords.editions, ...document.editions].map(
    (each, at) =>
      new docx.Paragraph({
        spacing: { line: 260, ...(at === 0 ? { before: 280 } : {}) },
        children: words(docx, each, at === 0 ? { ...small, face: "heading" } : small),
      }),
  );
}
