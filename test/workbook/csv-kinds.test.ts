import { describe, expect, test } from "vitest";
import { parseCsv } from "~/workbook/csv-sheet";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { linesOf } from "../support/reading-lines.ts";

// Text files as programs of many countries write them: whatever parts the fields, the answers are the same.

const rows = [
  ["MDS Ver.5.0"],
  ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
  ["1.1", "記録を、残しますか", "○", "", "", "一部; 全部ではない, 端末のみ"],
  ["1.2", "識別を行いますか", "", "○", "", "註; 記"],
];
const lines = ["1.1 yes 一部; 全部ではない, 端末のみ", "1.2 no 註; 記"];
const csv = (sign: string) =>
  rows.map((row) => row.map((text) => (/[,;\t]/.test(text) ? `"${text}"` : text)).join(sign)).join("\r\n");
const read = async (bytes: Uint8Array, name = "回答.csv") => linesOf(await readWorkbookBytes(bytes, name));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("what parts the fields", () => {
  test.each([",", ";", "\t"])("%j", async (sign) => {
    expect(await read(utf8(csv(sign)))).toEqual(lines);
  });

  test("a first line that names it is no row", async () => {
    expect(await read(utf8(`sep=;\r\n${csv(";")}`))).toEqual(lines);
    expect(parseCsv("sep=;\na;b")).toEqual([["a", "b"]]);
  });

  test("semicolons and commas in sentences part nothing", () => {
    expect(parseCsv("a,b;c\nd,e;f\ng,h;i")).toEqual([
      ["a", "b;c"],
      ["d", "e;f"],
      ["g", "h;i"],
    ]);
    expect(parseCsv("a;b, c\nd;e\nf;g, h, i")).toEqual([
      ["a", "b, c"],
      ["d", "e"],
      ["f", "g, h, i"],
    ]);
  });
});

describe("encodings", () => {
  test("UTF-16 either way round", async () => {
    const little = Buffer.from(`\ufeff${csv("\t")}`, "utf16le");
    expect(await read(new Uint8Array(little), "回答.txt")).toEqual(lines);
    expect(await read(new Uint8Array(Buffer.from(little).swap16()))).toEqual(lines);
  });

  test("ISO-2022-JP, which passes for plain letters", async () => {
    // 「はい」 and 「いいえ」 in JIS X 0208 between their escapes.
    const jis = (...codes: number[]) => [0x1b, 0x24, 0x42, ...codes, 0x1b, 0x28, 0x42];
    const text = (each: string) => [...utf8(each)];
    const yes = jis(0x24, 0x4f, 0x24, 0x24);
    const no = jis(0x24, 0x24, 0x24, 0x24, 0x24, 0x28);
    const bytes = [
      ...text("MDS Ver.5.0\r\nNo,question,"),
      ...[...yes, 0x2c, ...no],
      ...text("\r\n1,Is it logged?,1,\r\n2,Is it kept?,,1\r\n"),
    ];
    expect(await read(new Uint8Array(bytes))).toEqual(["1 yes", "2 no"]);
  });
});

describe("quotation marks that do not close", () => {
  test("the rows that went into a field are said to be lost", async () => {
    const open = csv(",").replace('端末のみ"', "端末のみ");
    expect(await read(utf8(open))).toContain("form-quote-open CSV!F3");
  });

  test("one that closes in the next row's text too", async () => {
    const open = utf8(
      'MDS Ver.5.0\n項番,設問,回答,備考\n1.1,何ですか,はい,"一部\n1.2,何ですか,いいえ,"全部"\n',
    );
    expect(await read(open)).toContain("form-quote-open CSV!D3");
  });

  test("marks inside a text, and lines inside a closed field, are no fault", async () => {
    const whole = utf8(
      'MDS Ver.5.0\n項番,設問,回答,備考\n1.1,何ですか,はい,"これは"全部"です"\n1.2,何ですか,いいえ,"一行\n二行"\n',
    );
    expect(await read(whole)).toEqual(['1.1 yes これは全部"です"', "1.2 no 一行\n二行"]);
  });
});
