import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardLimits } from "~/workbook/guard.server";
import { createWorkbookReader, type WorkbookReader } from "~/workbook/reader.server";
import { bundleReader } from "../support/bundle-reader.ts";
import { makeWorkbook } from "../support/make-workbook.ts";

// why: packages stay outside the bundle, so it must lie where node_modules is found.
const folder = path.resolve(import.meta.dirname, `../../.cache/reader-test-${process.pid}`);
const entry = path.join(folder, "reader-process.js");
const text = (value: string) => new TextEncoder().encode(value);

const good = makeWorkbook([
  {
    name: "MDS",
    rows: [
      ["製造業者による医療情報セキュリティ開示書 Ver.5.0"],
      ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
      ["1.1", "記録しますか", "○"],
    ],
  },
]);

/** A whole workbook with one part put in or replaced. */
function replacePart(name: string, content: string | Uint8Array<ArrayBuffer>): Uint8Array {
  const files = unzipSync(makeWorkbook([{ name: "MDS", rows: [["x"]] }]));
  files[name] = typeof content === "string" ? text(content) : content;
  return zipSync(files);
}
const withSheet = (sheetXml: string) => replacePart("xl/worksheets/sheet1.xml", sheetXml);

const sheetHead = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const hostile: [string, Uint8Array, string, string][] = [
  ["empty", new Uint8Array(), "a.xlsx", "file-empty"],
  ["plain text named as a workbook", text("hello"), "a.xlsx", "file-not-a-workbook"],
  [
    "random bytes",
    Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
    "a.xlsx",
    "file-not-a-workbook",
  ],
  ["a PDF that is none", text("%PDF-1.7\n"), "a.xlsx", "file-damaged"],
  [
    "a web page named .xls",
    text("<html><table><tr><td>はい</td></tr></table></html>"),
    "a.xls",
    "file-kind-unsupported",
  ],
  ["a zip of something else", zipSync({ "a.txt": text("a") }), "a.xlsx", "file-archive-nothing-readable"],
  ["a zip cut in half", good.slice(0, good.length / 2), "a.xlsx", "file-damaged"],
  ["too large", new Uint8Array(guardLimits.input + 1), "a.xlsx", "file-too-large"],
  [
    "a bomb by ratio",
    replacePart("xl/sharedStrings.xml", new Uint8Array(20_000_000)),
    "a.xlsx",
    "file-zip-bomb",
  ],
  [
    "a bomb in a part nobody reads",
    replacePart("xl/media/image1.png", new Uint8Array(60_000_000)),
    "a.xlsx",
    "file-zip-bomb",
  ],
  [
    "too many parts",
    zipSync(Object.fromEntries(Array.from({ length: 700 }, (_, at) => [`f${at}.xml`, text("x")]))),
    "a.xlsx",
    "file-zip-bomb",
  ],
  [
    "an entity bomb",
    withSheet(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetHead}</sheetData></worksheet>`),
    "a.xlsx",
    "file-damaged",
  ],
  [
    "another encoding",
    withSheet(`<?xml version="1.0" encoding="UTF-16"?>${sheetHead}</sheetData></worksheet>`),
    "a.xlsx",
    "file-damaged",
  ],
  [
    "too many cells",
    withSheet(`${sheetHead}<row r="1">${'<c r="A1"/>'.repeat(210_000)}`),
    "a.xlsx",
    "file-zip-bomb",
  ],
  [
    "too many rows",
    withSheet(
      `${sheetHead}${Array.from({ length: 21_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${(at * 7919) % 1009}</v></c></row>`).join("")}`,
    ),
    "a.xlsx",
    "file-too-many-cells",
  ],
  [
    "merged over everything, often",
    withSheet(
      `${sheetHead}</sheetData><mergeCells>${Array.from({ length: 200 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD${900_000 - at}"/>`).join("")}</mergeCells></worksheet>`,
    ),
    "a.xlsx",
    "file-zip-bomb",
  ],
  ["text with zeros named .csv", Uint8Array.from([0x61, 0, 0x62, 0]), "a.csv", "file-not-a-workbook"],
  [
    "no known encoding",
    Uint8Array.from([0x61, 0x2c, 0xff, 0xfd, 0x80, 0xa0, 0x0a]),
    "a.csv",
    "file-encoding-unknown",
  ],
];

let reader: WorkbookReader;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await bundleReader(entry);
  reader = createWorkbookReader({ entry });
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

describe("hostile and broken files", () => {
  for (const [name, bytes, fileName, code] of hostile) {
    test(`${name}: ${code}, and the next file is read`, async () => {
      const refused = await reader.read(bytes, fileName);
      expect([refused.recognised, refused.problems[0]?.code]).toEqual(["refused", code]);
      const next = await reader.read(good, "good.xlsx");
      expect(next.forms[0]?.answers[0]?.answer).toBe("yes");
    });
  }

  test("a damaged binary workbook is refused or read, and the reader goes on", async () => {
    const saved = path.resolve(
      import.meta.dirname,
      "../golden/workbooks/libreoffice-xls-three-columns-mds/input.xls",
    );
    const whole = new Uint8Array(await readFile(saved));
    for (let at = 0; at < 40; at += 1) {
      const broken = whole.slice(0, at % 2 === 0 ? whole.length : Math.floor((whole.length * at) / 40));
      for (let step = 0; step < 20; step += 1)
        broken[(600 + at * 997 + step * 131) % broken.length] = (at * 37 + step) % 256;
      const reading = await reader.read(broken, "a.xls");
      expect(["refused", "unknown", "disclosure", "look-alike"]).toContain(reading.recognised);
    }
    expect((await reader.read(good, "good.xlsx")).recognised).toBe("disclosure");
  });

  test("a deep sparse sheet neither hangs nor kills the reader", async () => {
    const sparse = withSheet(
      `${sheetHead}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`,
    );
    expect((await reader.read(sparse, "a.xlsx")).recognised).toBe("unknown");
  });
});

describe("the reader process", () => {
  test("a file that takes too long is refused and the next one is read", async () => {
    const slow = createWorkbookReader({ entry, timeoutMs: 1 });
    expect((await slow.read(good, "a.xlsx")).problems[0]?.code).toBe("file-reader-timeout");
    await slow.close();
    expect((await reader.read(good, "a.xlsx")).recognised).toBe("disclosure");
  });

  test("a file that needs too much memory is refused", async () => {
    const tight = createWorkbookReader({ entry, maxRssMb: 1 });
    const long = text("はい,いいえ\n".repeat(25_000));
    expect((await tight.read(long, "a.csv")).problems[0]?.code).toBe("file-reader-memory");
    await tight.close();
  });

  test("a file that needs too much processor time is refused and the next one is read", async () => {
    const hasty = createWorkbookReader({ entry, cpuMs: 20 });
    const long = text("はい,いいえ\n".repeat(25_000));
    expect((await hasty.read(long, "a.csv")).problems[0]?.code).toBe("file-reader-timeout");
    await hasty.close();
    expect((await reader.read(good, "a.xlsx")).recognised).toBe("disclosure");
  });

  test("files sent at once are each answered with their own reading", async () => {
    const csv = (no: number) => text(`MDS Ver.5.0\n項番,設問,回答\n${no},記録しますか,はい\n`);
    const readings = await Promise.all([1, 2, 3, 4].map((no) => reader.read(csv(no), "MDS.csv")));
    expect(readings.map((each) => each.forms[0]?.answers[0]?.no)).toEqual(["1", "2", "3", "4"]);
  });

  test("a missing program is a problem, not a crash", async () => {
    const none = createWorkbookReader({ entry: path.join(folder, "missing.js") });
    expect((await none.read(good, "a.xlsx")).problems[0]?.code).toBe("file-reader-failed");
    await none.close();
  });

  test("a child is replaced after its number of files", async () => {
    const short = createWorkbookReader({ entry, filesPerChild: 1 });
    for (const name of ["a.xlsx", "b.xlsx"])
      expect((await short.read(good, name)).recognised).toBe("disclosure");
    await short.close();
    expect((await short.read(good, "c.xlsx")).problems[0]?.code).toBe("file-reader-failed");
  });
});
