import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { readAnnexTemplates } from "./annex-templates.server.ts";
import { readClauseMoves } from "./clause-moves.server.ts";
import { readConnectionTopics } from "./connection-topics.server.ts";
import type { AnnexTemplate } from "./domain/annex-template.ts";
import {
  type Catalogue,
  checkCatalogues,
  checkShipped,
  placeInFile,
  type ReadCatalogue,
} from "./domain/catalogue-check.ts";
import { type Checklist, checklistSchema } from "./domain/checklist.ts";
import type { ClauseMoves } from "./domain/clause-moves.ts";
import type { ConnectionTopic } from "./domain/connection-topics.ts";
import type { Crosswalk } from "./domain/crosswalk.ts";
import { type Guideline, guidelineSchema } from "./domain/guideline.ts";
import type { ItemSet } from "./domain/item-set.ts";
import { type Mapping, mappingSchema } from "./domain/mapping.ts";
import { type Problem, problem, type Result } from "./domain/problem.ts";
import { catalogueRef } from "./domain/provenance.ts";
import {
  type FormId,
  isOwnForm,
  plainFormVersion,
  type Questionnaire,
  questionnaireSchema,
} from "./domain/questionnaire.ts";
import { type RoleSheetForm, roleSheetFormSchema } from "./domain/role-sheet-form.ts";
import { noSelfChecks, type SelfCheckTemplates } from "./domain/self-check-templates.ts";
import { noRuleData, type RuleData, readRuleData, ruleDataFolders } from "./rule-data.server.ts";
import { readSelfCheckTemplates } from "./self-check-templates.server.ts";

/** Folders under templates/ and the shape of every JSON file in them. */
const schemaOfFolder: ReadonlyMap<string, z.ZodType<Catalogue>> = new Map<string, z.ZodType<Catalogue>>([
  ["guidelines", guidelineSchema],
  ["questionnaires", questionnaireSchema],
  ["mappings", mappingSchema],
  ["role-sheets", roleSheetFormSchema],
  ["checklists", checklistSchema],
]);

/** Folders that belong to other readers; everything else is refused, so that a misplaced file is noticed. */
const foldersOfOthers: ReadonlySet<string> = new Set([
  "annexes",
  "clause-moves",
  "connection-topics",
  ...ruleDataFolders,
  "self-checks",
]);

/** What templates/ holds, or that with a group's own catalogues, deeply frozen. Maps are keyed by `id@version`; lookups answer null for the unknown. */
export type Catalogues = {
  readonly guidelines: ReadonlyMap<string, Guideline>;
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly roleSheetForms: ReadonlyMap<string, RoleSheetForm>;
  readonly checklists: ReadonlyMap<string, Checklist>;
  readonly itemSets: ReadonlyMap<string, ItemSet>;
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  readonly annexTemplates: ReadonlyMap<string, AnnexTemplate>;
  /** Where items of an older guideline went; what a mapping is proposed from, never a verdict. */
  readonly clauseMoves: readonly ClauseMoves[];
  /** Requirements that say something about a field of the register of connections. */
  readonly connectionTopics: readonly ConnectionTopic[];
  /** Which volumes and rows are read, and until when second factors are asked. */
  readonly rules: RuleData;
  /** Yearly checks: years of the checklist, evidence, survey, fee conditions, measures. */
  readonly selfChecks: SelfCheckTemplates;
  /** Every catalogue of the maps above but the annex templates: shipped ones first, then in order of publishing. */
  readonly all: readonly Catalogue[];
  /** The edition `id@version`. */
  readonly guideline: (ref: string) => Guideline | null;
  /** The edition of this id that no other has replaced. */
  readonly currentGuideline: (id: string) => Guideline | null;
  /** The edition of this form that no other has replaced; null for forms the hospital loads itself. */
  readonly questionnaireOfForm: (form: FormId) => Questionnaire | null;
  /**
   * The edition a disclosure of this form and version was made on: exactly that version (several MDS editions
   * live side by side), the one published last when there are two. Forms of ours answer with their current
   * edition, whatever the sheet calls its version.
   */
  readonly questionnaireFor: (form: FormId, formVersion: string) => Questionnaire | null;
  /** The version of this annex template (`role-sharing`) that no other has replaced. */
  readonly currentAnnexTemplate: (id: string) => AnnexTemplate | null;
  /** Every mapping from one questionnaire (`id@version`) to one guideline (`id@version`). */
  readonly mappingsBetween: (fromRef: string, toRef: string) => readonly Mapping[];
};

/** Thrown when templates/ cannot be trusted; the program does not start on half a catalogue. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .map((each) => `${each.at ?? "templates"}: ${each.code} ${JSON.stringify(each.params)}`)
        .join("\n"),
    );
    this.problems = problems;
  }
}

/**
 * Reads and checks every catalogue of the templates folder, once; the only reader of that folder.
 * `root` is the path of templates/ itself: the caller knows it, a bundle does not.
 * Throws CatalogueError with all problems found (`catalogue-invalid`, `catalogue-reference-dangling`),
 * each with `at` like `templates/guidelines/x.json#/requirements/3/no`.
 */
