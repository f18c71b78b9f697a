import { z } from "zod";
import { respondents } from "./checklist.ts";
import { type ProblemCode, problemCodes } from "./problem.ts";
import { answerValueSchema, formIdSchema } from "./questionnaire.ts";
import { cellUses, lookAlikes, recognitions, unreadReasons, type WorkbookReading } from "./reading.ts";
import { foundRoundSchema, foundTableSchema } from "./reading-recipe.ts";
import { rowParties } from "./role-sheet.ts";

/** Shape of a stored reading (JSON column, other process): parsed at the edge, trusted inside. */
const reason = z.enum(unreadReasons);
const codes: readonly [ProblemCode, ...ProblemCode[]] = ["unexpected", ...problemCodes];
const headerSchema = z.object({
  issuedOn: z.string().nullable(),
  vendor: z.string().nullable(),
  product: z.string().nullable(),
  productVersion: z.string().nullable(),
  cells: z.partialRecord(
    z.enum(["issuedOn", "vendor", "product", "productVersion", "formVersion"]),
    z.string(),
  ),
});
const answerSchema = z.object({
  no: z.string(),
  section: z.string(),
  question: z.string(),
  clauses: z.array(z.string()),
  answer: answerValueSchema,
  reason: reason.nullable(),
  remark: z.string(),
  cell: z.string(),
  cells: z.array(z.string()),
  remarkCell: z.string().nullable(),
});
const unreadSchema = z.array(z.object({ cell: z.string(), text: z.string(), reason }));
const formSchema = z.object({
  form: formIdSchema,
  formVersion: z.string().nullable(),
  sheet: z.string(),
  header: headerSchema,
  answers: z.array(answerSchema),
  unread: unreadSchema,
});
const checklistSchema = z.object({
  sheet: z.string(),
  title: z.string(),
  respondent: z.enum(respondents).nullable(),
  round: z.number().int(),
  header: headerSchema,
  rows: z.array(
    answerSchema.extend({
      targetOn: z.string().nullable(),
      targetText: z.string(),
      targetCell: z.string().nullable(),
      checkedText: z.string(),
    }),
  ),
  unread: unreadSchema,
  rounds: z.array(foundRoundSchema).optional(),
});
const roleSheetSchema = z.object({
  sheet: z.string(),
  title: z.string(),
  rows: z.array(
    z.object({
      no: z.string(),
      part: z.union([z.literal(1), z.literal(2)]).nullable(),
      section: z.string(),
      label: z.string(),
      content: z.string(),
      check: answerValueSchema,
      reason: reason.nullable(),
      checkedOn: z.string().nullable(),
      checkedText: z.string(),
      completedOn: z.string().nullable(),
      completedText: z.string(),
      party: z.enum(rowParties).nullable(),
      partyText: z.string(),
      remark: z.string(),
      others: z.array(z.object({ heading: z.string(), text: z.string(), cell: z.string() })),
      cell: z.string(),
    }),
  ),
  unread: unreadSchema,
});
/** A sheet as it was read, kept with a reading or a catalogue's draft. */
export const sheetViewSchema = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  rows: z.array(
    z.object({
      row: z.number(),
      cells: z.array(z.object({ address: z.string(), text: z.string(), use: z.enum(cellUses) })),
    }),
  ),
  joined: z.array(z.object({ top: z.number(), bottom: z.number(), column: z.number() })).optional(),
  hiddenRows: z.array(z.number()).optional(),
});
const readingSchema = z.object({
  recognised: z.enum(recognitions),
  lookAlike: z.enum(lookAlikes).nullable(),
  forms: z.array(formSchema),
  problems: z.array(
    z.object({
      code: z.enum(codes),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      at: z.string().optional(),
    }),
  ),
  sheets: z.array(sheetViewSchema),
  members: z.array(z.object({ name: z.string(), isReadable: z.boolean() })).optional(),
  pages: z.number().optional(),
  needsPassword: z.literal(true).optional(),
  checklists: z.array(checklistSchema).optional(),
  roleSheets: z.array(roleSheetSchema).optional(),
  tables: z.array(foundTableSchema).optional(),
});

/** Parses the JSON text of a stored reading. @throws when it is not one (a defect, not a person's error). */
export function parseReading(json: string): WorkbookReading {
  const parsed = readingSchema.parse(JSON.parse(json));
  return {
    ...parsed,
    problems: parsed.problems.map(({ at, ...each }) => (at === undefined ? each : { ...each, at })),
  };
}
