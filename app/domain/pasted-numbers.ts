/** One row of a catalogue that a pasted number may mean. */
export type NumberedItem = { key: string; no: string; text: string };

export type ResolvedNumber = { token: string; items: NumberedItem[] };
export type PastedNumbers = {
  /** In the order of the paste: each token with its item, or a range with its items. */
  resolved: ResolvedNumber[];
  /** Tokens that name no item. */
  unknown: string[];
  /** Tokens that name several: a person chooses. */
  ambiguous: ResolvedNumber[];
};

/** A number as it is compared: half width, no spaces, one kind of hyphen; ⑤ stays ⑤. */
export function plainItemNumber(text: string): string {
  return text
    .replace(/[！-～]/g, (each) => each.normalize("NFKC"))
    .replace(/[\s\u3000]+/g, "")
    .replace(/[‐‑‒–—−ー－]/g, "-")
    .replace(/。/g, ".")
    .replace(/(\d)\.$/, "$1")
    .toLowerCase();
}

const rangeMarks = /[~〜～]|から/;

/**
 * Resolves pasted item numbers against a catalogue. Separators: line breaks, tabs, 「、」「，」「,」「；」「;」 and,
 * where a piece is no number as a whole, spaces. Ranges (`4.1～4.5`, `4.1から4.5`, `4.1 - 4.5`) run in the
 * catalogue's own order. Nothing is guessed: every token ends as resolved, unknown or ambiguous.
 */
export function resolvePasted(pasted: string, items: readonly NumberedItem[]): PastedNumbers {
  const byNo = new Map<string, NumberedItem[]>();
  for (const item of items) {
    const no = plainItemNumber(item.no);
    if (no !== "") byNo.set(no, [...(byNo.get(no) ?? []), item]);
  }
  const found: PastedNumbers = { resolved: [], unknown: [], ambiguous: [] };
  for (const token of tokensOf(pasted, (text) => byNo.has(plainItemNumber(text)))) {
    const own = byNo.get(plainItemNumber(token));
    const range = own ? null : rangeOf(token, byNo, items);
    if (own?.length === 1) found.resolved.push({ token, items: own });
    else if (own) found.ambiguous.push({ token, items: own });
    else if (range) found.resolved.push({ token, items: range });
    else found.unknown.push(token);
  }
  return found;
}

function tokensOf(pasted: string, isNumber: (text: string) => boolean): string[] {
  const pieces = pasted.split(/[\n\r\t、，,；;]+/).map((each) => each.trim());
  return pieces
    .flatMap((piece) => {
      // why: 「システム運用編 14⑤」 and 「4.1 ～ 4.5」 hold spaces and are one token each.
      if (isNumber(piece) || rangeMarks.test(piece)) return [piece];
      if (/\s[-‐–—－]\s/.test(piece)) return [piece];
      return piece.split(/[\s\u3000]+/);
    })
    .filter((each) => each !== "");
}

/** The items from one end to the other; null unless both ends name exactly one item, in this order. */
function rangeOf(
  token: string,
  byNo: ReadonlyMap<string, NumberedItem[]>,
  items: readonly NumberedItem[],
): NumberedItem[] | null {
  for (const [from, to] of splitsOf(token)) {
    const [first, second] = [byNo.get(plainItemNumber(from)), byNo.get(plainItemNumber(to))];
    const [start, end] = [first?.[0], second?.[0]];
    if (!start || !end || first?.length !== 1 || second?.length !== 1) continue;
    const [a, b] = [items.indexOf(start), items.indexOf(end)];
    return a <= b ? items.slice(a, b + 1) : null;
  }
  return null;
}

/** Every way a token can be two ends: at a range mark, or at any hyphen (numbers hold hyphens, too). */
function splitsOf(token: string): [string, string][] {
  const marked = rangeMarks.exec(token);
  if (marked) return [[token.slice(0, marked.index), token.slice(marked.index + marked[0].length)]];
  return [...token.matchAll(/[-‐‑–—−－]/g)].map((each) => [
    token.slice(0, each.index),
    token.slice(each.index + 1),
  ]);
}
