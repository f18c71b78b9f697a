/** Reading of small XML parts by shape; never a general parser, and nothing here resolves an entity. */

export type Parts = ReadonlyMap<string, Uint8Array>;

/** Text of a part; empty when the package has none of that name. */
export function partText(parts: Parts, name: string): string {
  const part = parts.get(name);
  return part ? new TextDecoder().decode(part) : "";
}

/** Value of an attribute of one tag, whatever its prefix; null when it has none. */
export function attribute(tag: string, name: string): string | null {
  return new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

/** Element names without their prefix (`xdr:from` → `from`) and attributes in double quotes. */
export function plainXml(xml: string): string {
  const bare = xml.replace(/<(\/?)[A-Za-z_][\w.-]*:([A-Za-z])/g, "<$1$2");
  if (!/='/.test(bare)) return bare;
  return bare.replace(/([\w:.-]+)\s*=\s*'([^'<]*)'/g, (_, name, value) => {
    return `${name}="${String(value).replaceAll('"', "&quot;")}"`;
  });
}

/** The same for a large sheet, which most programs write plainly already. */
export function plainSheetXml(xml: string): string {
  const head = xml.slice(0, 4_000);
  return /<\w+:worksheet\b/.test(head) || /<(?:row|c|sheet|dimension)\s[^>]*='/.test(head)
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
  const spaced = xml.replace(/<br\s*\/?>|<\/(?:p|div)>/gi, "\n").replace(/<[^>]*>/g, "");
  return unescapeXml(spaced.replace(/&nbsp;/g, " ")).trim();
}

export type PartRelation = { id: string; type: string; target: string };

/** Relations of a part: id, the type's last word, and the part's name. */
export function relationsOf(parts: Parts, partName: string): PartRelation[] {
  const at = partName.lastIndexOf("/");
  const xml = plainXml(partText(parts, `${partName.slice(0, at)}/_rels/${partName.slice(at + 1)}.rels`));
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) => {
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
