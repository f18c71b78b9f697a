import type { Control, HtmlForm } from "./html-forms";
import type { Random } from "./random";

/** One body to throw at an action. `isSurelyWrong`: no action may take it as if it were a filled form. */
export type Shot = {
  label: string;
  body?: BodyInit;
  headers?: Record<string, string>;
  query?: string;
  isSurelyWrong: boolean;
};
type Fields = readonly (readonly [name: string, value: string])[];

/** Longer than any field of ours, and short enough for a body that is read. */
const LONG = "あ".repeat(3000);
const HUGE = "あ".repeat(60_000);
const LONE = "\ud800";
/** A lone surrogate as bytes of UTF-8, which URLSearchParams would mend before it leaves. */
const LONE_BYTES = "%ED%A0%80%00%FF";
const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
const nasty = [
  "",
  " ",
  "-1",
  "0",
  "1e999",
  "NaN",
  "9007199254740993",
  "2026-02-30",
  "0000-00-00",
  "99999-12-31",
  "2026-11-24T00:00:00Z",
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  '{"a":1}',
  "[null]",
  '[{"itemKey":5}]',
  "__proto__",
  "constructor",
  "toString",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "//evil.example/",
  "https://evil.example/",
  "javascript:alert(1)",
  "%",
  "%00",
  "a\r\nSet-Cookie: x=1",
  "\u202e\u0000\ufeff",
  "🏥".repeat(3000),
  "00000000-0000-7000-8000-000000000000",
  "=cmd|' /C calc'!A0",
  "（株）\u0301\u0301\u0301",
] as const;

/** why late: most bodies of a list are never thrown, and some are megabytes. */
function madeWhenThrown(rest: Omit<Shot, "body">, make: () => BodyInit): Shot {
  return {
    ...rest,
    get body() {
      return make();
    },
  };
}

/** Bodies that no form of ours makes, for any action. */
export function shotsOfAnyAction(names: readonly string[]): Shot[] {
  const text = names.map((name) => [name, "1"] as const);
  const multipart = "multipart/form-data; boundary=x";
  const broken = '--x\r\nContent-Disposition: form-data; name="intent"\r\n\r\nsave';
  const wrong = (label: string, rest: Omit<Shot, "label" | "isSurelyWrong">): Shot => ({
    label,
    isSurelyWrong: true,
    ...rest,
  });
  const manyFields = () => form(Array.from({ length: 10_000 }, (_, at) => [`f.${at}`, "x"]));
  return [
    wrong("no body", {}),
    wrong("empty form", { body: new URLSearchParams() }),
    wrong("plain text", { body: "intent=save", headers: { "content-type": "text/plain" } }),
    wrong("JSON", {
      body: JSON.stringify({ ...Object.fromEntries(text), intent: LONE, __proto__: null }),
      headers: { "content-type": "application/json" },
    }),
    wrong("deep JSON", { body: deep, headers: { "content-type": "application/json" } }),
    wrong("no content type", { body: new Blob(["intent=save"]) }),
    wrong("multipart without its end", { body: broken, headers: { "content-type": multipart } }),
    wrong("multipart without a boundary", {
      body: broken,
      headers: { "content-type": "multipart/form-data" },
    }),
    wrong("an unknown intent", { body: form([...text, ["intent", "no-such-intent"]]) }),
    madeWhenThrown({ label: "ten thousand fields", isSurelyWrong: true }, manyFields),
    {
      label: "broken percent signs",
      body: `intent=%&${names.map((name) => `${encodeURIComponent(name)}=%E3%81%ZZ`).join("&")}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      isSurelyWrong: false,
    },
    { label: "a past view", body: form(text), query: "day=2020-01-01&knownOn=x", isSurelyWrong: false },
  ];
}

/**
 * A form of one of our pages, spoilt.
 * @param otherIds ids of records that do not belong where the form has one
 */
export function shotsOfForm(shown: HtmlForm, otherIds: readonly string[], random: Random): Shot[] {
  const button = random.of<Control | undefined>([
    ...shown.controls.filter((each) => each.kind === "button"),
    undefined,
  ]);
  const fixed: Fields = shown.controls
    .filter((each) => each === button || each.name === "intent")
    .map((each) => [each.name, random.of([...each.values, ""])]);
  const texts = shown.controls.filter((each) => each.kind !== "button" && each.name !== "intent");
  const all = (value: (control: Control) => string): Fields => [
    ...texts.map((each) => [each.name, value(each)] as const),
    ...fixed,
  ];
  const asShown = (control: Control) => random.of([...control.values, ""]);
  const pressed = fixed.map((each) => each.join("=")).join(",");
  const shot = (label: string, body: () => BodyInit, headers?: Shot["headers"]): Shot =>
    madeWhenThrown(
      { label: `${label} (${pressed})`, isSurelyWrong: false, ...(headers && { headers }) },
      body,
    );
  return [
    shot("every field empty", () => form(all(() => ""))),
    shot("long texts", () => form(all(() => LONG).slice(0, 40))),
    shot("huge texts", () => form(all(() => HUGE).slice(0, 10))),
    shot("NUL and a lone surrogate", () => raw(all(() => LONE_BYTES)), {
      "content-type": "application/x-www-form-urlencoded",
    }),
    shot("every field twice", () => form([...all(asShown), ...all(() => random.of(nasty))])),
    shot("other types", () => form(all(() => random.of(nasty)))),
    shot("one field of another type", () => form(spoilOne(all(asShown), random))),
    shot("no hidden field", () => form(withoutHidden(all(asShown), texts))),
    shot("ids of others", () =>
      form(all((each) => (isId(each.values) ? random.of(otherIds) : asShown(each)))),
    ),
    shot("files where text is expected", () => files(all(asShown))),
    shot("texts where a file is expected", () => parts(all(asShown))),
  ];
}

/** The form as it was shown, by one of its buttons. */
export function shownForm(shown: HtmlForm, button: Control | null): Shot {
  const fields: Fields = shown.controls
    .filter((each) => each.kind !== "button" || each === button)
    .map((each) => [each.name, each.values[0] ?? ""]);
  const isMultipart = shown.enctype === "multipart/form-data";
  const label = `as shown (${button === null ? "" : `${button.name}=${button.values[0]}`})`;
  return { label, body: isMultipart ? parts(fields) : form(fields), isSurelyWrong: false };
}

/** Words of the route's own source as fields and intents, each with anything. */
export function shotOfWords(words: readonly string[], random: Random): Shot {
  const intent = words.length > 0 ? random.of(words) : "save";
  const fields = random.some(words, 12).map((name) => [name, random.of(nasty)] as const);
  return { label: `words, ${intent}`, body: form([["intent", intent], ...fields]), isSurelyWrong: false };
}

const isId = (values: readonly string[]) => values.some((each) => /^[0-9a-f-]{36}$/.test(each));
const form = (fields: Fields) => new URLSearchParams(fields.map(([name, value]) => [name, value]));
const raw = (fields: Fields) =>
  fields.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join("&");

/** A form that lost its version and the record it is about. */
function withoutHidden(fields: Fields, controls: readonly Control[]): Fields {
  const hidden = new Set(controls.filter((each) => each.kind === "hidden").map((each) => each.name));
  return fields.filter(([name]) => !hidden.has(name));
}

function spoilOne(fields: Fields, random: Random): Fields {
  const at = random.below(Math.max(1, fields.length));
  return fields.map(([name, value], place) => [name, place === at ? random.of(nasty) : value]);
}

function parts(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return body;
}

function files(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of fields.slice(0, 15))
    body.append(name, new File([`PK\u0003\u0004${value}`], "x.xlsx"));
  return body;
}
