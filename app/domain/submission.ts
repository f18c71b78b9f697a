import { z } from "zod";
import type { AskedForm, DraftAnswer } from "./asked-form.ts";
import { daySchema } from "./day.ts";
import { answerOptions } from "./questionnaire.ts";
import { answerConditions, requestKinds } from "./request.ts";
import { costBearings, firstChecks, rowParties } from "./role-sheet.ts";

const fileSchema = z.strictObject({ fileName: z.string(), size: z.number().int(), sha256: z.string() });
export type SubmittedFile = z.infer<typeof fileSchema>;

/** The row of a role sheet as it stood when it was confirmed. */
const rowSchema = z.strictObject({
  firstCheck: z.enum(firstChecks),
  completedOn: z.string().nullable(),
  party: z.enum(rowParties),
  what: z.string(),
  cost: z.enum(costBearings),
  deadline: z.string(),
  clause: z.string(),
  remark: z.string(),
});

/** The promise as it was put before the vendor. */
const promiseSchema = z.strictObject({ dueOn: z.string().nullable(), about: z.array(z.string()) });

/** 提出: everything that was sent, with the questions as they were asked. No person's name stands in it. */
export const submissionSchema = z.strictObject({
  format: z.literal("buntan-submission@1"),
  requestId: z.string(),
  kind: z.enum(requestKinds),
  hospital: z.string(),
  vendor: z.string(),
  product: z.string().nullable(),
  productVersion: z.string().nullable(),
  contract: z.string().nullable(),
  /** `id@version` of the form. */
  catalogue: z.string(),
  /** 作成日 as the vendor states it. */
  issuedOn: daySchema,
  items: z.array(
    z.strictObject({
      key: z.string(),
      no: z.string(),
      section: z.string(),
      question: z.string(),
      answer: z.enum(answerOptions).nullable(),
      condition: z.enum(answerConditions),
      remark: z.string(),
      /** Disclosure the answer was taken over from and confirmed; null for an answer of its own. */
      carriedFrom: z.string().nullable(),
      files: z.array(fileSchema),
      row: rowSchema.optional(),
      promise: promiseSchema.optional(),
    }),
  ),
  files: z.array(fileSchema),
});
export type Submission = z.infer<typeof submissionSchema>;

/**
 * The one text of a submission: keys in the order of the schema, no spaces, UTF-8, a line end. Two equal
 * submissions have equal bytes, so the hash can be checked by anyone.
 */
export function submissionText(submission: Submission): string {
  return `${JSON.stringify(submissionSchema.parse(submission))}\n`;
}

/** Puts the draft into the order of the form; an item without a draft row is unanswered. */
export function submissionOf(
  facts: Omit<Submission, "format" | "items" | "files" | "catalogue" | "kind">,
  form: AskedForm,
  answers: readonly DraftAnswer[],
  files: readonly (SubmittedFile & { itemKey: string })[],
): Submission {
  const byKey = new Map(answers.map((each) => [each.itemKey, each]));
  const filesAt = (key: string) =>
    files
      .filter((each) => each.itemKey === key)
      .map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 }));
  return {
    format: "buntan-submission@1",
    requestId: facts.requestId,
    kind: form.kind,
    hospital: facts.hospital,
    vendor: facts.vendor,
    product: facts.product,
    productVersion: facts.productVersion,
    contract: facts.contract,
    catalogue: form.ref,
    issuedOn: facts.issuedOn,
    items: form.items.map(({ key, no, section, question, row, promise }) => {
      const draft = byKey.get(key);
      return {
        key,
        no,
        section,
        question,
        answer: draft?.answer ?? null,
        condition: draft?.condition ?? "none",
        remark: draft?.remark ?? "",
        carriedFrom: draft?.carriedFrom ?? null,
        files: filesAt(key),
        ...(row ? { row } : {}),
        ...(promise ? { promise } : {}),
      };
    }),
    files: filesAt(""),
  };
}

/**
 * Names the state of a draft: every item asked with the version of its answer, and every file. Two equal texts
 * freeze to the same content.
 */
export function draftMark(
  items: readonly { key: string }[],
  answers: readonly { itemKey: string; version: number }[],
  files: readonly { id: string }[],
): string {
  const versions = new Map(answers.map((each) => [each.itemKey, each.version]));
  const kept = items.map(({ key }) => `${key}:${versions.get(key) ?? 0}`);
  return [...kept, ...files.map((each) => each.id).sort()].join("\n");
}
