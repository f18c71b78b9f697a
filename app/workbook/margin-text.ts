/**
 * What stands in the header and footer of a printed sheet. Spreadsheets keep it as text with codes (ECMA-376 18.3.1.46):
 * `&C` begins the middle third, `&"Meiryo,Bold"` names a font, `&P` is the page. What the codes print is no word of the
 * vendor's; the rest is.
 */
const codes = /&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d{2}[+-]\d{3})|\d{1,3}|[A-Z&])/gi;
/** Words that only number pages. */
const pageWords = /(?:pages?|ページ|頁|of|枚目?|全|第)/gi;

/** The words in one header or footer, thirds parted by a space; "" when only pages are numbered and the like. */
export function marginWords(coded: string): string {
  const words = coded.replace(codes, (code) => (code === "&&" ? "&" : /^&[LCR]$/i.test(code) ? " " : ""));
  const flat = words.replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N}]/u.test(flat.replace(pageWords, "")) ? flat : "";
}

/** Each once, in the order of the sheet's own list: the first page and even pages often say the same. */
export function joinedMargins(coded: readonly string[]): string {
  return [...new Set(coded.map(marginWords))].filter((each) => each !== "").join(" / ");
}
