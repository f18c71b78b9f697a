import {
  beginText,
  clip,
  endPath,
  endText,
  PDFDocument,
  PDFHexString,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  showText,
} from "pdf-lib";
import { expect, test } from "vitest";
import { contentOfPage } from "~/workbook/pdf-text/content-of-page";
import { openPdf } from "~/workbook/pdf-text/open-pdf";
import { readWorkbookBytes } from "~/workbook/read-workbook";

/** A page with one text for each entry, each painted inside its own cell of this height. */
async function pageWith(texts: [text: string, top: number, cellBottom: number][]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([600, 400]);
  const name = page.node.newFontDictionary("F", font.ref);
  for (const [text, baseline, bottom] of texts) {
    page.pushOperators(
      pushGraphicsState(),
      rectangle(40, bottom, 300, 20),
      clip(),
      endPath(),
      beginText(),
      setFontAndSize(name, 10),
      setTextMatrix(1, 0, 0, 1, 50, baseline),
      showText(font.encodeText(text)),
      endText(),
      popGraphicsState(),
    );
  }
  return document.save();
}

const problemsOf = async (bytes: Uint8Array) =>
  (await readWorkbookBytes(bytes, "MDS.pdf")).problems.map((each) => [each.code, each.params.text ?? ""]);

test("a line that its cell hides wholly is named, a line that is seen is not", async () => {
  const bytes = await pageWith([
    ["Seen", 305, 300],
    ["Second line of the cell", 250, 300],
  ]);
  const problems = await problemsOf(bytes);
  expect(problems).toContainEqual(["pdf-text-hidden", "Second line of the cell"]);
  expect(problems.flat()).not.toContain("Seen");
});

test("what lies beyond the page's edge is another page's", async () => {
  const problems = await problemsOf(
    await pageWith([
      ["Seen", 305, 300],
      ["Overleaf", -50, 300],
    ]),
  );
  expect(problems.flat()).not.toContain("pdf-text-hidden");
});

async function contentOf(bytes: Uint8Array) {
  const opened = await openPdf(bytes, undefined);
  if (!opened.ok) throw new Error("the page does not open");
  const content = await contentOfPage(opened.value, 1);
  await opened.value.close();
  return content;
}

test("letters of a font of pictures are the signs they draw, or named as unknown", async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 400]);
  const fontNamed = (baseFont: string) =>
    page.node.newFontDictionary(
      baseFont.slice(0, 1),
      document.context.register(
        document.context.obj({
          Type: "Font",
          Subtype: "TrueType",
          BaseFont: baseFont,
          Encoding: "WinAnsiEncoding",
        }),
      ),
    );
  const [pictures, letters] = [fontNamed("Wingdings-Regular"), fontNamed("Helvetica")];
  const written: [typeof pictures, string, number][] = [
    [pictures, "6E", 300],
    [pictures, "FC", 250],
    [letters, "6E", 200],
    [pictures, "4A", 150],
  ];
  for (const [font, code, baseline] of written) {
    page.pushOperators(
      beginText(),
      setFontAndSize(font, 10),
      setTextMatrix(1, 0, 0, 1, 50, baseline),
      showText(PDFHexString.of(code)),
      endText(),
    );
  }
  const { runs, hasUnknownSign } = await contentOf(await document.save());
  expect(runs.map((run) => run.text)).toEqual(["■", "✔", "n", "\ufffd"]);
  expect(hasUnknownSign).toBe(true);
});
