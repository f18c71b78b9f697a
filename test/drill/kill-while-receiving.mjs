import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { bundleOptions } from "../../app/cli/build.mjs";
import { runAndKill } from "../support/run-and-kill.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * What must hold after a kill at any moment: the file is whole, nothing dangles, no disclosure lacks a row and no
 * original a byte. Each query answers the number of offences.
 */
const offences = {
  "foreign keys": "SELECT count(*) AS n FROM pragma_foreign_key_check",
  "half disclosures": `SELECT count(*) AS n FROM disclosure d WHERE (SELECT count(*) FROM disclosure_answer a
    WHERE a.disclosure_id = d.id) <> d.yes_count + d.no_count + d.not_applicable_count + d.blank_count + d.unclear_count`,
  "originals without bytes": `SELECT count(*) AS n FROM original_file f WHERE f.size <> coalesce((SELECT sum(length(b.bytes))
    FROM blob_chunk b WHERE b.group_id = f.group_id AND b.sha256 = f.sha256), 0)`,
  "intakes without reading":
    "SELECT count(*) AS n FROM intake i WHERE NOT EXISTS (SELECT 1 FROM intake_reading r WHERE r.intake_id = i.id)",
  "saved intakes without disclosure":
    "SELECT count(*) AS n FROM intake i WHERE i.state = 'saved' AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.intake_id = i.id)",
  "changes without audit row":
    "SELECT count(*) AS n FROM disclosure d WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.seq = d.recorded_seq)",
};

/**
 * Kills a receiving process `times` times at random moments (kill -9) and looks at the database after each.
 *
 * @param {number} times
 * @returns {Promise<{ kills: number, disclosures: number }>}
 */
export async function killWhileReceiving(times) {
  const folder = await mkdtemp(path.join(tmpdir(), "buntan-kill-"));
  const program = path.join(root, "build/drill/receive-until-killed.js");
  try {
    await mkdir(path.dirname(program), { recursive: true });
    const esbuild = await import("esbuild");
    const source = "test/drill/receive-until-killed.ts";
    await esbuild.build(bundleOptions([{ source, output: "build/drill/receive-until-killed.js" }]));
    const file = path.join(folder, "killed.db");
    let disclosures = 0;
    for (let kill = 0; kill < times; kill += 1) {
      // why the first one later: on a busy machine every kill could come before anything is saved.
      await runAndKill(program, [file], Math.random() * 400, kill === 0 ? "saved" : "ready");
      disclosures = await lookAt(file);
    }
    return { kills: times, disclosures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<number>} how many disclosures there are
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
    return Number((await client.execute("SELECT count(*) AS n FROM disclosure")).rows[0]?.n);
  } finally {
    client.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { kills, disclosures } = await killWhileReceiving(200);
  process.stdout.write(`${kills} kills, ${disclosures} disclosures, none half, file whole\n`);
  process.exit(0);
}
