import * as XLSX from "@e965/xlsx";
import { attributeOf, elementFrom, elementsOf, prefixOf, xmlText } from "./xml-text.ts";

/**
 * Formats that a Japanese spreadsheet knows by number alone (ECMA-376 Part 1, 18.8.30, ja-jp); the others
 * are the same in every language.
 */
const japanese: Readonly<Record<number, string>> = {
  27: "[$-411]ge.m.d",
  28: '[$-411]ggge"年"m"月"d"日"',
  29: '[$-411]ggge"年"m"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: "[$-411]ge.m.d",
  50: "[$-411]ge.m.d",
  51: '[$-411]ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: "[$-411]ge.m.d",
  58: '[$-411]ggge"年"m"月"d"日"',
};

const builtIn: Readonly<Record<number, string>> = { ...XLSX.SSF.get_table() };

/** The number format of each cell style (`s` of a cell), from the styles part. */
export function formatsOfStyles(stylesXml: string): string[] {
  if (stylesXml === "") return [];
  const prefix = prefixOf(stylesXml, "styleSheet");
  const own = new Map<number, string>();
  const listed = elementFrom(stylesXml, `${prefix}numFmts`, 0)?.inner ?? "";
  for (const { tag } of elementsOf(listed, `${prefix}numFmt`)) {
    own.set(Number(attributeOf(tag, "numFmtId")), xmlText(attributeOf(tag, "formatCode") ?? ""));
  }
  const formats = elementFrom(stylesXml, `${prefix}cellXfs`, 0)?.inner ?? "";
  return [...elementsOf(formats, `${prefix}xf`)].map(({ tag }) => {
    const id = Number(attributeOf(tag, "numFmtId") ?? "0");
    return own.get(id) ?? japanese[id] ?? builtIn[id] ?? "General";
  });
}

/** A number as its format prints it. */
export function printedNumber(value: number, format: string): string {
  if (format === "General" && Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  try {
    return XLSX.SSF.format(format, value);
  } catch {
    // why: a format nobody can read must not hide the number behind it.
    return String(value);
  }
}

/** What a cell shows of its value; `isUnseen` where the format (`;;;`) shows nothing of it. */
export type Shown = { text: string; isUnseen: boolean };

/** A number through its format. why 0 is nothing: formats hide zeros so that an empty row looks empty. */
export function shownNumber(value: number, format: string): Shown {
  const text = printedNumber(value, format);
  const isUnseen = value !== 0 && text.trim() === "";
  return isUnseen ? { text: String(value), isUnseen } : { text, isUnseen };
}

/** Formats that say how text is shown: four parts, or `@` with words of their own. */
const ofText = /@|;[^;]*;[^;]*;/;

/** Text through its format: most formats say nothing of text. */
export function shownWords(text: string, format: string): Shown {
  if (format === "General" || format === "@" || !ofText.test(format)) return { text, isUnseen: false };
  const printed = printedText(text, format);
  if (printed.trim() === "") return { text, isUnseen: text.trim() !== "" };
  return { text: printed.trim() === text.trim() ? text : printed, isUnseen: false };
}

function printedText(text: string, format: string): string {
  try {
    return XLSX.SSF.format(format, text);
  } catch {
    return text;
  }
}

/** A format may write in the colour of the paper: `[White]General`. */
export const isWhiteFormat = (format: string) => /\[(?:white|白|colou?r ?2|色 ?2)\]/i.test(format);

const dateFormats = new Map<string, boolean>();

/** A format that prints days: not hours alone, and not elapsed time, which a person would not take for a day. */
export function isDateFormat(format: string): boolean {
  if (format === "General") return false;
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const isDate = XLSX.SSF.is_date(format) && /[ymdge]/i.test(format.replace(/"[^"]*"|\\./g, ""));
  if (dateFormats.size < 1_000) dateFormats.set(format, isDate);
  return isDate;
}

/** `2026/4/15`, or `4/15` when the format shows no year. Eras are not printed: the day is what counts. */
export function dateText(serial: number, format: string): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const monthDay = `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  const plain = format.replace(/"[^"]*"|\\./g, "");
  return /[yge]/i.test(plain) ? `${date.getUTCFullYear()}/${monthDay}` : monthDay;
}
