import { boxOfAnchor, boxOfVml, shapeNumber, withoutFallback } from "./drawn-anchor.ts";
import { type DrawnBox, rangeOfBox, type SheetSizes, signPlace } from "./drawn-place.ts";
import {
  attribute,
  firstPiece,
  innerText,
  type PartRelation,
  type Parts,
  partText,
  piecesOf,
  plainXml,
  unescapeXml,
} from "./part-xml.ts";
import type { DrawnShape, FormControl, Overlay, Sheet } from "./sheet.ts";

export type ControlSource = {
  relations: readonly PartRelation[];
  sheetXml: string;
  /** Drawing parts: they hold the captions of newer files. */
  drawings: readonly string[];
  sizes: SheetSizes;
};

export type FoundControls = {
  controls: FormControl[];
  /** Shapes that only the older drawing part knows. */
  shapes: DrawnShape[];
  /** Shape numbers of the controls. */
  ids: Set<string>;
};

/** Frames and labels are part of the form, buttons do something: none of them is an answer. */
const silent = /^(?:GBox|GroupBox|Group|Label|Button|Note|Dialog)$/i;
const ticks = /^(?:Check(?:Box)?|Radio)$/i;

/** Form controls of a sheet, from its own part and from the older drawing part beside it. */
export function formControls(parts: Parts, source: ControlSource): FoundControls {
  const vml = source.relations
    .filter((each) => each.type === "vmlDrawing")
    .flatMap((each) => vmlShapes(partText(parts, each.target), source.sizes));
  const captions = captionsOf(source.drawings, vml);
  const own = sheetControls(parts, source, captions);
  const ids = new Set([...own.ids, ...vml.filter((each) => each.type !== "").map((each) => each.id)]);
  const rest = vml.filter((each) => !own.ids.has(each.id) && each.box && !silent.test(each.type));
  const shapes: DrawnShape[] = [];
  const controls = [...own.controls];
  for (const each of rest) {
    if (!each.box) continue;
    if (isDrawing(each.type)) shapes.push({ ...rangeOfBox(each.box), kind: "shape", text: each.text });
    else controls.push(controlOf(each.box, { ...each, caption: each.text }));
  }
  return { controls, shapes, ids };
}

const isDrawing = (type: string) => /^(?:|Shape|Pict|LineA|RectA|Rect|Movie)$/i.test(type);

type State = { type: string; isChecked: boolean | null; link: FormControl["link"] };

function controlOf(box: DrawnBox, each: State & { caption: string }): FormControl {
  return {
    ...rangeOfBox(box),
    ...signPlace(box),
    kind: "control",
    isChecked: each.isChecked,
    caption: each.caption,
    link: each.link,
  };
}

/** `'MDS 1'!$H$3` or `$H$3`. */
function linkOf(text: string | null): FormControl["link"] {
  const match = /^(?:'?((?:[^']|'')+?)'?!)?\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(unescapeXml(text ?? "").trim());
  if (!match?.[2] || !match[3]) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? null, address: `${match[2]}${match[3]}` };
}

function sheetControls(
  parts: Parts,
  source: ControlSource,
  captions: ReadonlyMap<string, string>,
): { controls: FormControl[]; ids: Set<string> } {
  const at = source.sheetXml.search(/<(?:\w+:)?controls\b/);
  if (at < 0) return { controls: [], ids: new Set() };
  const xml = withoutFallback(plainXml(source.sheetXml.slice(at)));
  const controls: FormControl[] = [];
  const ids = new Set<string>();
  const targets = new Map(source.relations.map((each) => [each.id, each.target]));
  for (const { tag, inner } of piecesOf(xml, "control")) {
    const id = attribute(tag, "shapeId") ?? "";
    const target = targets.get(attribute(tag, "id") ?? "") ?? "";
    const state = storedState(plainXml(partText(parts, target)));
    const box = boxOfAnchor(inner, source.sizes);
    // why: without a place of its own the older drawing part still tells where it stands.
    if (!box) continue;
    ids.add(id);
    if (!silent.test(state.type)) {
      controls.push(controlOf(box, { ...state, caption: captions.get(id) ?? "" }));
    }
  }
  return { controls, ids };
}

