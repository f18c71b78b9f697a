import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import {
  countFiles,
  filesOf,
  insertRequestFile,
  removeRequestFile,
} from "#db/queries/request-records.server";
import { draftOf, findRequest } from "#db/queries/requests.server";
import { readRequestFile } from "#db/queries/vendor-answers.server";
import { withCondition } from "~/domain/answer-condition";
import type { KeptScan } from "~/domain/file-scan";
import { done, failed, problem, type Result } from "~/domain/problem";
import { isEditable } from "~/domain/request-state";
import type { VendorScope } from "~/domain/scope";
import { fillFrom, type WorkbookReport } from "~/domain/workbook-answers";
import { type FilledAnswer, questionnaireWorkbook } from "~/workbook/write-questionnaire.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { type Entry, recordWithoutAccount } from "./record.server";
import { MAX_REQUEST_FILE_BYTES } from "./request-course.server";
import { scanGiven } from "./scan-file.server";
import { reachForm } from "./vendor-answers.server";
import { keepAll } from "./vendor-save.server";
import { fileOwner } from "./vendor-submit.server";

type GivenFile = { fileName: string; bytes: Uint8Array };

/** Files that one request can carry; more belong into one archive. */
export const MAX_REQUEST_FILES = 50;
/** With those that were taken back, whose bytes stay: nobody behind a link fills the disk. */
const MAX_KEPT_FILES = 200;

/** ファイルを添える: to one item, or to the whole request (""). Problems: as the limits, not-found, request-state. */
export async function attachFile(
  ports: Ports,
  scope: VendorScope,
  input: { itemKey: string; file: GivenFile },
): Promise<Result<{ fileId: string }>> {
  const { itemKey, file } = input;
  const { fileName } = file;
  if (file.bytes.length === 0) return failed(problem("file-empty", { fileName }, "file"));
  if (file.bytes.length > MAX_REQUEST_FILE_BYTES)
    return failed(problem("file-too-large", { fileName, limit: MAX_REQUEST_FILE_BYTES }, "file"));
  const reached = await reachForm(ports, scope);
  const isWhole = itemKey === "" && scope.sections === null;
  if (!reached || !(isWhole || reached.items.some((each) => each.key === itemKey)))
    return failed(problem("not-found"));
  const scanned = await scanGiven(ports, file);
  if (!scanned.ok) return scanned;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const change = { file: [null, sha256], item: [null, itemKey] } satisfies Record<string, [unknown, unknown]>;
  const head = { verb: "attach", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, (entry) =>
    keepFile(ports, scope, entry, { itemKey, file, sha256, scan: scanned.value }),
  );
}

async function keepFile(
  ports: Ports,
  scope: VendorScope,
  { tx, at }: Entry,
  given: { itemKey: string; file: GivenFile; sha256: string; scan: KeptScan },
): Promise<Result<{ fileId: string }>> {
  const now = await findRequest(tx, scope);
  if (!now || !isEditable(now.state)) return failed(problem("request-state"));
  if ((await filesOf(tx, scope)).length >= MAX_REQUEST_FILES)
    return failed(problem("request-files-many", { max: MAX_REQUEST_FILES }, "file"));
  if ((await countFiles(tx, scope)) >= MAX_KEPT_FILES)
    return failed(problem("request-files-many", { max: MAX_KEPT_FILES }, "file"));
  const { itemKey, file, sha256, scan } = given;
  const [fileId, originalFileId] = [ports.newId(), ports.newId()];
  const row = { id: originalFileId, sha256, fileName: file.fileName, bytes: file.bytes };
  await keepOriginalFile(tx, fileOwner(scope), { ...row, receivedAt: at, receivedBy: null, scan });
  await insertRequestFile(tx, scope, { id: fileId, itemKey, originalFileId, side: "vendor", addedAt: at });
  return done({ fileId });
}

/** 外す: the file leaves the draft; what was submitted with it keeps its hash. */
export async function detachFile(
  ports: Ports,
  scope: VendorScope,
  input: { fileId: string },
): Promise<Result<null>> {
  const file = await reachableFile(ports, scope, input.fileId);
  if (!file) return failed(problem("not-found"));
  const change = { file: [file.sha256, null] satisfies [unknown, unknown] };
  const head = { verb: "detach", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async ({ tx, at }) => {
    const now = await findRequest(tx, scope);
    if (!now || !isEditable(now.state)) return failed(problem("request-state"));
    return (await removeRequestFile(tx, scope, input.fileId, at)) ? done(null) : failed(problem("not-found"));
  });
}

