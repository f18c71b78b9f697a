import { type Numbering, numberings } from "./annex-numbering.ts";
import type { AnnexBlock, AnnexTemplate } from "./annex-template.ts";
import { parseAnnexTemplate } from "./annex-template-file.ts";
import { digitWidths } from "./era.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";

/**
 * 雛形の文言: what a hospital may change of a template in the browser — titles, headings, sentences, their level and
 * order, captions, the way of counting. What binds a template to records (sources, columns, conditions, 記入欄) stays, so
 * that no いいえ and no row can be written away. A field is named by its place in the template's JSON
 * (`sections.2.body.0.text`).
 */
export const MAX_SENTENCE = 4000;
export const MAX_HEADING = 200;
const MAX_SECTIONS = 80;
const MAX_BLOCKS = 120;

type Path = readonly string[];
const places: readonly { pattern: RegExp; max: number; isOptional?: true }[] = [
  { pattern: /^title$/, max: MAX_HEADING },
  { pattern: /^defaultPrintedNo$/, max: 20, isOptional: true },
  { pattern: /^(header|footerIssued|footerDraft)$/, max: MAX_HEADING, isOptional: true },
  { pattern: /^sections\.\d+\.heading$/, max: MAX_HEADING },
  { pattern: /^(preamble|sections\.\d+\.body)\.\d+\.(text|empty)$/, max: MAX_SENTENCE },
  { pattern: /^(preamble|sections\.\d+\.body)\.\d+\.caption$/, max: MAX_HEADING, isOptional: true },
  { pattern: /^(preamble|sections\.\d+\.body)\.\d+\.columns\.\d+\.title$/, max: 60 },
];
const levelPlace = /^(preamble|sections\.\d+\.body)\.\d+\.level$/;

/**
 * The template with the given wording; a place that does not exist or may not be changed is passed over. Line ends go:
 * one sentence is one paragraph. Problems, each at its place: field-too-long, field-not-an-option.
 */
export function reword(
  template: AnnexTemplate,
  fields: Readonly<Record<string, string>>,
): { template: AnnexTemplate; problems: Problem[] } {
  const next = structuredClone(template);
  const problems: Problem[] = [];
  for (const [place, raw] of Object.entries(fields)) {
    const path = place.split(".");
    const known = places.find((each) => each.pattern.test(place));
    if (known) {
      const text = raw.replace(/\s*\r?\n\s*/g, "").trim();
      if (text.length > known.max) problems.push(problem("field-too-long", { max: known.max }, place));
      else if (typeof valueAt(next, path) === "string") writeAt(next, path, text);
    } else if (levelPlace.test(place)) {
      if (!/^[1-4]$/.test(raw)) problems.push(problem("field-not-an-option", { value: raw }, place));
      else if (typeof valueAt(next, path) === "number") writeAt(next, path, Number(raw));
    } else problems.push(...chooseFormat(next, place, raw));
  }
  return { template: next, problems };
}

/** Ways of counting and the width of digits. */
function chooseFormat(template: AnnexTemplate, place: string, raw: string): Problem[] {
  if (place === "numbering") {
    const chosen: Numbering | undefined = numberings.find((each) => each === raw);
    if (chosen === undefined) return [problem("field-not-an-option", { value: raw }, place)];
    template.numbering = chosen;
  }
  if (place === "dateDigits") {
    const chosen = digitWidths.find((each) => each === raw);
    if (chosen === undefined) return [problem("field-not-an-option", { value: raw }, place)];
    template.dateDigits = chosen;
  }
  return [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (held, key) => (typeof held === "object" && held !== null ? Reflect.get(held, key) : undefined),
    value,
  );
}

function writeAt(value: unknown, path: Path, text: string | number): void {
  const holder = valueAt(value, path.slice(0, -1));
  if (typeof holder === "object" && holder !== null) Reflect.set(holder, path.at(-1) ?? "", text);
}

/** What the buttons of the page do: `add-clause` puts an empty 項 behind a block, `add-section` an empty section behind one. */
export const wordingActs = [
  "add-clause",
  "add-section",
  "remove-block",
  "remove-section",
  "up-block",
  "down-block",
  "up-section",
  "down-section",
] as const;
export type WordingAct = { act: (typeof wordingActs)[number]; section: number; block: number };

/** `up-block:2:0` as a button sends it; null for anything else. The section −1 is the preamble. */
export function parseWordingAct(text: string): WordingAct | null {
  const [name, section = "", block = "0"] = text.split(":");
  const act = wordingActs.find((each) => each === name);
  if (act === undefined || !/^-?\d{1,3}$/.test(section) || !/^-?\d{1,3}$/.test(block)) return null;
  return { act, section: Number(section), block: Number(block) };
}