function storedState(xml: string): State {
  const tag = /<formControlPr\b[^<>]*>/.exec(xml)?.[0];
  if (tag === undefined) return { type: "", isChecked: null, link: null };
  const type = attribute(tag, "objectType") ?? "";
  const checked = attribute(tag, "checked") ?? "Unchecked";
  const isTick = ticks.test(type) && /^(?:Checked|Unchecked)$/.test(checked);
  return { type, isChecked: isTick ? checked === "Checked" : null, link: linkOf(attribute(tag, "fmlaLink")) };
}

const drawnNames = "shape oval rect roundrect line polyline image group arc curve".split(" ");

type VmlShape = State & { id: string; box: DrawnBox | null; text: string };

function vmlShapes(part: string, sizes: SheetSizes): VmlShape[] {
  const xml = plainXml(part);
  return [...piecesOf(xml, ...drawnNames)].flatMap(({ tag, inner }) => {
    const client = firstPiece(inner, "ClientData");
    const data = client?.inner ?? "";
    const type = attribute(client?.tag ?? "", "ObjectType") ?? "";
    const value = (name: string) => new RegExp(`<${name}>\\s*([^<]*)`).exec(data)?.[1]?.trim();
    const checked = value("Checked") ?? "0";
    const box = boxOfVml(value("Anchor"), attribute(tag, "style") ?? "", sizes);
    return [
      {
        id: shapeNumber(attribute(tag, "spid") ?? attribute(tag, "id") ?? ""),
        type,
        box,
        isChecked: ticks.test(type) && /^[01]$/.test(checked) ? checked === "1" : null,
        link: linkOf(value("FmlaLink") ?? null),
        text: innerText(firstPiece(inner, "textbox")?.inner ?? ""),
      },
    ];
  });
}

/** Text beside a control's sign, by shape number: from the newer drawing part, else from the older one. */
function captionsOf(drawings: readonly string[], vml: readonly VmlShape[]): Map<string, string> {
  const captions = new Map(vml.map((each) => [each.id, each.text]));
  for (const xml of drawings) {
    for (const { inner: shape } of piecesOf(xml, "sp")) {
      const twin = /<compatExt\b[^<>]*>/.exec(shape)?.[0];
      if (twin === undefined) continue;
      const text = [...shape.matchAll(/<t\b[^<>]*>([^<]*)<\/t>/g)]
        .map((run) => innerText(run[1] ?? ""))
        .join("");
      if (text !== "") captions.set(shapeNumber(attribute(twin, "spid") ?? ""), text);
    }
  }
  return captions;
}

/**
 * The sheets of a book, their controls with the state their linked cells hold. A stored tick that its cell
 * denies is unknown; option buttons none of which is stored as chosen although their cell names one are
 * unknown too.
 */
export function withLinkedCells(sheets: Sheet[]): Sheet[] {
  const isLinked = (sheet: Sheet) => sheet.overlays.some((each) => each.kind === "control" && each.link);
  if (!sheets.some(isLinked)) return sheets;
  return sheets.map((sheet) => {
    if (!isLinked(sheet)) return sheet;
    return { ...sheet, overlays: withState(sheet.overlays, (link) => linkedValue(sheets, sheet, link)) };
  });
}

type Link = NonNullable<FormControl["link"]>;

function linkedValue(sheets: readonly Sheet[], own: Sheet, link: Link): boolean | number | null {
  const sheet = link.sheet === null ? own : sheets.find((each) => each.name === link.sheet);
  const cell = sheet?.cells.find((each) => each.address === link.address);
  return cell?.kind === "boolean" ? cell.text === "TRUE" : (cell?.value ?? null);
}

function withState(
  overlays: readonly Overlay[],
  valueOfLink: (link: Link) => boolean | number | null,
): Overlay[] {
  const isAnyChosen = overlays.some((each) => each.kind === "control" && each.isChecked === true);
  const linked = overlays.map((each) => ({
    each,
    value: each.kind === "control" && each.link ? valueOfLink(each.link) : null,
  }));
  const isChoiceLost = !isAnyChosen && linked.some(({ value }) => typeof value === "number" && value > 0);
  return linked.map(({ each, value }) => {
    if (each.kind !== "control" || each.isChecked === null) return each;
    if (typeof value === "boolean") return { ...each, isChecked: each.isChecked && !value ? null : value };
    return isChoiceLost ? { ...each, isChecked: null } : each;
  });
}
