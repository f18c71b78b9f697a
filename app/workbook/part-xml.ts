/** Reading of small XML parts by shape; never a general parser, and nothing here resolves an entity. */

export type Parts = ReadonlyMap<string, Uint8Array>;

/** Text of a part; empty when the package has none of that name. */
export function partText(parts: Parts, name: string): string {
  const part = parts.get(name);
  return part ? new TextDecoder().decode(part) : "";
}

const plainStyles = new WeakMap<Parts, string>();

/** The styles part as `plainXml` gives it, once for each book: many rules ask of it. */
export function stylesXml(parts: Parts): string {
  const known = plainStyles.get(parts);
  if (known !== undefined) return known;
  // why in any case: programs differ in how they name it.
  const name = [...parts.keys()].find((each) => each.toLowerCase() === "xl/styles.xml");
  const xml = name === undefined ? "" : plainXml(partText(parts, name));
  plainStyles.set(parts, xml);
  return xml;
}

/** Every name is one of the program's own, so this stays small. */
const attributeShapes = new Map<string, RegExp>();

/** Value of an attribute of one tag, whatever its prefix; null when it has none. */
export function attribute(tag: string, name: string): string | null {
  let shape = attributeShapes.get(name);
  if (shape === undefined) {
    shape = new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`);
    attributeShapes.set(name, shape);
  }
  return shape.exec(tag)?.[1] ?? null;
}

/** Element names without their prefix (`xdr:from` → `from`), attributes in double quotes with nothing around `=`. */
export function plainXml(xml: string): string {
  const bare = xml.replace(/<(\/?)[A-Za-z_][\w.-]*:([A-Za-z])/g, "<$1$2");
  if (!/='|\s=|=\s/.test(bare)) return bare;
  const written = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:'([^'<]*)'|"([^"<]*)")/g;
  return bare.replace(written, (_, name, single: string | undefined, double: string | undefined) => {
    return `${name}="${(single ?? double ?? "").replaceAll('"', "&quot;")}"`;
  });
}

/** The same for a large sheet, which most programs write plainly already. */
export function plainSheetXml(xml: string): string {
  const head = xml.slice(0, 4_000);
  return /<\w+:worksheet\b/.test(head) || /<(?:row|c|sheet|dimension)\s[^>]*(?:='|\s=|=\s)/.test(head)
    ? plainXml(xml)
    : xml;
}

/** Text of an XML attribute or element. */
export function unescapeXml(text: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9a-f]+));/gi, (all, name, dec, hex) => {
    if (name) return signs[String(name).toLowerCase()] ?? all;
    const code = dec ? Number(dec) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Text between the tags of a piece of XML, line ends of paragraphs kept. */
export function innerText(xml: string): string {
  const spaced = xml.replace(/<br\s*\/?>|<\/(?:p|div)>/gi, "\n").replace(/<[^<>]*>/g, "");
  return unescapeXml(spaced.replace(/&nbsp;/g, " ")).trim();
}

export type Piece = { name: string; tag: string; inner: string; start: number; end: number };

/**
 * Elements of these names in order, of XML that `plainXml` gave; one inside another of the same names is part of it.
 * Found by searching forward once: what never closes ends the search for its name.
 */
export function* piecesOf(xml: string, ...names: readonly string[]): Generator<Piece> {
  const opener = new RegExp(`<(${names.join("|")})(?=[\\s/>])[^<>]*>`, "g");
  const endless = new Set<string>();
  for (let match = opener.exec(xml); match; match = opener.exec(xml)) {
    const [tag, name = ""] = match;
    const from = opener.lastIndex;
    if (endless.has(name)) continue;
    const close = tag.endsWith("/>") ? from : xml.indexOf(`</${name}>`, from);
    if (close < 0) endless.add(name);
    else {
      const end = tag.endsWith("/>") ? from : close + name.length + 3;
      yield { name, tag, inner: xml.slice(from, close), start: match.index, end };
      opener.lastIndex = end;
    }
  }
}

/** The first element of a name. */
export function firstPiece(xml: string, name: string): Piece | null {
  return piecesOf(xml, name).next().value ?? null;
}

/** XML without the elements of a name. */
export function withoutPieces(xml: string, name: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of piecesOf(xml, name)) {
    kept.push(xml.slice(from, start));
    from = end;
  }
  return from === 0 ? xml : kept.join("") + xml.slice(from);
}

export type PartRelation = { id: string; type: string; target: string };

/** Relations of a part: id, the type's last word, and the part's name. */
export function relationsOf(parts: Parts, partName: string): PartRelation[] {
  const at = partName.lastIndexOf("/");
  const xml = plainXml(partText(parts, `${partName.slice(0, at)}/_rels/${partName.slice(at + 1)}.rels`));
  return [...xml.matchAll(/<Relationship\b[^<>]*>/g)].flatMap(([tag]) => {
    const [id, type, target] = [attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target")];
    if (id === null || type === null || target === null) return [];
    const kind = type.slice(type.lastIndexOf("/") + 1);
    return [{ id, type: kind, target: resolvePart(partName.slice(0, at), target) }];
  });
}

/** `../drawings/drawing1.xml` seen from `xl/worksheets` → `xl/drawings/drawing1.xml`. */
export function resolvePart(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
