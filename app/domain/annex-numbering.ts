import { withDigits } from "./era.ts";
import { assertNever } from "./problem.ts";

/**
 * Ways in which papers count (contract-annexes 4): article 第１条（見出し）→ 項 ２ → (1) → ア → (ア); part 第１（見出し）
 * as 特記事項 do; decimal 1 → 1.1 → (1) → ア as service levels do; bracket (1) → ① → (a) → i.
 */
export const numberings = ["article", "part", "decimal", "bracket"] as const;
export type Numbering = (typeof numberings)[number];
export type ClauseLevel = 1 | 2 | 3 | 4;

const kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const wide = (no: number) => withDigits(String(no), "full");
/** a … z, then (27) and so on as plain numbers: no paper of ours comes near. */
const letter = (no: number) => (no <= 26 ? String.fromCharCode(96 + no) : String(no));

/** Number and heading text of a section as printed one after the other. */
export function headingOf(style: Numbering, no: number, heading: string): { number: string; text: string } {
  switch (style) {
    case "article":
      return { number: `第${wide(no)}条`, text: `（${heading}）` };
    case "part":
      return { number: `第${wide(no)}`, text: `（${heading}）` };
    case "decimal":
      return { number: String(no), text: `　${heading}` };
    case "bracket":
      return { number: `(${no})`, text: `　${heading}` };
    default:
      return assertNever(style);
  }
}

/** What stands before a clause; the number of a first 項 is left out, as contracts do. */
function markerOf(style: Numbering, section: number, level: ClauseLevel, no: number): string {
  if (level === 1) {
    if (style === "decimal") return `${section}.${no}`;
    if (style === "bracket") return circled[no - 1] ?? `(${no})`;
    return no === 1 ? "" : wide(no);
  }
  if (style === "bracket")
    return level === 2 ? `(${letter(no)})` : level === 3 ? roman(no) : `(${roman(no)})`;
  if (level === 2) return `(${no})`;
  const sign = kana[no - 1] ?? String(no);
  return level === 3 ? sign : `(${sign})`;
}

function roman(no: number): string {
  const signs = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const;
  let [rest, text] = [no, ""];
  for (const [value, sign] of signs) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

/** 「第３条第２項第１号」, 「3.2(1)」: how another sentence names the clause at these counts. */
function referenceOf(
  style: Numbering,
  section: number,
  counts: readonly number[],
  hasOnePart: boolean,
): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = counts;
  const below =
    (third > 0 ? (kana[third - 1] ?? String(third)) : "") +
    (fourth > 0 ? `(${kana[fourth - 1] ?? fourth})` : "");
  if (style === "decimal") return `${section}.${first}${second > 0 ? `(${second})` : ""}${below}`;
  if (style === "bracket")
    return `(${section})${circled[first - 1] ?? `(${first})`}${second > 0 ? `(${letter(second)})` : ""}`;
  const head = style === "article" ? `第${wide(section)}条` : `第${wide(section)}`;
  // why: a section of one 項 has no 第１項 to name.
  const part = hasOnePart || first === 0 ? "" : `第${wide(first)}項`;
  return `${head}${part}${second > 0 ? `第${wide(second)}号` : ""}${below}`;
}

export type Counted<B> = { block: B; marker: string; reference: string };
type Countable = { kind: string; level?: ClauseLevel };

/**
 * Marker of each block of a section in reading order, and how it is referred to. Blocks that are not printed must be
 * gone already: they take no number. Anything but a clause has neither.
 * @param section the section's number, from 1; 0 = before the first section
 */
export function countClauses<B extends Countable>(
  style: Numbering,
  section: number,
  body: readonly B[],
): Counted<B>[] {
  const counts = [0, 0, 0, 0];
  const hasOnePart = body.filter((each) => each.kind === "clause" && each.level === 1).length < 2;
  return body.map((block) => {
    if (block.kind !== "clause" || block.level === undefined) return { block, marker: "", reference: "" };
    const at = block.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    const reference = referenceOf(style, section, counts.slice(0, at + 1), hasOnePart);
    return { block, marker: markerOf(style, section, block.level, counts[at] ?? 1), reference };
  });
}

/** 「第３条」, 「第３」, 「3」, 「(3)」. */
export function sectionReference(style: Numbering, section: number): string {
  return headingOf(style, section, "").number;
}
