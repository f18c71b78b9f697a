import {
  type FileUpload,
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MultipartParseError,
  parseFormData,
} from "@mjackson/form-data-parser";
import { done, failed, problem, type Result } from "~/domain/problem";
import { isFormBody, type Upload } from "~/uploads.server";

/**
 * A multipart form with text fields and at most one file. An empty file input gives no file.
 * @param maxBytes limit of the file
 * @returns Problems: file-too-large at `field` (with the limit), form-unreadable
 */
export async function readFormWithFile(
  request: Request,
  field: string,
  maxBytes: number,
): Promise<Result<{ fields: Record<string, string>; file: Upload | null }>> {
  if (!isFormBody(request)) return failed(problem("form-unreadable"));
  let file: Upload | null = null;
  const keep = async (upload: FileUpload) => {
    if (upload.fieldName !== field || upload.name === "") return;
    const name = upload.name.split(/[\\/]/).pop() ?? upload.name;
    file = { fileName: name.slice(-200), bytes: new Uint8Array(await upload.arrayBuffer()) };
  };
  try {
    const form = await parseFormData(request, { maxFileSize: maxBytes, maxFiles: 2 }, keep);
    const fields: Record<string, string> = {};
    for (const [name, value] of form.entries()) if (typeof value === "string") fields[name] ??= value;
    return done({ fields, file });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if ([error, cause].some((each) => each instanceof MaxFileSizeExceededError)) {
      return failed(problem("file-too-large", { limit: maxBytes }, field));
    }
    const isUnreadable =
      error instanceof MaxFilesExceededError ||
      error instanceof FormDataParseError ||
      error instanceof MultipartParseError;
    if (isUnreadable) return failed(problem("form-unreadable"));
    throw error;
  }
}
