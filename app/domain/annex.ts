import type {
  ContractPaper,
  InternalPaper,
  PaperBlock,
  PaperDocument,
  PaperReference,
  PaperRow,
} from "./annex-document.ts";
import { isEntered } from "./annex-field.ts";
import { holds, unmetOf } from "./annex-holds.ts";
import {
  type ContractPaperInput,
  contractPaperInputSchema,
  type InternalPaperInput,
  internalPaperInputSchema,
  type PaperInput,
} from "./annex-input.ts";
import { groupOfKind } from "./annex-kind.ts";
import { type Counted, countClauses, headingOf, sectionReference } from "./annex-numbering.ts";
import { enteredRows, type RecordRow, rowsOf } from "./annex-rows.ts";
import { type FilledPlace, fillPlaces, showFor } from "./annex-show.ts";
import type { Placeholder } from "./annex-source.ts";
import type {
  AnnexBlock,
  AnnexColumn,
  AnnexTable,
  AnnexTemplate,
  ContractAnnexTemplate,
  InternalAnnexTemplate,
} from "./annex-template.ts";
import { enteredValue, placeholderValues } from "./annex-values.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";

/** A required value that is empty: which one and where a person finds it. The paper cannot be issued. */
export type MissingValue = {
  /** Key of the template's section; `preamble` or `paper` (header, required list). */
  section: string;
  /** Heading of that section as printed (「第３条（役割分担）」); empty outside sections. */
  heading: string;
  /** Placeholder or field name, e.g. `signedOn`, `party`. */
  field: string;
  /** Row (項番 or label) or clause number as printed. */
  place: string;
};
export type BuiltAnnex<D extends PaperDocument = PaperDocument> = { document: D; missing: MissingValue[] };

/**
 * Makes a paper from a template and a frozen snapshot. Pure: the same two give the same document.
 * A value that is required and empty is listed in `missing` and printed as the template's word for it
 * (「協議中」); such a document, or one without `issuedOn`, is a draft.
 * Problems: `paper-internal-field` when a contract snapshot carries a key of internal papers,
 * `field-invalid` for any other snapshot that does not fit.
 */
export function buildAnnex(
  template: ContractAnnexTemplate,
  input: ContractPaperInput,
): Result<BuiltAnnex<ContractPaper>>;
export function buildAnnex(
  template: InternalAnnexTemplate,
  input: InternalPaperInput,
): Result<BuiltAnnex<InternalPaper>>;
export function buildAnnex(template: AnnexTemplate, input: PaperInput): Result<BuiltAnnex> {
  // why: types end where JSON begins; the strict parse keeps an internal key out at run time, too.
  const schema = template.audience === "contract" ? contractPaperInputSchema : internalPaperInputSchema;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return failed(...parsed.error.issues.map(problemOfInput));
  const builder = builderFor(template, parsed.data);
  const blocks = [
    ...blocksOf(builder.plan.preamble, { key: "preamble", heading: "" }, builder),
    ...sectionBlocks(builder),
    ...signatureBlocks(builder),
  ];
  builder.requireListed();
  return done({ document: paperOf(builder, blocks), missing: builder.missing });
}

function problemOfInput(issue: { code: string; path: PropertyKey[]; keys?: string[] | undefined }): Problem {
  const at = issue.path.map(String).join(".");
  return issue.code === "unrecognized_keys"
    ? problem("paper-internal-field", { field: (issue.keys ?? []).join(" ") }, at)
    : problem("field-invalid", { reason: issue.code }, at);
}

type Section = { key: string; heading: string };

