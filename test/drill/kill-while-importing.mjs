import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { bundleOptions } from "../../app/cli/build.mjs";
import { runAndKill } from "../support/run-and-kill.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const ROWS = 200;

/**
 * What must hold after a kill at any moment: nothing dangles, and what is said of a row is what was made of it.
 * Each query answers the number of offences.
 */
const offences = {
  "foreign keys": "SELECT count(*) AS n FROM pragma_foreign_key_check",
  "rows made twice":
    "SELECT count(*) AS n FROM (SELECT name FROM system GROUP BY name HAVING count(*) > 1 UNION ALL SELECT name FROM vendor GROUP BY name HAVING count(*) > 1 UNION ALL SELECT number FROM contract GROUP BY number HAVING count(*) > 1)",
  "rows said to be made without a system": `SELECT count(*) AS n FROM import_row r WHERE r.outcome = 'created'
    AND NOT EXISTS (SELECT 1 FROM import_made m WHERE m.batch_id = r.batch_id AND m.row = r.row AND m.noun = 'system')`,
  "systems of no row": `SELECT count(*) AS n FROM system s WHERE NOT EXISTS (SELECT 1 FROM import_made m
    JOIN import_row r ON r.batch_id = m.batch_id AND r.row = m.row WHERE m.record_id = s.id AND r.outcome = 'created')`,
  "contracts without terms": `SELECT count(*) AS n FROM contract c WHERE NOT EXISTS (SELECT 1 FROM contract_revision t
    WHERE t.id = c.terms_revision_id AND t.contract_id = c.id)`,
  "progress that does not count": `SELECT count(*) AS n FROM import_batch b WHERE b.state <> 'draft' AND b.done_count <>
    (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id AND r.outcome <> 'pending')`,
};

/**
 * Kills a process that writes a list again and again (kill -9); each next one goes on where it was. At last the
 * list is whole, every row once.
 *
 * @param {number} times kills before the last run
 * @param {number} longestMs the last moment of a kill after the writing began
 * @returns {Promise<{ interrupted: number, systems: number }>} kills that came before the end; systems at last
 */
export async function killWhileImporting(times, longestMs) {
  const folder = await mkdtemp(path.join(tmpdir(), "buntan-kill-"));
  const output = "build/drill/import-until-killed.js";
  const program = path.join(root, output);
  try {
    await mkdir(path.dirname(program), { recursive: true });
    const esbuild = await import("esbuild");
    await esbuild.build(bundleOptions([{ source: "test/drill/import-until-killed.ts", output }]));
    const file = path.join(folder, "killed.db");
    let interrupted = 0;
    for (let kill = 0; kill < times; kill += 1) {
      await runAndKill(program, [file, String(ROWS)], Math.random() * longestMs);
      if ((await lookAt(file)).state === "running") interrupted += 1;
    }
    await runAndKill(program, [file, String(ROWS)], 0, "done");
    const { state, systems } = await lookAt(file);
    if (state !== "done" || systems !== ROWS) throw new Error(`${state}: ${systems} of ${ROWS} systems`);
    return { interrupted, systems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<{ state: string, systems: number }>}
 */
async function lookAt(file) {
  const client = createClient({ url: `file:${file}` });
  try {
    const whole = (await client.execute("PRAGMA integrity_check")).rows[0];
    if (Object.values(whole ?? {})[0] !== "ok") throw new Error(`integrity_check: ${JSON.stringify(whole)}`);
    for (const [name, sql] of Object.entries(offences)) {
      const found = Number((await client.execute(sql)).rows[0]?.n);
      if (found !== 0) throw new Error(`after a kill: ${found} ${name}`);
    }
    const batch = (await client.execute("SELECT state FROM import_batch")).rows[0];
    const systems = (await client.execute("SELECT count(*) AS n FROM system")).rows[0];
    return { state: String(batch?.state ?? "none"), systems: Number(systems?.n) };
  } finally {
    client.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { interrupted, systems } = await killWhileImporting(40, 600);
  process.stdout.write(`${interrupted} interruptions, ${systems} systems, each once, file whole\n`);
  process.exit(0);
}
