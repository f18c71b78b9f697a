import type { Catalogue } from "./any-catalogue.ts";
import { type DraftField, type DraftItem, fieldsOfKind, type OfficialDraft } from "./catalogue-draft-body.ts";
import { checklistAudiences } from "./checklist.ts";
import { isRealDay } from "./day.ts";
import { blockingDoubts, doubtsOf, wholeNumber } from "./draft-doubts.ts";
import { guidelineVolumes } from "./guideline.ts";
import { done, type Problem, problem, type Result } from "./problem.ts";
import type { CatalogueHead } from "./provenance.ts";

/** Clause references as one text, and back. */
export function clausesOf(text: string): string[] {
  return text
    .split(/[、,，\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
export function clauseLine(clauses: readonly string[]): string {
  return clauses.join("、");
}

/**
 * The catalogue a draft would be frozen as. Rows get their keys from their place; everything else is as the
 * person left it. Problems with `at` = a head field or `rows`: field-required, field-not-a-day,
 * catalogue-version-unfit, catalogue-nothing-read, catalogue-draft-incomplete (row = place in the list).
 */
export function catalogueFromDraft(draft: OfficialDraft, source: string): Result<Catalogue> {
  const items = (draft.items ?? []).filter((each) => !each.isRemoved);
  const problems = [...headProblems(draft), ...rowProblems(draft, items)];
  if (items.length === 0) problems.push(problem("catalogue-nothing-read", {}, "rows"));
  if (problems.length > 0) return { ok: false, problems };
  const rows = items.map((item, at): Row => {
    const text = (field: DraftField) =>
      fieldsOfKind[draft.kind].includes(field) ? (item.fields[field] ?? "").trim() : "";
    return { key: `item:${at + 1}`, text, source: item.cell === "" ? source : `${source} ${item.cell}` };
  });
  return done(catalogueOf(draft, headOf(draft, source), rows));
}

type Row = { key: string; text: (field: DraftField) => string; source: string };

function headOf({ head }: OfficialDraft, source: string): CatalogueHead {
  const { id, version, title, issuer, issuedOn, licence, notice } = head;
  return {
    id: id.trim(),
    version: version.trim(),
    title: title.trim(),
    issuer: issuer.trim(),
    issuedOn: issuedOn === "" ? null : issuedOn,
    source,
    licence: licence.trim(),
    notice: notice.trim(),
    replacedBy: null,
  };
}

function headProblems({ kind, head, form }: OfficialDraft): Problem[] {
  const problems: Problem[] = [];
  for (const field of ["title", "version", "id", "issuer", "licence"] as const) {
    if (head[field].trim() === "") problems.push(problem("field-required", {}, field));
    else if (head[field].length > 400) problems.push(problem("field-too-long", { max: 400 }, field));
  }
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(head.id.trim()) && head.id.trim() !== "") {
    problems.push(problem("catalogue-version-unfit", {}, "id"));
  }
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]{0,20}$/.test(head.version.trim()) && head.version.trim() !== "") {
    problems.push(problem("catalogue-version-unfit", {}, "version"));
  }
  if (head.issuedOn !== "" && !isRealDay(head.issuedOn)) {
    problems.push(problem("field-not-a-day", { value: head.issuedOn }, "issuedOn"));
  }
  if (kind === "questionnaire" && form === null) problems.push(problem("field-required", {}, "form"));
  return problems;
}

function rowProblems({ kind }: OfficialDraft, items: readonly DraftItem[]): Problem[] {
  const doubts = doubtsOf(kind, items);
  return items.flatMap((item, at) =>
    (doubts.get(item.row) ?? []).flatMap((doubt) => {
      const field = blockingDoubts[doubt];
      return field ? [problem("catalogue-draft-incomplete", { row: at + 1, field }, `rows.${at + 1}`)] : [];
    }),
  );
}

const provenance = "official-text" as const;

function catalogueOf(draft: OfficialDraft, head: CatalogueHead, rows: readonly Row[]): Catalogue {
  switch (draft.kind) {
    case "questionnaire":
      return {
        kind: "questionnaire",
        head,
        form: draft.form ?? "MDS",
        questions: rows.map(({ key, text }) => ({
          key,
          no: text("no"),
          section: text("section"),
          question: text("text"),
          help: text("help"),
          askVendor: "",
          clauses: clausesOf(text("clauses")),
          provenance,
        })),
      };
    case "checklist":
      return {
        kind: "checklist",
        head,
        items: rows.map(({ key, text }) => ({
          key,
          no: text("no"),
          section: text("section"),
          item: text("text"),
          audience: checklistAudiences.find((each) => each === text("audience")) ?? "both",
          target: text("target"),
          help: text("help"),
          clauses: clausesOf(text("clauses")),
          provenance,
        })),
      };
    case "role-sheet":
      return { kind: "role-sheet", head, isTotalUnknown: false, gaps: [], items: rows.map(roleItem) };
    case "guideline":
      return {
        kind: "guideline",
        head,
        isTotalUnknown: false,
        facts: [],
        gaps: [],
        requirements: rows.map(requirement),
      };
  }
}

function roleItem({ key, text, source }: Row) {
  return {
    key,
    part: text("part") === "1" ? (1 as const) : (2 as const),
    group: text("section"),
    no: text("no") || null,
    label: text("text"),
    content: text("content"),
    risk: text("risk") || null,
    recommended: text("recommended") || null,
    guidelineRefs: clausesOf(text("clauses")),
    provenance,
    confidence: "high" as const,
    source,
  };
}

function requirement({ key, text, source }: Row) {
  return {
    key,
    volume: guidelineVolumes.find((each) => each === text("volume")) ?? guidelineVolumes[0],
    chapter: text("chapter"),
    chapterTitle: text("section"),
    no: wholeNumber(text("no")),
    summary: text("text"),
    appliesTo: "",
    isVendorRelevant: text("audience") !== "hospital",
    typicalEvidence: "",
    provenance,
    confidence: "high" as const,
    verification: "official-file",
    source,
    note: text("help"),
  };
}
