/** Fonts that draw a picture where the file holds a letter: `ü` in Wingdings is a tick. */
export const symbolFamilies = [
  "wingdings",
  "wingdings 2",
  "webdings",
  "zapf dingbats",
  // Any other font of pictures: nothing is known of its signs.
  "other",
] as const;
export type SymbolFamily = (typeof symbolFamilies)[number];

const named = new Map<string, SymbolFamily>([
  ["wingdings", "wingdings"],
  ["wingdings2", "wingdings 2"],
  ["webdings", "webdings"],
  ["zapfdingbats", "zapf dingbats"],
  ["itczapfdingbats", "zapf dingbats"],
  ["dingbats", "zapf dingbats"],
  ...["wingdings3", "marlett", "symbol", "mtextra", "bookshelfsymbol7", "monotypesorts", "opensymbol"].map(
    (name): [string, SymbolFamily] => [name, "other"],
  ),
]);

/** Character set of fonts of pictures ([MS-OI29500] `charset`, LOGFONT SYMBOL_CHARSET). */
const SYMBOL_CHARSET = 2;

/** The family of a font of pictures; null for every font of letters. */
export function symbolFamily(fontName: string, charset: number | null): SymbolFamily | null {
  const name = fontName.toLowerCase().replace(/[\s_-]|regular$/g, "");
  return named.get(name) ?? (charset === SYMBOL_CHARSET ? "other" : null);
}

/** Signs of whose meaning there is no doubt (Unicode L2/12-368), by the code of the letter behind them. */
const signs: Record<SymbolFamily, ReadonlyMap<number, string>> = {
  wingdings: new Map([
    [0x6c, "●"],
    [0x6e, "■"],
    [0x6f, "□"],
    [0xa1, "○"],
    [0xa8, "□"],
    [0xfb, "✘"],
    [0xfc, "✔"],
    [0xfd, "☒"],
    [0xfe, "☑"],
  ]),
  "wingdings 2": new Map([
    [0x4f, "✗"],
    [0x50, "✓"],
    [0x51, "☒"],
    [0x52, "☑"],
    [0x53, "☒"],
    [0x54, "☒"],
    [0xa3, "□"],
  ]),
  webdings: new Map([
    [0x61, "✓"],
    [0x63, "□"],
    [0x67, "■"],
    [0x72, "✗"],
  ]),
  "zapf dingbats": new Map([
    [0x33, "✓"],
    [0x34, "✔"],
    [0x37, "✗"],
    [0x38, "✘"],
    [0x6c, "●"],
    [0x6e, "■"],
  ]),
  other: new Map(),
};

/** What stands for a sign nobody here knows. */
const UNKNOWN_SIGN = "\ufffd";
/** Where programs keep the letters of such fonts when they say that these are none. */
const privateStart = 0xf000;
/** Letters that single bytes stand for in Windows beyond Latin-1: they are drawn as pictures too. */
const windowsLetters = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

const isPrivate = (code: number) => code >= privateStart + 0x20 && code <= privateStart + 0xff;

/**
 * Text of such a font as it is seen. Japanese letters stay: no such font has them, and the spreadsheet takes
 * another one.
 */
export function signsSeen(text: string, family: SymbolFamily): { text: string; isKnown: boolean } {
  let [seen, isKnown] = ["", true];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const isPicture = (code > 0x20 && code <= 0xff) || isPrivate(code) || windowsLetters.has(letter);
    const sign = isPicture && code !== 0xa0 ? signs[family].get(code & 0xff) : letter;
    if (sign === undefined) isKnown = false;
    seen += sign ?? UNKNOWN_SIGN;
  }
  return { text: seen, isKnown };
}
