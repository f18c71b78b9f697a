import type { PaperDocument } from "./annex-document.ts";
import type { AnnexBlock, AnnexTemplate } from "./annex-template.ts";
import { keptPairs } from "./kept-pairs.ts";
import { assertNever } from "./problem.ts";

/** One line of a paper: a sentence or a row of a table, under which heading it stands, and by what a row is known again. */
export type PaperLine = {
  /** Heading as printed, with the number of the clause: 「第３条（通知）２」. */
  place: string;
  text: string;
  /** Heading without number, table and first cell; empty for sentences. */
  rowKey: string;
};

export type LineDifference = {
  kind: "changed" | "added" | "gone";
  /** Where it stands now; where it stood for a line that is gone. */
  place: string;
  old: string;
  next: string;
};

const CELLS = "｜";

/**
 * Every line of a printed paper in reading order. Numbers of clauses are part of the place and not of the text: a clause
 * that only moved down one number has not changed.
 */
export function linesOfPaper(document: PaperDocument): PaperLine[] {
  const lines: PaperLine[] = [{ place: "", text: document.title, rowKey: "" }];
  let [heading, plain] = ["", ""];
  const add = (text: string, marker = "") => {
    lines.push({ place: `${heading}${marker}`, text, rowKey: "" });
  };
  for (const block of document.blocks) {
    switch (block.kind) {
      case "heading":
        [heading, plain] = [`${block.number}${block.text}`, block.text];
        add(block.text);
        break;
      case "paragraph":
        add(block.text, block.marker ?? "");
        break;
      case "note":
        add(block.text);
        break;
      case "table": {
        const place = `${heading}${block.caption === "" ? "" : `　${block.caption}`}`;
        const titles = block.columns.map((each) => each.title).join(CELLS);
        lines.push({ place, text: titles, rowKey: `${plain}/${block.caption}/` });
        for (const { cells } of block.rows)
          lines.push({
            place,
            text: cells.map((each) => each.replaceAll("\n", "／")).join(CELLS),
            rowKey: `${plain}/${block.caption}/${cells[0] ?? ""}`,
          });
        break;
      }
      case "signature":
        for (const { label, name } of block.parties) add(`${label}　${name}`);
        break;
      default:
        return assertNever(block);
    }
  }
  for (const edition of document.editions) lines.push({ place: "", text: edition, rowKey: "" });
  return lines;
}

/** The same of a template: its sentences with their names as stored, captions and titles of columns. */
export function linesOfTemplate(template: AnnexTemplate): PaperLine[] {
  const lines: PaperLine[] = [
    template.title,
    template.header,
    template.footerIssued,
    template.footerDraft,
  ].map((text) => ({ place: "", text, rowKey: "" }));
  lines.push({ place: "", text: template.numbering, rowKey: "numbering" });
  const add = (place: string, blocks: readonly AnnexBlock[]) => {
    for (const block of blocks) {
      const text =
        block.kind === "table"
          ? [block.caption, ...block.columns.map((each) => each.title), block.empty].join(CELLS)
          : block.text;
      lines.push({ place, text, rowKey: block.kind === "table" ? `${place}/${block.source}` : "" });
    }
  };
  add("", template.preamble);
  for (const { heading, body } of template.sections) {
    lines.push({ place: heading, text: heading, rowKey: "" });
    add(heading, body);
  }
  return lines;
}

/** Beyond this many pairs of lines they are compared place by place: the table of pairs would cost more than it says. */
const MOST_PAIRS = 9_000_000;
/** Two sentences with less than this share of common characters are one gone and one added. */
const LEAST_ALIKE = 0.4;

/** 新旧の違い: only what changed, in the order of the new paper; a line that is gone stands where it stood. */
export function differencesOfLines(old: readonly PaperLine[], next: readonly PaperLine[]): LineDifference[] {
  const differences: LineDifference[] = [];
  let [i, j] = [0, 0];
  for (const [atOld, atNext] of [...keptLines(old, next), [old.length, next.length] as const]) {
    differences.push(...differencesOfRun(old.slice(i, atOld), next.slice(j, atNext)));
    [i, j] = [atOld + 1, atNext + 1];
  }
  return differences;
}

/** Lines that stayed; the equal ones at either end are found without the table of pairs. */
function keptLines(old: readonly PaperLine[], next: readonly PaperLine[]): [number, number][] {
  const least = Math.min(old.length, next.length);
  let front = 0;
  while (front < least && old[front]?.text === next[front]?.text) front += 1;
  let back = 0;
  while (back < least - front && old.at(-1 - back)?.text === next.at(-1 - back)?.text) back += 1;
  const inner = [old.slice(front, old.length - back), next.slice(front, next.length - back)] as const;
  const texts = inner.map((each) => each.map((line) => line.text));
  const isSmall = inner[0].length * inner[1].length <= MOST_PAIRS;
  const kept = isSmall ? keptPairs(texts[0] ?? [], texts[1] ?? []) : [];
  return [
    ...Array.from({ length: front }, (_, at): [number, number] => [at, at]),
    ...kept.map(([a, b]): [number, number] => [a + front, b + front]),
    ...Array.from({ length: back }, (_, at): [number, number] => [
      old.length - back + at,
      next.length - back + at,
    ]),
  ];
}

/** Between two lines that stayed: rows are paired by what they are known by, sentences by likeness and order. */
function differencesOfRun(old: readonly PaperLine[], next: readonly PaperLine[]): LineDifference[] {
  const partner = new Map<PaperLine, PaperLine>();
  const free = [...old];
  for (const line of next) {
    const at = free.findIndex((each) =>
      line.rowKey === "" ? each.rowKey === "" && isAlike(each.text, line.text) : each.rowKey === line.rowKey,
    );
    const [found] = at === -1 ? [] : free.splice(at, 1);
    if (found) partner.set(line, found);
  }
  const gone = free.map(
    (line): LineDifference => ({ kind: "gone", place: line.place, old: line.text, next: "" }),
  );
  return [
    ...gone,
    ...next.map((line): LineDifference => {
      const before = partner.get(line);
      return before
        ? { kind: "changed", place: line.place, old: before.text, next: line.text }
        : { kind: "added", place: line.place, old: "", next: line.text };
    }),
  ];
}

function isAlike(a: string, b: string): boolean {
  const counts = new Map<string, number>();
  for (const each of a) counts.set(each, (counts.get(each) ?? 0) + 1);
  let common = 0;
  for (const each of b) {
    const left = counts.get(each) ?? 0;
    if (left > 0) common += 1;
    counts.set(each, left - 1);
  }
  return common >= LEAST_ALIKE * Math.max([...a].length, [...b].length);
}
