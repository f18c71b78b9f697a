import {
  beginText,
  clip,
  endPath,
  endText,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  showText,
} from "pdf-lib";
import { expect, test } from "vitest";
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
