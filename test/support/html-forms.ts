/** One control of a form, with every value a person could choose or has before him. */
export type Control = { name: string; kind: "text" | "hidden" | "file" | "button"; values: string[] };
/** `path` as the document says it; "" posts to the page itself. */
export type HtmlForm = { path: string; method: string; enctype: string; controls: Control[] };

type Tag = { name: string; attributes: Record<string, string>; at: number; end: number };

/**
 * Forms and addresses of a page this program made. It reads our own regular HTML (React's), not any HTML: attributes
 * in double quotes, no form inside a form.
 */
export function formsOf(html: string): HtmlForm[] {
  const forms: (HtmlForm & { id: string; from: number; to: number })[] = [];
  for (const tag of tagsOf(html, "form")) {
    const { action = "", method = "get", enctype = "", id = "" } = tag.attributes;
    const to = html.indexOf("</form>", tag.end);
    forms.push({ path: action, method: method.toLowerCase(), enctype, id, from: tag.at, to, controls: [] });
  }
  for (const tag of tagsOf(html, "input|select|textarea|button")) {
    const { form: owner, name = "", formaction } = tag.attributes;
    const form = forms.find((each) =>
      owner === undefined ? each.from < tag.at && tag.at < each.to : each.id === owner,
    );
    if (!form || name === "" || formaction !== undefined) continue;
    form.controls.push({ name, ...controlOf(tag, html) });
  }
  return forms.map(({ id: _id, from: _from, to: _to, ...form }) => form);
}

/** Every address of ours that the page leads to, pictures and files too. */
export function addressesOf(html: string): string[] {
  const found = [...html.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map((each) => plain(each[1] ?? ""));
  return [...new Set(found.map((each) => each.split("#")[0] ?? "").filter((each) => each !== ""))];
}

function controlOf(tag: Tag, html: string): Omit<Control, "name"> {
  const { type = "text", value = "" } = tag.attributes;
  switch (tag.name) {
    case "button":
      return { kind: "button", values: [value] };
    case "select": {
      const inside = html.slice(tag.end, html.indexOf("</select>", tag.end));
      return { kind: "text", values: tagsOf(inside, "option").map((each) => each.attributes.value ?? "") };
    }
    case "textarea": {
      const inside = html.slice(tag.end, html.indexOf("</textarea>", tag.end));
      return { kind: "text", values: [plain(inside)] };
    }
    default:
      if (type === "file") return { kind: "file", values: [] };
      return {
        kind: type === "submit" ? "button" : type === "hidden" ? "hidden" : "text",
        values: [type === "checkbox" ? value || "on" : value],
      };
  }
}

function tagsOf(html: string, names: string): Tag[] {
  const tags = html.matchAll(new RegExp(`<(${names})((?: [^\\s=>"]+(?:="[^"]*")?)*) ?/?>`, "g"));
  return [...tags].map((each) => ({
    name: each[1] ?? "",
    at: each.index,
    end: each.index + each[0].length,
    attributes: Object.fromEntries(
      [...(each[2] ?? "").matchAll(/ ([^\s=>"]+)(?:="([^"]*)")?/g)].map((pair) => [
        (pair[1] ?? "").toLowerCase(),
        plain(pair[2] ?? ""),
      ]),
    ),
  }));
}

function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll("&amp;", "&");
}