/**
 * Adds, removes or moves. Problems: template-part-bound (a table, or a section with one, is bound to records and cannot
 * be removed), template-too-long; a part that does not exist changes nothing.
 */
export function actOnWording(template: AnnexTemplate, what: WordingAct): Result<AnnexTemplate> {
  const next = structuredClone(template);
  const { act, section: at, block } = what;
  const body: AnnexBlock[] | undefined = at === -1 ? next.preamble : next.sections[at]?.body;
  switch (act) {
    case "add-clause":
      if (body === undefined) return done(next);
      if (body.length >= MAX_BLOCKS) return failed(problem("template-too-long", { max: MAX_BLOCKS }));
      body.splice(Math.max(0, block + 1), 0, { kind: "clause", level: levelBehind(body, block), text: "" });
      return done(next);
    case "add-section":
      if (next.sections.length >= MAX_SECTIONS)
        return failed(problem("template-too-long", { max: MAX_SECTIONS }));
      next.sections.splice(Math.max(0, at + 1), 0, {
        key: freeKey(next),
        heading: "",
        body: [{ kind: "clause", level: 1, text: "" }],
      });
      return done(next);
    case "remove-block":
      return removeBlock(next, body, at, block);
    case "remove-section": {
      const gone = next.sections[at];
      if (gone?.body.some((each) => each.kind === "table")) return failed(problem("template-part-bound"));
      if (gone !== undefined && next.sections.length > 1) next.sections.splice(at, 1);
      return done(next);
    }
    case "up-block":
    case "down-block":
      swap(body ?? [], block, act === "up-block" ? block - 1 : block + 1);
      return done(next);
    case "up-section":
    case "down-section":
      swap(next.sections, at, act === "up-section" ? at - 1 : at + 1);
      return done(next);
  }
}

/** A section keeps at least one block, so that its heading never stands alone. */
function removeBlock(
  template: AnnexTemplate,
  body: AnnexBlock[] | undefined,
  section: number,
  block: number,
): Result<AnnexTemplate> {
  const gone = body?.[block];
  if (gone?.kind === "table") return failed(problem("template-part-bound"));
  if (body !== undefined && gone !== undefined && (section === -1 || body.length > 1)) body.splice(block, 1);
  return done(template);
}

/** A new sentence stands on the level of the one before it; behind a table or note on that of a 項. */
function levelBehind(body: readonly AnnexBlock[], at: number): 1 | 2 | 3 | 4 {
  const before = body[at];
  return before?.kind === "clause" ? before.level : 1;
}

function freeKey({ sections }: AnnexTemplate): string {
  const taken = new Set(sections.map((each) => each.key));
  let no = 1;
  while (taken.has(`own-${no}`)) no += 1;
  return `own-${no}`;
}

function swap<T>(list: T[], from: number, to: number): void {
  const [a, b] = [list[from], list[to]];
  if (a === undefined || b === undefined) return;
  list[from] = b;
  list[to] = a;
}

/** The same without sentences that are still empty: what the preview shows while somebody writes. */
export function withoutEmpty(template: AnnexTemplate): AnnexTemplate {
  const next = structuredClone(template);
  const isWritten = (each: AnnexBlock) => each.kind === "table" || each.text !== "";
  next.preamble = next.preamble.filter(isWritten);
  for (const section of next.sections) {
    const written = section.body.filter(isWritten);
    section.body = written.length > 0 ? written : [{ kind: "note", text: "　" }];
    if (section.heading === "") section.heading = "　";
  }
  if (next.title === "") next.title = "　";
  return next;
}

/**
 * The wording against every rule of a template file (annex-template, annex-template-check), with places as the page names
 * its fields. Problems: field-required, template-name-unknown, paper-internal-field, paper-verdict-words, and
 * template-invalid with the reason for anything else.
 */
export function checkWording(template: AnnexTemplate): Result<AnnexTemplate> {
  const parsed = parseAnnexTemplate(JSON.parse(JSON.stringify(template)), "");
  if (parsed.ok) return parsed;
  return failed(...parsed.problems.map((each) => namedProblem(template, each)));
}

function namedProblem(template: AnnexTemplate, found: Problem): Problem {
  const place = (found.at ?? "").replace(/^#?\//, "").replaceAll("/", ".");
  if (found.code === "paper-internal-field") return { ...found, at: place };
  const written = valueAt(template, place.split("."));
  if (written === "") return problem("field-required", {}, place);
  const { reason = "", detail = "", value = "" } = found.params;
  if (reason === "name-unknown") return problem("template-name-unknown", { name: value }, place);
  const unknown = /^unknown placeholder (.*)$/.exec(String(detail));
  if (unknown) return problem("template-name-unknown", { name: unknown[1] ?? "" }, place);
  if (detail === "promises a verdict") return problem("paper-verdict-words", {}, place);
  return problem("template-invalid", { reason: String(value || detail || reason) }, place);
}