/** Holds the values of one paper and collects what is missing, in reading order. */
function builderFor(template: AnnexTemplate, input: PaperInput) {
  const show = showFor(template, input);
  const values = placeholderValues(template, show);
  const plan = planOf(template, input);
  const missing: MissingValue[] = [];
  const miss = (section: Section, field: string, place: string): string => {
    const known = missing.some(
      (each) => each.section === section.key && each.field === field && each.place === place,
    );
    if (!known) missing.push({ section: section.key, heading: section.heading, field, place });
    return template.words.missing;
  };
  const printed = (name: string): string => {
    if (name.startsWith("field.")) return enteredValue(template, show, name.slice("field.".length));
    if (name.startsWith("ref:")) return plan.references.get(name.slice("ref:".length)) ?? "";
    const value = Reflect.get(values, name);
    return typeof value === "string" ? value : "";
  };
  const sentenceWithPlaces = (text: string, section: Section, place: string) =>
    fillPlaces(text, (name) => printed(name).trim() || miss(section, name, place));
  const sentence = (text: string, section: Section, place: string) =>
    sentenceWithPlaces(text, section, place).text;
  const paper: Section = { key: "paper", heading: "" };
  return {
    template,
    input,
    show,
    plan,
    missing,
    miss,
    sentenceWithPlaces,
    value: (name: Placeholder, place: string) =>
      values[name].trim() === "" ? miss(paper, name, place) : values[name],
    ofPaper: (text: string, place: string) => sentence(text, paper, place),
    requireListed: () => {
      const isListed = (name: string) => missing.some((each) => each.field === name);
      for (const name of template.required)
        if (values[name].trim() === "" && !isListed(name)) miss(paper, name, "");
      for (const field of template.fields) {
        const isAsked = field.isRequired && holds(field.when, input);
        if (isAsked && !isEntered(input.entered ?? {}, field) && !isListed(`field.${field.key}`))
          miss(paper, `field.${field.key}`, field.label);
      }
    },
  };
}
type Builder = ReturnType<typeof builderFor>;

type PlannedSection = Section & { number: string; text: string; blocks: Counted<AnnexBlock>[] };

/** What is printed, counted: sections and clauses whose condition fails are gone and take no number. */
function planOf(template: AnnexTemplate, input: PaperInput) {
  const { numbering } = template;
  const printed = (body: readonly AnnexBlock[]) => body.filter((each) => holds(each.when, input));
  const sections = template.sections
    .filter((each) => holds(each.when, input))
    .map((section, at): PlannedSection => {
      const { number, text } = headingOf(numbering, at + 1, section.heading);
      const blocks = countClauses(numbering, at + 1, printed(section.body));
      return { key: section.key, heading: `${number}${text}`, number, text, blocks };
    });
  const references = new Map<string, string>();
  for (const [at, { key, blocks }] of sections.entries()) {
    references.set(key, sectionReference(numbering, at + 1));
    for (const { block, reference } of blocks)
      if (block.kind === "clause" && block.key !== undefined)
        references.set(`${key}.${block.key}`, reference);
  }
  // The preamble stands before the first section: its paragraphs are no 項 and take no number.
  const preamble = printed(template.preamble).map((block) => ({ block, marker: "", reference: "" }));
  return { preamble, sections, references };
}

function blocksOf(blocks: readonly Counted<AnnexBlock>[], section: Section, builder: Builder): PaperBlock[] {
  return blocks.flatMap(({ block, marker }): PaperBlock[] => {
    if (block.kind === "table") return [tableBlock(block, section, builder)];
    if (block.kind === "clause" && block.states !== undefined) {
      // why left out: a statement that the records do not bear out is never printed, not even on a draft.
      const unmet = unmetOf(block.states, builder.input);
      for (const place of unmet) builder.miss(section, block.states, place);
      if (unmet.length > 0) return [];
    }
    const { text, places } = builder.sentenceWithPlaces(block.text, section, marker);
    if (block.kind === "note") return [{ kind: "note", text }];
    const references = referencesOf(places, builder);
    return [
      {
        kind: "paragraph",
        text,
        indent: indentOf[block.level],
        ...(marker === "" ? {} : { marker }),
        ...(references.length === 0 ? {} : { references }),
        source: { record: "template", place: `${section.heading}${marker}` || section.key },
      },
    ];
  });
}

