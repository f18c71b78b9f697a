import { createHash } from "node:crypto";
import { insertDisclosure } from "#db/queries/disclosures.server";
import { keepOriginalFile } from "#db/queries/files.server";
import {
  correctionsOf,
  endIntake,
  findIntake,
  insertCorrection,
  insertIntake,
} from "#db/queries/intakes.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { type Day, dayInTokyo, isRealDay } from "~/domain/day";
import { correctedAnswers, countAnswers } from "~/domain/disclosure";
import { handPlace, isByHand } from "~/domain/entry-by-hand";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import type { ReadAnswer, ReadForm, WorkbookReading } from "~/domain/reading";
import { parseReading } from "~/domain/reading-file";
import { rowsOfReading } from "~/domain/reading-rows";
import type { Scope } from "~/domain/scope";
import { type ProductPlace, placeProduct } from "./place-product.server";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** Largest workbook that is read; the reader has bounds of its own for what is inside. */
export const MAX_WORKBOOK_BYTES = 10 * 1024 * 1024;

/**
 * 受け取る: reads an uploaded workbook and keeps it for review with its original bytes. Nothing is stored when
 * it is not a disclosure; then the Problems say why and what to do.
 */
export async function receiveWorkbook(
  ports: Ports,
  scope: Scope,
  input: { fileName: string; bytes: Uint8Array },
): Promise<Result<{ intakeId: string; reading: WorkbookReading }>> {
  if (input.bytes.length === 0) return failed(problem("file-empty", { fileName: input.fileName }));
  if (input.bytes.length > MAX_WORKBOOK_BYTES) {
    return failed(problem("file-too-large", { fileName: input.fileName, limit: MAX_WORKBOOK_BYTES }));
  }
  const scanned = await scanGiven(ports, input);
  if (!scanned.ok) return scanned;
  const reading = await ports.readWorkbook(input.bytes, input.fileName);
  if (reading.recognised !== "disclosure" || reading.forms.length === 0) {
    return failed(...(reading.problems.length > 0 ? reading.problems : [problem("form-not-found")]));
  }
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const [intakeId, fileId] = [ports.newId(), ports.newId()];
  const head = {
    verb: "receive",
    noun: "intake",
    recordId: intakeId,
    change: { fileName: [null, input.fileName], sha256: [null, sha256] } satisfies Record<
      string,
      [unknown, unknown]
    >,
  };
  return record(ports, scope, "disclosure:write", head, async ({ tx, at }) => {
    const file = { id: fileId, sha256, fileName: input.fileName, bytes: input.bytes };
    await keepOriginalFile(tx, scope, {
      ...file,
      receivedAt: at,
      receivedBy: scope.accountId,
      scan: scanned.value,
    });
    const row = {
      id: intakeId,
      originalFileId: fileId,
      state: "review" as const,
      summary: reading.forms.map((each) => `${each.form} ${each.formVersion ?? "?"}`).join(" / "),
      createdAt: at,
      createdBy: scope.accountId,
    };
    await insertIntake(tx, scope, row, JSON.stringify(reading));
    return done({ intakeId, reading });
  });
}

/** 確認して直す: sets the value of one row; what was read, what was set, who and when are all kept. */
export async function correctAnswer(
  ports: Ports,
  scope: Scope,
  input: {
    intakeId: string;
    formIndex: number;
    ordinal: number;
    answer: string;
    remark: string;
    reason: string;
    /** Page of the picture it was read from; entries by hand only. */
    page?: number | null;
    /** 目標日, "" for none; rows of a checklist only. */
    targetOn?: string | null;
  },
): Promise<Result<null>> {
  const answer = answerValues.find((each) => each === input.answer);
  if (!answer) return failed(problem("field-not-an-option", { value: input.answer }, "answer"));
  if (input.remark.length > 4000) return failed(problem("field-too-long", { max: 4000 }, "remark"));
  if (input.targetOn && !isRealDay(input.targetOn)) {
    return failed(problem("field-not-a-day", { value: input.targetOn }, "targetOn"));
  }
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  if (found.state !== "review") return failed(problem("intake-closed"));
  const row = rowsOfReading(parseReading(found.reading), input.formIndex)[input.ordinal];
  if (!row) return failed(problem("not-found"));
  const head = {
    verb: "correct-answer",
    noun: "intake",
    recordId: input.intakeId,
    change: { [row.cell]: [row.answer, answer] satisfies [AnswerValue, AnswerValue] },
  };
  return record(ports, scope, "disclosure:write", head, async ({ tx, at }) => {
    // why again: a correction that arrives after the saving would be kept and never count.
    const now = await findIntake(tx, scope, input.intakeId);
    if (now?.state !== "review") return failed(problem("intake-closed"));
    // why: another reading has other rows, and the same place in it may be another question.
    if (now.readingNo !== found.readingNo) return failed(problem("changed-meanwhile"));
    await insertCorrection(tx, scope, {
      ...input,
      id: ports.newId(),
      readingNo: found.readingNo,
      no: row.no,
      question: row.question,
      cell: row.cell,
      answer,
      setBy: scope.accountId,
      setAt: at,
    });
    return done(null);
  });
}

export type FormToSave = {
  formIndex: number;
  formVersion: string;
  issuedOn: string;
  place: ProductPlace;
};

/**
 * 保存する: turns the reviewed reading into immutable disclosures, one per form of the book. Rows nobody
 * decided stay conflict, unclear or blank; nothing is guessed.
 */
