import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** One folder for the files of a whole run, removed at its end whatever became of the processes that wrote there. */
export default function makeFolder(): () => void {
  // why: every project of the run asks for it
  if (process.env.BUNTAN_TEST_FOLDER) return () => undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "buntan-test-"));
  process.env.BUNTAN_TEST_FOLDER = folder;
  return () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