export async function loadCatalogues(root: string): Promise<Catalogues> {
  const listed = await listFiles(root);
  if (!listed.ok) throw new CatalogueError(listed.problems);
  const read: ReadCatalogue[] = [];
  const problems: Problem[] = [];
  for (const { place, schema } of listed.value) {
    const result = parseCatalogue(`templates/${place}`, await readFile(path.join(root, place)), schema);
    if (result.ok) read.push(result.value);
    else problems.push(...result.problems);
  }
  const annexes = await readAnnexTemplates(root);
  if (!annexes.ok) problems.push(...annexes.problems);
  const moves = await readClauseMoves(root);
  if (!moves.ok) problems.push(...moves.problems);
  const topics = await readConnectionTopics(root);
  if (!topics.ok) problems.push(...topics.problems);
  const rules = await readRuleData(root);
  if (!rules.ok) problems.push(...rules.problems);
  const checks = await readSelfCheckTemplates(root);
  if (!checks.ok) problems.push(...checks.problems);
  // why: with a file missing from `read` every reference to it would be reported as dangling, too.
  const found = problems.length > 0 ? problems : [...checkCatalogues(read), ...checkShipped(read)];
  if (found.length > 0) throw new CatalogueError(found);
  return catalogueLookups(
    read.map((each) => each.catalogue),
    annexes.ok ? annexes.value : [],
    moves.ok ? moves.value : [],
    topics.ok ? topics.value : [],
    rules.ok ? rules.value : noRuleData,
    checks.ok ? checks.value : noSelfChecks,
  );
}

type ListedFile = { place: string; schema: z.ZodType<Catalogue> };

async function listFiles(root: string): Promise<Result<ListedFile[]>> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => null);
  if (!entries) {
    return { ok: false, problems: [problem("catalogue-invalid", { reason: "folder-missing" }, "templates")] };
  }
  const listed: ListedFile[] = [];
  const problems: Problem[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (foldersOfOthers.has(entry.name) || entry.name.startsWith(".")) continue;
    const schema = entry.isDirectory() ? schemaOfFolder.get(entry.name) : undefined;
    if (!schema) {
      problems.push(problem("catalogue-invalid", { reason: "place-unknown" }, `templates/${entry.name}`));
      continue;
    }
    const names = await readdir(path.join(root, entry.name));
    for (const name of names.filter((each) => !each.startsWith(".")).sort()) {
      const place = `${entry.name}/${name}`;
      if (name.endsWith(".json")) listed.push({ place, schema });
      else problems.push(problem("catalogue-invalid", { reason: "not-a-json-file" }, `templates/${place}`));
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: listed };
}

/** One file: strict UTF-8, then JSON, then its folder's schema. */
function parseCatalogue(
  file: string,
  bytes: Uint8Array,
  schema: z.ZodType<Catalogue>,
): Result<ReadCatalogue> {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problem("catalogue-invalid", { reason: "not-json", detail }, file)] };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, value: { file, catalogue: parsed.data } };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) =>
      problem(
        "catalogue-invalid",
        { reason: issue.code, detail: issue.message },
        placeInFile(file, issue.path),
      ),
    ),
  };
}

/** The lookups over a list of catalogues; of two with one reference the first counts. */
export function catalogueLookups(
  all: readonly Catalogue[],
  annexes: readonly AnnexTemplate[],
  moves: readonly ClauseMoves[] = [],
  topics: readonly ConnectionTopic[] = [],
  rules: RuleData = noRuleData,
  checks: SelfCheckTemplates = noSelfChecks,
): Catalogues {
  const guidelines = byRef(all.filter((each) => each.kind === "guideline"));
  const questionnaires = byRef(all.filter((each) => each.kind === "questionnaire"));
  const mappings = byRef(all.filter((each) => each.kind === "mapping"));
  const roleSheetForms = byRef(all.filter((each) => each.kind === "role-sheet"));
  const checklists = byRef(all.filter((each) => each.kind === "checklist"));
  const itemSets = byRef(all.filter((each) => each.kind === "item-set"));
  const crosswalks = byRef(all.filter((each) => each.kind === "crosswalk"));
  const annexTemplates = byRef(annexes);
  const current = <T extends Catalogue | AnnexTemplate>(
    map: ReadonlyMap<string, T>,
    isWanted: (each: T) => boolean,
  ) => [...map.values()].find((each) => each.head.replacedBy === null && isWanted(each)) ?? null;
  const ofForm = (form: FormId) => current(questionnaires, (each) => each.form === form);
  return Object.freeze({
    guidelines,
    questionnaires,
    mappings,
    roleSheetForms,
    checklists,
    itemSets,
    crosswalks,
    annexTemplates,
    clauseMoves: freezeDeep([...moves]),
    connectionTopics: freezeDeep([...topics]),
    rules: freezeDeep(rules),
    selfChecks: freezeDeep({ ...checks }),
    all: Object.freeze([...all]),
    guideline: (ref: string) => guidelines.get(ref) ?? null,
    currentGuideline: (id: string) => current(guidelines, (each) => each.head.id === id),
    questionnaireOfForm: ofForm,
    questionnaireFor: (form: FormId, formVersion: string) => {
      const wanted = plainFormVersion(formVersion);
      const editions = [...questionnaires.values()].filter(
        (each) => each.form === form && plainFormVersion(each.head.version) === wanted,
      );
      return editions.at(-1) ?? (isOwnForm(form) ? ofForm(form) : null);
    },
    currentAnnexTemplate: (id: string) => current(annexTemplates, (each) => each.head.id === id),
    mappingsBetween: (fromRef: string, toRef: string) =>
      [...mappings.values()].filter((each) => each.from === fromRef && each.to === toRef),
  });
}

function byRef<T extends Catalogue | AnnexTemplate>(list: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const each of list) {
    const ref = catalogueRef(each.head);
    if (!map.has(ref)) map.set(ref, freezeDeep(each));
  }
  const refuse = () => {
    throw new TypeError("catalogues are frozen");
  };
  // why: Object.freeze does not reach a Map's entries; its mutators have to be taken away.
  return Object.freeze(Object.assign(map, { set: refuse, delete: refuse, clear: refuse }));
}

function freezeDeep<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}
