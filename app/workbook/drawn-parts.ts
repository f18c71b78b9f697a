import { formControls } from "./control-parts.ts";
import { boxOfAnchor, shapeNumber, withoutFallback } from "./drawn-anchor.ts";
import { rangeOfBox, type SheetSizes, sheetSizes } from "./drawn-place.ts";
import { attribute, innerText, type Parts, partText, piecesOf, plainXml, relationsOf } from "./part-xml.ts";
import type { Overlay } from "./sheet.ts";

/** Everything drawn over one sheet: shapes, pictures and form controls with their stored state. */
export function overlaysOf(parts: Parts, partName: string, sheetXml: string): Overlay[] {
  const relations = relationsOf(parts, partName);
  const isDrawn = relations.some((each) => /^(?:drawing|vmlDrawing|ctrlProp|control)$/.test(each.type));
  if (!isDrawn) return [];
  const sizes = sheetSizes(sheetXml);
  // why a set: many relations may point at one drawing, which is there once.
  const targets = new Set(relations.filter((each) => each.type === "drawing").map((each) => each.target));
  const drawings = [...targets].map((target) => withoutFallback(plainXml(partText(parts, target))));
  const controls = formControls(parts, { relations, sheetXml, drawings, sizes });
  const shapes = drawings.flatMap((xml) => anchoredShapes(xml, sizes, controls.ids));
  return [...shapes, ...controls.shapes, ...controls.controls];
}

function anchoredShapes(xml: string, sizes: SheetSizes, known: ReadonlySet<string>): Overlay[] {
  const anchors = piecesOf(xml, "twoCellAnchor", "oneCellAnchor", "absoluteAnchor");
  return [...anchors].flatMap(({ inner: body }): Overlay[] => {
    // why: a form control has a twin in the drawing part; the control itself tells more.
    const twin = /<compatExt\b[^<>]*>/.exec(body)?.[0];
    const id = twin === undefined ? null : shapeNumber(attribute(twin, "spid") ?? "");
    if (id !== null && known.has(id)) return [];
    const box = boxOfAnchor(body, sizes);
    return box ? [{ ...rangeOfBox(box), kind: "shape", text: textOf(body) }] : [];
  });
}

function textOf(body: string): string {
  const runs = [...body.matchAll(/<t\b[^<>]*>([^<]*)<\/t>/g)].map((run) => innerText(run[1] ?? ""));
  return runs.join("").slice(0, 200);
}
