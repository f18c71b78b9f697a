import type { ContractPaper, InternalPaper, PaperBlock, PaperDocument, PaperRow } from "./annex-document.ts";
import {
  type ContractPaperInput,
  contractPaperInputSchema,
  type InternalPaperInput,
  internalPaperInputSchema,
  type PaperInput,
} from "./annex-input.ts";
import type {
  AnnexBlock,
  AnnexColumn,
  AnnexTable,
  AnnexTemplate,
  ContractAnnexTemplate,
  InternalAnnexTemplate,
  Placeholder,
} from "./annex-template.ts";
import { fill, holds, placeholderValues, type RecordRow, rowsOf, showFor } from "./annex-values.ts";
import { withDigits } from "./era.ts";
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
    ...builder.blocks(template.preamble, { key: "preamble", heading: "" }),
    ...sectionBlocks(template, builder),
    ...signatureBlocks(template, builder),
  ];
  builder.requireListed();
  return done({ document: paperOf(template, parsed.data, builder, blocks), missing: builder.missing });
}

function problemOfInput(issue: { code: string; path: PropertyKey[]; keys?: string[] | undefined }): Problem {
  const at = issue.path.map(String).join(".");
  return issue.code === "unrecognized_keys"
    ? problem("paper-internal-field", { field: (issue.keys ?? []).join(" ") }, at)
    : problem("field-invalid", { reason: issue.code }, at);
}

type Section = { key: string; heading: string };
type Builder = ReturnType<typeof builderFor>;

/** Holds the values of one paper and collects what is missing, in reading order. */
function builderFor(template: AnnexTemplate, input: PaperInput) {
  const show = showFor(template, input);
  const values = placeholderValues(template, show);
  const missing: MissingValue[] = [];
  const miss = (section: Section, field: string, place: string): string => {
    const known = missing.some(
      (each) => each.section === section.key && each.field === field && each.place === place,
    );
    if (!known) missing.push({ section: section.key, heading: section.heading, field, place });
    return template.words.missing;
  };
  const sentence = (text: string, section: Section, place: string) =>
    fill(text, (name) => {
      const value = Reflect.get(values, name);
      return typeof value === "string" && value.trim() !== "" ? value : miss(section, name, place);
    });
  const paper: Section = { key: "paper", heading: "" };
  return {
    input,
    missing,
    value: (name: Placeholder, place: string) =>
      values[name].trim() === "" ? miss(paper, name, place) : values[name],
    sentence: (text: string, place: string) => sentence(text, paper, place),
    requireListed: () => {
      for (const name of template.required) {
        const isListed = missing.some((each) => each.field === name);
        if (values[name].trim() === "" && !isListed) miss(paper, name, "");
      }
    },
    blocks: (body: readonly AnnexBlock[], section: Section) =>
      numbered(body.filter((each) => holds(each.when, input))).map(({ block, marker }): PaperBlock => {
        if (block.kind === "table")
          return tableBlock(block, rowsOf(block.source, show), section, miss, template);
        const text = sentence(block.text, section, marker);
        return block.kind === "note"
          ? { kind: "note", text }
          : clauseBlock(block.level, text, marker, section);
      }),
  };
}

function clauseBlock(level: 1 | 2 | 3, text: string, marker: string, section: Section): PaperBlock {
  const paragraph = { kind: "paragraph" as const, text, indent: indentOf[level] };
  const source = { record: "template" as const, place: `${section.heading}${marker}` || section.key };
  return marker === "" ? { ...paragraph, source } : { ...paragraph, marker, source };
}

const indentOf = { 1: 0, 2: 1, 3: 2 } as const;
const kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

/**
 * 項 2, 3 … (the number of the first is left out), 号 (1), then ア: the usual order of a Japanese contract
 * (contract-annexes 4, numbering A). Blocks that are not printed do not take a number.
 */
function numbered(body: readonly AnnexBlock[]): { block: AnnexBlock; marker: string }[] {
  const counts = { 1: 0, 2: 0, 3: 0 };
  return body.map((block) => {
    if (block.kind !== "clause") return { block, marker: "" };
    counts[block.level] += 1;
    if (block.level < 3) counts[3] = 0;
    if (block.level < 2) counts[2] = 0;
    const no = counts[block.level];
    if (block.level === 1) return { block, marker: no === 1 ? "" : withDigits(String(no), "full") };
    return { block, marker: block.level === 2 ? `(${no})` : (kana[no - 1] ?? `(${no})`) };
  });
}

function sectionBlocks(template: AnnexTemplate, builder: Builder): PaperBlock[] {
  return template.sections
    .filter((section) => holds(section.when, builder.input))
    .flatMap((section, at): PaperBlock[] => {
      const number = `第${withDigits(String(at + 1), "full")}条`;
      const text = `（${section.heading}）`;
      const source = { record: "template" as const, place: section.key };
      return [
        { kind: "heading", level: 1, number, text, source },
        ...builder.blocks(section.body, { key: section.key, heading: `${number}${text}` }),
      ];
    });
}

type Miss = (section: Section, field: string, place: string) => string;

function tableBlock(
  table: AnnexTable,
  rows: readonly RecordRow[],
  section: Section,
  miss: Miss,
  template: AnnexTemplate,
): PaperBlock {
  if (rows.length === 0) return { kind: "note", text: table.empty };
  const row = ({ values, source }: RecordRow): PaperRow => {
    const filled = table.columns.map((column) => cellText(column, values));
    const isMissing = (at: number) => filled[at] === "" && table.columns[at]?.isRequired === true;
    const missing = [...filled.keys()].filter(isMissing);
    for (const at of missing) miss(section, table.columns[at]?.fields[0] ?? "", source.place);
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

function signatureBlocks(template: AnnexTemplate, builder: Builder): PaperBlock[] {
  if (template.signature === "none") return [];
  const party = (label: Placeholder, name: Placeholder) => ({
    label: builder.value(label, "signature"),
    name: builder.value(name, "signature"),
  });
  const parties = [party("hospitalLabel", "hospitalName"), party("vendorLabel", "vendorName")];
  return [{ kind: "signature", parties }];
}

function paperOf(
  template: AnnexTemplate,
  input: PaperInput,
  builder: Builder,
  blocks: PaperBlock[],
): PaperDocument {
  const header = builder.sentence(template.header, "header");
  const printedNo = input.audience === "internal" ? null : builder.value("printedNo", "header");
  const isDraft = input.issuedOn === null || builder.missing.length > 0;
  return {
    audience: template.audience,
    printedNo,
    title: template.title,
    header,
    footer: isDraft ? template.footerDraft : builder.sentence(template.footerIssued, "footer"),
    isDraft,
    blocks,
    editions: [...input.editions, builder.sentence(template.words.edition, "editions")],
  };
}
