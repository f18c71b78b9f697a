/** A stretch of a drawn line that leads somewhere else in the paper: characters from `from` up to `to` of the line. */
export type Stretch = { from: number; to: number; target: string };
/** A part of a text as it is drawn: where it begins, its words, and the heading it leads to. */
export type LinkedPart = { at: number; text: string; target: string };

/**
 * Where the parts of a text came to stand in the lines it was broken into. Breaking leaves out spaces and line ends
 * between lines and changes nothing else, so both are walked together; a part over two lines is a stretch in each.
 * @param text the text as drawn (`printableText`), before it was broken
 */
export function stretchesOfLines(
  text: string,
  lines: readonly string[],
  parts: readonly LinkedPart[],
): Stretch[][] {
  if (parts.length === 0) return [];
  let from = 0;
  return lines.map((line) => {
    const places = placesOfLine(text, line, from);
    from = (places.at(-1) ?? from - 1) + 1;
    return parts.flatMap(({ at, text: words, target }) => {
      const inside = places.flatMap((place, no) => (place >= at && place < at + words.length ? [no] : []));
      const [first, last] = [inside[0], inside.at(-1)];
      return first === undefined || last === undefined ? [] : [{ from: first, to: last + 1, target }];
    });
  });
}

/** Place in the text of every character of the line. */
function placesOfLine(text: string, line: string, from: number): number[] {
  let place = from - 1;
  return line.split("").map((character) => {
    place = text.indexOf(character, place + 1);
    return place;
  });
}

/** Cuts a line at its stretches, in order; what leads nowhere has no target. */
export function piecesOfLine(
  line: string,
  stretches: readonly Stretch[],
): { text: string; target: string | null }[] {
  const pieces: { text: string; target: string | null }[] = [];
  let from = 0;
  for (const each of stretches) {
    pieces.push({ text: line.slice(from, each.from), target: null });
    pieces.push({ text: line.slice(each.from, each.to), target: each.target });
    from = each.to;
  }
  return [...pieces, { text: line.slice(from), target: null }].filter((each) => each.text !== "");
}
