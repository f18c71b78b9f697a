import { z } from "zod";
import { type SymbolFamily, symbolFamily } from "../symbol-fonts.ts";
import { type Drawing, drawPath } from "./drawing.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { type Box, boxOf, combine, type Matrix, type PageContent, place, type Run } from "./page-content.ts";
import { type Glyph, type PageFont, textWriter } from "./text-of-page.ts";

type Ops = OpenPdf["ops"];

// why parsed: the library hands out its commands without types, and a stranger's file fills them.
const matrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
const limitsSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const numberSchema = z.number();
const glyphSchema = z.union([
  z.number(),
  z.null(),
  z.object({ unicode: z.string(), width: z.number(), isSpace: z.boolean().optional() }),
]);
const fontSchema = z.object({ fontMatrix: z.array(z.number()).optional(), name: z.string().optional() });

/**
 * A font of pictures by its name, `ABCDEF+Wingdings-Regular`. why not Symbol: the library knows its signs.
 */
function familyOf(name: string): SymbolFamily | null {
  const bare = name.replace(/^[A-Z]{6}\+/, "");
  return /^symbol/i.test(bare) ? null : symbolFamily(bare, null);
}

/** Everything visible on one page (number from 1) that can matter for an answer. */
export async function contentOfPage({ document, ops }: OpenPdf, number: number): Promise<PageContent> {
  const page = await document.getPage(number);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const fontOf = (name: string): PageFont => {
    if (!page.commonObjs.has(name)) return { unit: 0.001, family: null };
    const font = fontSchema.safeParse(page.commonObjs.get(name)).data;
    return { unit: Math.abs(font?.fontMatrix?.[0] ?? 0.001), family: familyOf(font?.name ?? "") };
  };
  const drawing: Drawing = { across: [], down: [], drawn: [] };
  const writer = textWriter(fontOf);
  const base = matrixSchema.parse(transform);
  // why without annotations: they are asked for below, each with its kind.
  const list = await page.getOperatorList({ annotationMode: 0 });
  run(list, ops, base, writer, drawing);
  for (const note of await page.getAnnotations()) addNote(note, base, drawing);
  page.cleanup();
  const { runs, hasUnknownSign, cutTexts, hidden } = writer.result();
  const isOnPage = ({ left, right, baseline }: Run) =>
    right > 0 && left < width && baseline > 0 && baseline < height;
  const inside = runs.filter(isOnPage);
  // why: what lies beyond the page's edge belongs to another page; what a cell hides is written for this one.
  const hiddenTexts = hidden.filter(isOnPage).map(({ text }) => text);
  return { page: number, width, height, runs: inside, hasUnknownSign, cutTexts, hiddenTexts, ...drawing };
}

type Writer = ReturnType<typeof textWriter>;

/** Keeps what part of the page is painted on: a path that is set as a clip narrows it. */
function clippingOf(ops: Ops) {
  let box: Box | null = null;
  let isNext = false;
  /** True when the box is narrower now. */
  const take = (code: number, args: unknown[], ctm: Matrix): boolean => {
    if (code === ops.clip || code === ops.eoClip) isNext = true;
    if (code !== ops.constructPath || !isNext) return false;
    isNext = false;
    const limits = limitsSchema.safeParse(listOf(args[2])).data;
    if (!limits) return false;
    const [x1, y1, x2, y2] = limits;
    box = within(
      box,
      boxOf([place(ctm, x1, y1), place(ctm, x2, y2), place(ctm, x1, y2), place(ctm, x2, y1)]),
    );
    return true;
  };
  const state = () => {
    const kept = box;
    return () => {
      box = kept;
    };
  };
  return { take, state, box: () => box };
}