/** A file of this request, of an item this link reaches. Problems: not-found. */
export async function openRequestFile(
  ports: Ports,
  scope: VendorScope,
  input: { fileId: string },
): Promise<Result<GivenFile>> {
  const file = await reachableFile(ports, scope, input.fileId);
  return file ? done(file) : failed(problem("not-found"));
}

async function reachableFile(ports: Ports, scope: VendorScope, fileId: string) {
  const [file, reached] = await Promise.all([
    readRequestFile(ports.db, scope, fileId),
    reachForm(ports, scope),
  ]);
  if (!file || !reached) return null;
  const isReached = scope.sections === null || reached.items.some((each) => each.key === file.itemKey);
  return isReached ? file : null;
}

/**
 * Excelで答える: reads a filled workbook into the draft. A row counts only for the item whose number and
 * question it has; everything else is listed. The file itself is kept with the request.
 * @returns Problems: request-sections-only, request-state, request-workbook-other-form, those of reading
 */
export async function fillFromWorkbook(
  ports: Ports,
  scope: VendorScope,
  file: GivenFile,
): Promise<Result<WorkbookReport>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const { fileName } = file;
  if (file.bytes.length === 0) return failed(problem("file-empty", { fileName }, "file"));
  if (file.bytes.length > MAX_REQUEST_FILE_BYTES)
    return failed(problem("file-too-large", { fileName, limit: MAX_REQUEST_FILE_BYTES }, "file"));
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const scanned = await scanGiven(ports, file);
  if (!scanned.ok) return scanned;
  const reading = await ports.readWorkbook(file.bytes, fileName);
  const [form, ...others] = reading.forms.filter((each) => each.form === reached.form.form);
  if (!form || others.length > 0) {
    const own = reading.forms.length === 0 ? reading.problems : [];
    return failed(...(own.length > 0 ? own : [problem("request-workbook-other-form", {}, "file")]));
  }
  const { drafts, report } = fillFrom(reached.items, await draftOf(ports.db, scope), form);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const change = {
    file: [null, sha256],
    items: [null, drafts.map((each) => each.itemKey)],
  } satisfies Record<string, [unknown, unknown]>;
  const head = { verb: "fill-from-workbook", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    const kept = await keepFile(ports, scope, entry, { itemKey: "", file, sha256, scan: scanned.value });
    if (!kept.ok) return kept;
    const saved = await keepAll(entry, scope, drafts);
    return saved.ok ? done({ ...report, fileName }) : saved;
  });
}

/**
 * この依頼の Excel: the form asked, with the draft's answers, to be filled offline and sent back. Only for
 * disclosures. An answer is printed only where its number is alone in the form. Problems: not-found.
 */
export async function formWorkbook(
  ports: Ports,
  scope: VendorScope,
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const reached = await reachForm(ports, scope);
  const catalogues = await cataloguesOf(ports, scope);
  const found = reached && catalogues.questionnaires.get(reached.request.catalogueRef);
  if (!reached || !found) return failed(problem("not-found"));
  const shown = new Set(reached.items.map((each) => each.key));
  const questions = found.questions.filter((each) => shown.has(each.key));
  const times = new Map<string, number>();
  for (const { no } of questions) times.set(no, (times.get(no) ?? 0) + 1);
  const noOf = new Map(questions.map((each) => [each.key, each.no]));
  const answers = new Map<string, FilledAnswer>();
  for (const each of await draftOf(ports.db, scope)) {
    const no = noOf.get(each.itemKey);
    if (no === undefined || times.get(no) !== 1) continue;
    const remark = withCondition(each.condition, each.remark);
    answers.set(no, { answer: each.answer ?? "blank", remark });
  }
  const { vendor, product, productVersion } = reached.request;
  const header = { vendor, product: product ?? "", productVersion: productVersion ?? "" };
  const bytes = await questionnaireWorkbook({ ...found, questions }, answers, header);
  return done({ fileName: `${found.head.title}_${product ?? vendor}.xlsx`, bytes });
}
