import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, test } from "vitest";
import { paperStrings } from "../../app/domain/annex-document.ts";
import { page as format } from "../../app/pdf/paper-format.ts";
import { printableText } from "../../app/pdf/printable-text.ts";
import { paperCases, paperOfCase } from "../support/paper-cases.ts";
import { contractTemplates } from "../support/papers.ts";
import { printed } from "./paper-fixtures.ts";
import { firstPagePicture, inkOfPages, pdfFonts, pdfTextOfPages, qpdfCheck } from "./pdf-programs.ts";
import { laidOut, withWholeFonts } from "./whole-fonts.ts";

const isUpdating = process.env.UPDATE_GOLDEN === "1";
const golden = new URL("../golden/annexes/pages/", import.meta.url);
const squeeze = (text: string) => printableText(text).replace(/\s/g, "");

const cases = contractTemplates.flatMap((template) =>
  paperCases.map((name) => ({
    name: `${template.paperKind} ${name}`,
    file: `${template.paperKind}.${name}`,
    document: paperOfCase(template, name),
  })),
);
const bytesOf = new Map<string, Uint8Array>();
beforeAll(async () => {
  if (isUpdating) mkdirSync(golden, { recursive: true });
  for (const each of cases) bytesOf.set(each.name, (await printed(each.document)).bytes);
}, 300_000);
const bytes = (name: string) => bytesOf.get(name) ?? new Uint8Array();

test("every kind in every case", () => {
  expect(cases).toHaveLength(23 * 4);
  const drafts = cases.filter((each) => each.document.isDraft).map((each) => each.name);
  expect(drafts.filter((each) => !each.endsWith("nearly-empty"))).toEqual([]);
});

describe.each(cases)("$name", ({ name, file, document }) => {
  test("says its strings whole and in order, with both fonts embedded as subsets", () => {
    const pages = pdfTextOfPages(bytes(name));
    const text = pages
      .map((page, at) => {
        const foot = squeeze(`${document.footer}${at + 1}/${pages.length}`);
        const own = squeeze(page);
        expect(own).toContain(foot);
        return own.slice(own.indexOf(foot) + foot.length);
      })
      .join("");
    let from = 0;
    for (const each of paperStrings({ ...document, header: "", footer: "", printedNo: null }).map(squeeze)) {
      const at = text.indexOf(each, from);
      expect(at, each).toBeGreaterThanOrEqual(0);
      from = at + each.length;
    }
    for (const font of pdfFonts(bytes(name)))
      expect(font).toMatch(/^ABCDEF\+BIZUD\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    expect(qpdfCheck(bytes(name))).toContain("No syntax or stream encoding errors found");
  });

  test("stands on the pages as before: every line in its place, and the first page looks as its picture", () => {
    const pages = laidOut(document).pages.map(hashOf);
    const picture = firstPagePicture(bytes(name));
    const [facts, image] = [new URL(`${file}.json`, golden), new URL(`${file}.png`, golden)];
    if (isUpdating) {
      writeFileSync(facts, `${JSON.stringify(pages)}\n`);
      writeFileSync(image, PNG.sync.write(pngOf(picture), { colorType: 0 }));
    }
    expect(existsSync(facts)).toBe(true);
    expect(pages).toEqual(JSON.parse(readFileSync(facts, "utf8")));
    expect(differenceOf(picture, grayOf(PNG.sync.read(readFileSync(image))))).toBeLessThan(0.06);
  });

  test("a page with the 署名欄 also holds words that are signed", () => {
    if (!document.blocks.some((each) => each.kind === "signature")) return;
    const { pages, signatures } = laidOut(document);
    const at = signatures[0]?.pageIndex ?? -1;
    const rows = (pages[at] ?? []).flatMap((each) =>
      each.kind === "text" && each.element !== null ? [each] : [],
    );
    expect(rows[0]?.text).not.toMatch(/^(年　　月|記載内容の確認)/);
  });

  test("no line leaves the text area, and no page but the last is nearly empty", () => {
    const { pages } = laidOut(document);
    pages.forEach((ink, at) => {
      const texts = ink.flatMap((each) => (each.kind === "text" && each.element !== null ? [each] : []));
      expect(texts.length, `page ${at + 1}`).toBeGreaterThan(0);
      for (const each of texts) {
        expect(each.x).toBeGreaterThanOrEqual(format.left - 0.01);
        expect(each.y).toBeGreaterThan(format.bottom - 1);
      }
      const lowest = Math.min(...texts.map((each) => each.y));
      if (at < pages.length - 1) expect(lowest, `page ${at + 1}`).toBeLessThan(format.height * 0.55);
    });
  });
});

test("no page loses ink by the subset: at least 0.98 of the whole fonts', on every page", async () => {
  const whole = inkOfPages(
    await withWholeFonts(cases.flatMap(({ document }) => laidOut(document).pages)),
    36,
  );
  const subset = cases.flatMap(({ name }) => inkOfPages(bytes(name), 36).map((ink) => ({ ink, name })));
  expect(subset.length).toBeGreaterThan(350);
  expect(subset).toHaveLength(whole.length);
  const lost = subset.filter(({ ink }, at) => ink / (whole[at] ?? 0) < 0.98);
  expect(lost).toEqual([]);
}, 600_000);

/** Every line with its place, to a twentieth of a point: what a picture shows, without a program that draws it. */
function hashOf(ink: ReturnType<typeof laidOut>["pages"][number]): string {
  const near = (points: number) => Math.round(points * 20);
  const lines = ink.map((each) => {
    if (each.kind === "text")
      return [each.face, each.size, near(each.x), near(each.y), near(each.spacing), each.text];
    if (each.kind === "rule") return [near(each.x1), near(each.y1), near(each.x2), near(each.y2)];
    return [near(each.x), near(each.y), near(each.width), near(each.height), each.gray];
  });
  return createHash("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 16);
}

type Picture = { width: number; height: number; gray: Uint8Array };

function pngOf({ width, height, gray }: Picture): PNG {
  const png = new PNG({ width, height });
  for (const [at, value] of gray.entries()) png.data.set([value, value, value, 255], at * 4);
  return png;
}

function grayOf({ width, height, data }: PNG): Picture {
  return {
    width,
    height,
    gray: Uint8Array.from({ length: width * height }, (_each, at) => data[at * 4] ?? 0),
  };
}

/** Share of the ink that is elsewhere, in squares of eight dots: versions of poppler draw the edges of letters apart. */
function differenceOf(one: Picture, other: Picture): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const [a, b] = [squaresOf(one), squaresOf(other)];
  const total = Math.max(
    1,
    b.reduce((sum, each) => sum + each, 0),
  );
  return a.reduce((sum, each, at) => sum + Math.abs(each - (b[at] ?? 0)), 0) / total;
}

function squaresOf({ width, height, gray }: Picture): number[] {
  const across = Math.ceil(width / 8);
  const squares = new Array<number>(across * Math.ceil(height / 8)).fill(0);
  gray.forEach((value, at) => {
    const square = Math.floor(Math.floor(at / width) / 8) * across + Math.floor((at % width) / 8);
    squares[square] = (squares[square] ?? 0) + 255 - value;
  });
  return squares;
}