export async function saveIntake(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; forms: FormToSave[] },
): Promise<Result<{ disclosureIds: string[] }>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  if (found.state !== "review") return failed(problem("intake-closed"));
  const reading = parseReading(found.reading);
  const problems = input.forms.flatMap((each) => problemsOfForm(each, reading, dayInTokyo(ports.now())));
  const isTwice = new Set(input.forms.map((each) => each.formIndex)).size < input.forms.length;
  if (input.forms.length === 0 || isTwice) problems.push(problem("intake-nothing-to-save"));
  if (problems.length > 0) return failed(...problems);
  const ids = input.forms.map(() => ports.newId());
  const head = {
    verb: "save-disclosure",
    noun: "intake",
    recordId: input.intakeId,
    change: { disclosures: [null, ids] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "disclosure:write", head, async (entry) => {
    if (!(await endIntake(entry.tx, scope, input.intakeId, "saved"))) return failed(problem("intake-closed"));
    const now = await findIntake(entry.tx, scope, input.intakeId);
    if (now?.readingNo !== found.readingNo) return failed(problem("changed-meanwhile"));
    const corrections = await correctionsOf(entry.tx, scope, input.intakeId);
    for (const [at, form] of input.forms.entries()) {
      const read = reading.forms[form.formIndex];
      const id = ids[at];
      if (!read || !id) return failed(problem("intake-nothing-to-save"));
      const placed = await placeProduct(ports, scope, entry, form.place, read.form);
      if (!placed.ok) return placed;
      const own = corrections.filter((each) => each.formIndex === form.formIndex);
      await keepDisclosure(scope, entry, { id, form, read, found, own, productVersionId: placed.value });
    }
    return done({ disclosureIds: ids });
  });
}

/** やめる: the file is put aside; original and reading stay, no disclosure is made. */
export async function discardIntake(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string },
): Promise<Result<null>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const head = { verb: "discard", noun: "intake", recordId: input.intakeId, change: {} };
  return record(ports, scope, "disclosure:write", head, async ({ tx }) =>
    (await endIntake(tx, scope, input.intakeId, "discarded")) ? done(null) : failed(problem("intake-closed")),
  );
}

/** What keeps one form from being saved; `at` is `forms.<index>.<field>`. */
export function problemsOfForm(form: FormToSave, reading: WorkbookReading, today: Day): Problem[] {
  const at = (field: string) => `forms.${form.formIndex}.${field}`;
  const problems: Problem[] = [];
  if (!reading.forms[form.formIndex]) problems.push(problem("intake-nothing-to-save"));
  if (form.issuedOn === "") problems.push(problem("disclosure-date-required", {}, at("issuedOn")));
  else if (!isRealDay(form.issuedOn) || form.issuedOn > today) {
    problems.push(problem("field-not-a-day", { value: form.issuedOn }, at("issuedOn")));
  }
  if (form.formVersion.trim() === "") problems.push(problem("form-version-unknown", {}, at("formVersion")));
  if (form.formVersion.length > 20) problems.push(problem("field-too-long", { max: 20 }, at("formVersion")));
  return problems;
}

/** A cell of the file, or the page a person read where nothing was read for them. */
function placeOf(form: ReadForm, { read, correction }: { read: ReadAnswer; correction: Correction | null }) {
  const page = isByHand(form) ? (correction?.page ?? null) : null;
  return page === null ? read.cell : handPlace(page);
}

type Correction = Awaited<ReturnType<typeof correctionsOf>>[number];

async function keepDisclosure(
  scope: Scope,
  { tx, seq, at }: Entry,
  given: {
    id: string;
    form: FormToSave;
    read: ReadForm;
    found: { id: string; originalFileId: string };
    own: Correction[];
    productVersionId: string;
  },
): Promise<void> {
  const { read, form } = given;
  const answers = correctedAnswers(read.answers, given.own);
  const counts = countAnswers(answers);
  await insertDisclosure(
    tx,
    scope,
    {
      id: given.id,
      productVersionId: given.productVersionId,
      form: read.form,
      formVersion: form.formVersion.trim(),
      issuedOn: form.issuedOn,
      originalFileId: given.found.originalFileId,
      intakeId: given.found.id,
      sheet: read.sheet,
      readHeader: JSON.stringify({ ...read.header, formVersion: read.formVersion }),
      yesCount: counts.yes,
      noCount: counts.no,
      notApplicableCount: counts.notApplicable,
      blankCount: counts.blank,
      unclearCount: counts.unclear,
      unreadCount: read.unread.length,
      recordedSeq: seq,
      receivedAt: at,
      receivedBy: scope.accountId,
    },
    answers.map((each) => ({
      ordinal: each.ordinal,
      no: each.read.no,
      section: each.read.section,
      question: each.read.question,
      clauses: JSON.stringify(each.read.clauses),
      answer: each.answer,
      remark: each.remark,
      cell: placeOf(read, each),
      readAnswer: each.read.answer,
      readRemark: each.read.remark,
      readReason: each.read.reason,
      setBy: each.correction?.setBy ?? null,
      setAt: each.correction?.setAt ?? null,
      setReason: each.correction?.reason ?? null,
    })),
    read.unread,
  );
}

/** Whether a product version exists in this scope; used by the review page's proposal. */
export async function productVersionName(ports: Ports, scope: Scope, id: string): Promise<string | null> {
  return nameOfRecord(ports.db, scope, "productVersion", id);
}
