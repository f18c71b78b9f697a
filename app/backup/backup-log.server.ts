import fs from "node:fs";
import path from "node:path";
import { type BackupRun, backupRunSchema } from "~/domain/backup";

const LOG = "runs.jsonl";
/** A year of nights with some tries by hand; older lines say nothing anybody asks. */
const KEPT_LINES = 500;

/** Every try that was written down, oldest first; a line that a power cut left half is passed over. */
export async function readRuns(folder: string): Promise<BackupRun[]> {
  const text = await fs.promises.readFile(path.join(folder, LOG), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const parsed = backupRunSchema.safeParse(parsedJson(line));
    return parsed.success ? [parsed.data] : [];
  });
}

/** Adds a try. The file is written anew beside the old one and changes places with it, so that it is never half. */
export async function addRun(folder: string, run: BackupRun): Promise<void> {
  const runs = [...(await readRuns(folder)), run].slice(-KEPT_LINES);
  const fresh = path.join(folder, `${LOG}.${process.pid}`);
  await fs.promises.writeFile(fresh, runs.map((each) => `${JSON.stringify(each)}\n`).join(""), {
    mode: 0o600,
  });
  await fs.promises.rename(fresh, path.join(folder, LOG));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
