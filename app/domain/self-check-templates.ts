import { z } from "zod";
import { evidenceTopics } from "./evidence-topic.ts";
import { catalogueHeadSchema, confidenceSchema, provenanceSchema } from "./provenance.ts";
import { houseQuestionKinds, recordSources } from "./survey-question.ts";

/**
 * Dated data of the yearly checks: what an edition's year asks, which words lead to which evidence, the survey's
 * questions, the conditions of a fee, the measures of a system. A new year is a new line here and none in the program.
 */

/** What one fiscal year's checklist defines beside its rows. */
export const checklistYearSchema = z.strictObject({
  fromFiscalYear: z.int(),
  name: z.string().min(1),
  answers: z.array(z.enum(["yes", "no"])).min(1),
  rounds: z
    .array(
      z.strictObject({ no: z.int().min(1).max(9), name: z.string().min(1), confidence: confidenceSchema }),
    )
    .min(1),
  /** 目標日: after which answer it is written, and within what. */
  target: z.strictObject({ after: z.enum(["no"]), within: z.enum(["fiscal-year"]) }),
  /** 入口の設問; null for an edition without one. */
  gate: z.strictObject({ no: z.string(), text: z.string().min(1), confidence: confidenceSchema }).nullable(),
  note: z.string(),
  source: z.string().min(1),
  confidence: confidenceSchema,
});
export type ChecklistYear = z.infer<typeof checklistYearSchema>;

const checklistYearsSchema = z.strictObject({
  kind: z.literal("checklist-years"),
  head: catalogueHeadSchema,
  years: z.array(checklistYearSchema).min(1),
});

const evidenceTopicsSchema = z.strictObject({
  kind: z.literal("evidence-topics"),
  head: catalogueHeadSchema,
  /** Day up to which a plan for a second factor counts for the checklist's question. */
  twoFactorBy: z.iso.date(),
  topics: z
    .array(
      z.strictObject({
        topic: z.enum(evidenceTopics),
        /** Alternatives; of one, every word must stand in the item. */
        words: z.array(z.array(z.string().min(1)).min(1)).min(1),
      }),
    )
    .min(1),
});
export type EvidenceTopicList = z.infer<typeof evidenceTopicsSchema>;

/** A published figure beside a question, with how well it is known. */
export const nationalFigureSchema = z.strictObject({
  text: z.string().min(1),
  percent: z.number().nullable(),
  asOf: z.string().min(4),
  answered: z.string(),
  /** seen: the document itself was seen in part; secondary: others write so. */
  strength: z.enum(["seen", "secondary"]),
  source: z.string().min(1),
  note: z.string(),
});
export type NationalFigure = z.infer<typeof nationalFigureSchema>;

export const houseQuestionSchema = z.strictObject({
  /** Stable through the years, so that an answer can be carried. */
  key: z.string().regex(/^[a-z0-9-]+$/),
  section: z.string().min(1),
  text: z.string().min(1),
  help: z.string(),
  kind: z.enum(houseQuestionKinds),
  options: z.array(z.string().min(1)),
  unit: z.string(),
  asksDay: z.boolean(),
  /** The thing has to be done every fiscal year; its last day shows whether it was. */
  isYearly: z.boolean(),
  /** Records an answer can be proposed from; null = only a person knows. */
  from: z.enum(recordSources).nullable(),
  /** false: asked for the checklist or the fee only, and no part of the survey. */
  isSurvey: z.boolean(),
  national: z.array(nationalFigureSchema),
  provenance: provenanceSchema,
});
export type HouseQuestion = z.infer<typeof houseQuestionSchema>;

const surveySchema = z.strictObject({
  kind: z.literal("survey"),
  head: catalogueHeadSchema,
  fromFiscalYear: z.int(),
  /** Month and day of the state asked about, in the fiscal year. */
  asOf: z.string().regex(/^\d{2}-\d{2}$/),
  bedClasses: z.array(z.strictObject({ from: z.int(), to: z.int().nullable() })).min(1),
  bedClassNote: z.string(),
  questions: z.array(houseQuestionSchema).min(1),
});
export type Survey = z.infer<typeof surveySchema>;