/** The values that name a clause, each with the heading of its section; one whose section is not printed leads nowhere. */
function referencesOf(places: readonly FilledPlace[], { plan }: Builder): PaperReference[] {
  return places.flatMap(({ name, at, value }) => {
    if (!name.startsWith("ref:")) return [];
    const to = plan.references.get(name.slice("ref:".length).split(".")[0] ?? "");
    return to === undefined ? [] : [{ at, text: value, to }];
  });
}

const indentOf = { 1: 0, 2: 1, 3: 2, 4: 3 } as const;

function sectionBlocks(builder: Builder): PaperBlock[] {
  return builder.plan.sections.flatMap((section): PaperBlock[] => {
    const { key, number, text, blocks } = section;
    const source = { record: "template" as const, place: key };
    return [{ kind: "heading", level: 1, number, text, source }, ...blocksOf(blocks, section, builder)];
  });
}

function tableRows(table: AnnexTable, { template, show }: Builder): RecordRow[] {
  if (table.source !== "entered") return rowsOf(table.source, show);
  const field = template.fields.find((each) => each.key === table.field);
  return field?.type === "rows" ? enteredRows(field, show) : [];
}

function tableBlock(table: AnnexTable, section: Section, builder: Builder): PaperBlock {
  const { template, miss } = builder;
  const rows = tableRows(table, builder);
  if (rows.length === 0) return { kind: "note", text: table.empty };
  const row = ({ values, source }: RecordRow): PaperRow => {
    const filled = table.columns.map((column) => cellText(column, values));
    const isMissing = (at: number) => filled[at] === "" && table.columns[at]?.isRequired === true;
    const missing = [...filled.keys()].filter(isMissing);
    const name = (at: number) => table.columns[at]?.fields[0] ?? "";
    const field = (at: number) =>
      table.source === "entered" ? `field.${table.field}.${name(at)}` : name(at);
    for (const at of missing) miss(section, field(at), source.place);
    const { missingCell, blank } = template.words;
    const cells = filled.map((text, at) => (text === "" ? (isMissing(at) ? missingCell : blank) : text));
    return missing.length > 0 ? { cells, source, missing } : { cells, source };
  };
  return {
    kind: "table",
    caption: table.caption,
    columns: table.columns.map(({ title, width, align }) => ({ title, width, align })),
    rows: rows.map(row),
  };
}

function cellText(column: AnnexColumn, values: Record<string, string>): string {
  const labels: Record<string, string | undefined> = column.labels;
  return column.fields
    .flatMap((field) => {
      const text = (values[field] ?? "").trim();
      return text === "" ? [] : [`${labels[field] ?? ""}${text}`];
    })
    .join("\n");
}

function signatureBlocks({ template, input, value }: Builder): PaperBlock[] {
  const style = input.signature ?? template.signature;
  if (style === "none") return [];
  const party = (label: Placeholder, name: Placeholder) => ({
    label: value(label, "signature"),
    name: value(name, "signature"),
  });
  const parties = [party("hospitalLabel", "hospitalName"), party("vendorLabel", "vendorName")];
  return [{ kind: "signature", style, parties }];
}

function paperOf(builder: Builder, blocks: PaperBlock[]): PaperDocument {
  const { template, input } = builder;
  const header = builder.ofPaper(template.header, "header");
  const printedNo = printedNoOf(builder);
  const isDraft = input.issuedOn === null || builder.missing.length > 0;
  return {
    audience: template.audience,
    printedNo,
    title: template.title,
    header,
    footer: isDraft ? template.footerDraft : builder.ofPaper(template.footerIssued, "footer"),
    isDraft,
    blocks,
    editions: [...input.editions, builder.ofPaper(template.words.edition, "editions")],
  };
}

/** 別紙 carry the number the contract gives them; short forms, the 覚書 and internal papers may have none. */
function printedNoOf({ template, input, value }: Builder): string | null {
  if (groupOfKind(template.paperKind) === "annex") return value("printedNo", "header");
  return input.printedNo?.trim() ? input.printedNo : null;
}
