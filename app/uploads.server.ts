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
  try {
    await parseFormData(request, { maxFileSize: maxBytes, maxFiles: MAX_FILES + 1 }, keep);
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
  return done(uploads);
}

/** Some browsers send the whole path; only its last part is the name. */
function baseName(name: string): string {
  return (name.split(/[\\/]/).pop() ?? name).slice(-200);
}