export const feeTreatments = ["outside", "records", "not-judged"] as const;
const feeConditionsSchema = z.strictObject({
  kind: z.literal("fee-conditions"),
  head: catalogueHeadSchema,
  name: z.string().min(1),
  fromFiscalYear: z.int(),
  /** Independent sources the conditions were read in. */
  sourceCount: z.int().min(1),
  conditions: z
    .array(
      z.strictObject({
        no: z.string().min(1),
        text: z.string().min(1),
        need: z.enum(["required", "desirable"]),
        treatment: z.enum(feeTreatments),
        /** Keys of house questions, and topics of evidence, that say something about it. */
        questions: z.array(z.string()),
        topics: z.array(z.enum(evidenceTopics)),
        note: z.string(),
      }),
    )
    .min(1),
});
export type FeeConditions = z.infer<typeof feeConditionsSchema>;

export const measureSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  help: z.string(),
  /** Requirements whose published mappings lead to the questions of a disclosure. */
  requirements: z.array(z.strictObject({ guideline: z.string().min(1), requirement: z.string().min(1) })),
  /** Keys of rows of role-sheet forms that settle who bears it. */
  roleItems: z.array(z.string().min(1)),
  /** The same for forms a hospital loads itself: alternatives of words in a row's label. */
  roleWords: z.array(z.array(z.string().min(1)).min(1)),
  /** server-update: the servers' own list of who bears security updates says more. */
  bearer: z.enum(["none", "server-update"]),
});
export type Measure = z.infer<typeof measureSchema>;

const measuresSchema = z.strictObject({
  kind: z.literal("measures"),
  head: catalogueHeadSchema,
  measures: z.array(measureSchema).min(1),
});

export const selfCheckTemplateSchema = z.discriminatedUnion("kind", [
  checklistYearsSchema,
  evidenceTopicsSchema,
  surveySchema,
  feeConditionsSchema,
  measuresSchema,
]);
export type SelfCheckTemplate = z.infer<typeof selfCheckTemplateSchema>;

/** Everything of the yearly checks that ships, by kind. */
export type SelfCheckTemplates = {
  readonly years: readonly ChecklistYear[];
  readonly topics: Pick<EvidenceTopicList, "twoFactorBy" | "topics">;
  readonly surveys: readonly Survey[];
  readonly fees: readonly FeeConditions[];
  readonly measures: readonly Measure[];
};

/** What a templates folder without such files holds. */
export const noSelfChecks: SelfCheckTemplates = {
  years: [],
  topics: { twoFactorBy: "", topics: [] },
  surveys: [],
  fees: [],
  measures: [],
};

/** Every question about the hospital as a whole; of two editions that ask the same, the newer one's words. */
export function houseQuestions(surveys: readonly Survey[]): HouseQuestion[] {
  const newestFirst = [...surveys].sort((a, b) => b.fromFiscalYear - a.fromFiscalYear);
  const byKey = new Map<string, HouseQuestion>();
  for (const each of newestFirst.flatMap((survey) => survey.questions)) {
    if (!byKey.has(each.key)) byKey.set(each.key, each);
  }
  return [...byKey.values()];
}

/** What evidence is looked for by: words of topics, the edition's day, the words of the house questions. */
export function evidenceSources(templates: SelfCheckTemplates) {
  const { twoFactorBy, topics } = templates.topics;
  const questions = houseQuestions(templates.surveys);
  return { twoFactorBy, topics, houseTexts: new Map(questions.map(({ key, text }) => [key, text])) };
}

/** What holds in a fiscal year: the newest line that has begun by then; the first one for years before all. */
export function heldInYear<T extends { fromFiscalYear: number }>(
  lines: readonly T[],
  fiscalYear: number,
): T | null {
  const begun = lines.filter((each) => each.fromFiscalYear <= fiscalYear);
  const newest = begun.reduce<T | null>(
    (best, each) => (best === null || each.fromFiscalYear > best.fromFiscalYear ? each : best),
    null,
  );
  return newest ?? [...lines].sort((a, b) => a.fromFiscalYear - b.fromFiscalYear)[0] ?? null;
}
