import {
  type FileUpload,
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MultipartParseError,
  parseFormData,
} from "@mjackson/form-data-parser";
import { done, failed, problem, type Result } from "~/domain/problem";

export type Upload = { fileName: string; bytes: Uint8Array };

/** Files of one form. More than this at once is a mistake of the hand. */
export const MAX_FILES = 20;

/**
 * The files of a multipart form, in their order; an empty file input gives none. Nothing touches the disk.
 * @param maxBytes limit of one file
 * @returns Problems: file-too-large (with the limit; the whole form is refused then), form-unreadable
 */
export async function readUploads(
  request: Request,
  field: string,
  maxBytes: number,
): Promise<Result<Upload[]>> {
  const uploads: Upload[] = [];
  const keep = async (file: FileUpload) => {
    if (file.fieldName !== field || file.name === "") return;
    uploads.push({ fileName: baseName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const read = await parsed(
    request,
    () => parseFormData(request, { maxFileSize: maxBytes, maxFiles: MAX_FILES + 1 }, keep),
    maxBytes,
    field,
  );
  return read.ok ? done(uploads) : read;
}

/** True for what a form of a page sends; the parser knows no words for anything else. */
export function isFormBody(request: Request): boolean {
  const type = request.headers.get("content-type") ?? "";
  return /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type);
}

async function parsed(
  request: Request,
  parse: () => Promise<FormData>,
  maxBytes: number,
  field?: string,
): Promise<Result<FormData>> {
  if (!isFormBody(request)) return failed(problem("form-unreadable"));
  try {
    return done(await parse());
  } catch (error) {
    // why causes: the form parser wraps what the multipart parser throws.
    const cause = error instanceof Error ? error.cause : undefined;
    if ([error, cause].some((each) => each instanceof MaxFileSizeExceededError)) {
      return failed(problem("file-too-large", { limit: maxBytes }, field));
    }
    if (error instanceof MaxFilesExceededError) return failed(problem("form-unreadable", {}, field));
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) {
      return failed(problem("form-unreadable"));
    }
    throw error;
  }
}

export type FormParts = { fields: Map<string, string[]>; files: (Upload & { field: string })[] };

/**
 * A form with texts and files together; an empty file input gives none.
 * @param maxBytes limit of one file
 * @returns Problems as `readUploads`
 */
export async function readFormParts(request: Request, maxBytes: number): Promise<Result<FormParts>> {
  const files: FormParts["files"] = [];
  const fields: FormParts["fields"] = new Map();
  const keep = async (file: FileUpload) => {
    if (file.name === "") return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    files.push({ field: file.fieldName, fileName: baseName(file.name), bytes });
  };
  const form = await parsed(
    request,
    () => parseFormData(request, { maxFileSize: maxBytes, maxFiles: MAX_FILES + 1 }, keep),
    maxBytes,
  );
  if (!form.ok) return form;
  for (const [name, value] of form.value) {
    if (typeof value === "string") fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return done({ fields, files });
}

/** Some browsers send the whole path; only its last part is the name. */
function baseName(name: string): string {
  return (name.split(/[\\/]/).pop() ?? name).slice(-200);
}