function within(one: Box | null, other: Box): Box {
  if (one === null) return other;
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function run(
  list: { fnArray: number[]; argsArray: unknown[] },
  ops: Ops,
  base: Matrix,
  writer: Writer,
  drawing: Drawing,
): void {
  let ctm = base;
  const clipping = clippingOf(ops);
  const stack: { ctm: Matrix; restore: () => void; unclip: () => void }[] = [];
  const save = () => stack.push({ ctm, restore: writer.state(), unclip: clipping.state() });
  const restore = () => {
    const last = stack.pop();
    if (!last) return;
    ctm = last.ctm;
    last.restore();
    last.unclip();
  };
  const pictures = new Set<number>([
    ops.paintImageXObject,
    ops.paintInlineImageXObject,
    ops.paintImageMaskXObject,
    ops.paintImageXObjectRepeat,
    ops.paintImageMaskXObjectRepeat,
    ops.paintImageMaskXObjectGroup,
    ops.paintInlineImageXObjectGroup,
  ]);
  list.fnArray.forEach((code, at) => {
    const given = list.argsArray[at];
    const args: unknown[] = Array.isArray(given) ? given : [];
    if (clipping.take(code, args, ctm)) writer.setClip(clipping.box());
    if (code === ops.save) save();
    else if (code === ops.restore) restore();
    else if (code === ops.transform) ctm = combine(ctm, matrixOf(args));
    else if (code === ops.paintFormXObjectBegin) {
      save();
      ctm = combine(ctm, matrixOf(args[0]));
    } else if (code === ops.paintFormXObjectEnd) restore();
    else if (code === ops.constructPath) drawConstructed(args, ops, ctm, drawing);
    else if (pictures.has(code)) drawing.drawn.push({ kind: "shape", ...unitBox(ctm) });
    else write(code, args, ops, ctm, writer);
  });
}

function write(code: number, args: unknown[], ops: Ops, ctm: Matrix, writer: Writer): void {
  const number = (at: number) => numberSchema.safeParse(args[at]).data ?? 0;
  if (code === ops.showText) writer.show(ctm, glyphsOf(args[0]));
  else if (code === ops.beginText) writer.begin();
  else if (code === ops.setTextMatrix) writer.setMatrix(matrixOf(args.length === 6 ? args : args[0]));
  else if (code === ops.moveText) writer.move(number(0), number(1));
  else if (code === ops.setLeadingMoveText) {
    writer.setLeading(number(1));
    writer.move(number(0), number(1));
  } else if (code === ops.nextLine) writer.nextLine();
  else if (code === ops.setFont) writer.setFont(String(args[0]), number(1));
  else if (code === ops.setLeading) writer.setLeading(number(0));
  else if (code === ops.setCharSpacing) writer.set("char", number(0));
  else if (code === ops.setWordSpacing) writer.set("word", number(0));
  else if (code === ops.setHScale) writer.set("scale", number(0));
  else if (code === ops.setTextRise) writer.set("rise", number(0));
  else if (code === ops.setTextRenderingMode) writer.set("mode", number(0));
}

function drawConstructed(args: unknown[], ops: Ops, ctm: Matrix, drawing: Drawing): void {
  const [paint, paths] = args;
  if (paint === ops.endPath || !Array.isArray(paths)) return;
  const filled: unknown[] = [ops.fill, ops.eoFill];
  for (const path of paths) {
    if (ArrayBuffer.isView(path)) {
      drawPath(
        Array.from(new Float32Array(path.buffer, path.byteOffset, path.byteLength / 4)),
        ctm,
        !filled.includes(paint),
        drawing,
      );
    }
  }
}

/** A matrix out of a command; one that is none moves nothing. */
const listOf = (given: unknown) => (ArrayBuffer.isView(given) ? Array.from(Object.values(given)) : given);

function matrixOf(given: unknown): Matrix {
  return matrixSchema.safeParse(listOf(given)).data ?? [1, 0, 0, 1, 0, 0];
}

function glyphsOf(given: unknown): (Glyph | number | null)[] {
  if (!Array.isArray(given)) return [];
  return given.map((each) => glyphSchema.safeParse(each).data ?? null);
}

function unitBox(ctm: Matrix) {
  return boxOf([place(ctm, 0, 0), place(ctm, 1, 0), place(ctm, 0, 1), place(ctm, 1, 1)]);
}

const noteSchema = z.object({ subtype: z.string(), rect: z.array(z.number()).length(4) });

/** Notes, stamps, ink and form fields lie over the page: none of them is text that could be read. */
function addNote(given: unknown, base: Matrix, drawing: Drawing): void {
  const note = noteSchema.safeParse(given).data;
  if (!note || note.subtype === "Link" || note.subtype === "Popup") return;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = note.rect;
  const box = boxOf([place(base, x1, y1), place(base, x2, y2)]);
  drawing.drawn.push({ kind: note.subtype === "Widget" ? "control" : "shape", ...box });
}
