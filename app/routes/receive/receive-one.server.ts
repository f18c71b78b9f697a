import type { Visit } from "~/scope.server";
import type { Upload } from "~/uploads.server";
import { isLocked, receiveFile } from "~/use-cases/receive-file.server";
import type { FileResult } from "./result-list";

/** Receives one uploaded file and says what became of it: one receipt, or one for each file of a ZIP. */
export async function receiveOne({ ports, scope }: Visit, file: Upload): Promise<FileResult> {
  const { fileName } = file;
  const received = await receiveFile(ports, scope, file);
  if (!received.ok) return { fileName, receipts: [], problems: received.problems, earlier: [] };
  const { problems, earlier } = received.value;
  const receipts = received.value.received.map(({ intakeId, name, reading }) => ({
    intakeId,
    name,
    state:
      reading.forms.length > 0
        ? ("read" as const)
        : isLocked(reading)
          ? ("locked" as const)
          : ("waits" as const),
  }));
  return { fileName, receipts, problems, earlier };
}
