import type { PaperBlock, PaperDocument } from "./annex-document.ts";
import type { Day } from "./day.ts";

/** A row of the own checklist as tables and papers show it; every word is chosen already. */
export type OwnTableRow = {
  no: string;
  item: string;
  answer: string;
  /** Answer of each frozen round, in the order of `rounds`. */
  rounds: string[];
  targetOn: Day | "";
  remark: string;
  evidence: string;
  lastYear: string;
  vendors: string;
};
export type OwnTable = { rounds: string[]; rows: OwnTableRow[] };

/** Words of the paper, handed in by whoever knows the language. */
export type OwnPaperWords = {
  title: string;
  header: string;
  footer: string;
  rows: string;
  notice: string;
  vendorsTitle: string;
  columns: {
    no: string;
    item: string;
    answer: string;
    targetOn: string;
    remark: string;
    vendor: string;
    state: string;
  };
};

/**
 * 自院の点検表の控え as a paper: internal, because it names what is missing. The last frozen round stands beside the
 * rows, or what is saved now where none is frozen; the vendors' sheets stand behind it.
 * @param edition `id@version`, printed at the end
 */
export function buildOwnChecklistPaper(
  table: OwnTable,
  vendors: readonly { vendor: string; state: string }[],
  words: OwnPaperWords,
  edition: string,
): PaperDocument<"internal"> {
  const { columns } = words;
  const rounds = table.rounds.length > 0 ? table.rounds : [columns.answer];
  const width = rounds.length === 1 ? 12 : 10;
  const item = 100 - 8 - 12 - 20 - width * rounds.length;
  const rows: PaperBlock = {
    kind: "table",
    caption: words.rows,
    columns: [
      { title: columns.no, width: 8, align: "center" },
      { title: columns.item, width: item, align: "left" },
      ...rounds.map((title) => ({ title, width, align: "center" as const })),
      { title: columns.targetOn, width: 12, align: "center" },
      { title: columns.remark, width: 20, align: "left" },
    ],
    rows: table.rows.map((each) => ({
      cells: [
        each.no,
        each.item,
        ...(table.rounds.length > 0 ? each.rounds : [each.answer]),
        each.targetOn,
        each.remark,
      ],
    })),
  };
  const sheets: PaperBlock = {
    kind: "table",
    caption: words.vendorsTitle,
    columns: [
      { title: columns.vendor, width: 50, align: "left" },
      { title: columns.state, width: 50, align: "left" },
    ],
    rows: vendors.map((each) => ({ cells: [each.vendor, each.state] })),
  };
  return {
    audience: "internal",
    printedNo: null,
    title: words.title,
    header: words.header,
    footer: words.footer,
    isDraft: false,
    blocks: [{ kind: "note", text: words.notice }, rows, ...(vendors.length > 0 ? [sheets] : [])],
    editions: [edition],
  };
}
