import path from "node:path";
import { createClient } from "@libsql/client";
import { verifyChain } from "../../db/audit-chain.ts";
import { openDb } from "../../db/client.server.ts";

/**
 * What must hold after a kill at any moment: the file opens, is whole, nothing dangles, nothing is half there. Each
 * query answers the number of offences.
 */
const offences = {
  "foreign keys": "SELECT count(*) AS n FROM pragma_foreign_key_check",
  "half disclosures": `SELECT count(*) AS n FROM disclosure d WHERE (SELECT count(*) FROM disclosure_answer a
    WHERE a.disclosure_id = d.id) <> d.yes_count + d.no_count + d.not_applicable_count + d.blank_count + d.unclear_count`,
  "originals without bytes": `SELECT count(*) AS n FROM original_file f WHERE f.size <> coalesce((SELECT sum(length(b.bytes))
    FROM blob_chunk b WHERE b.group_id = f.group_id AND b.sha256 = f.sha256), 0)`,
  "papers without snapshot":
    "SELECT count(*) AS n FROM paper p WHERE NOT EXISTS (SELECT 1 FROM paper_snapshot s WHERE s.paper_id = p.id)",
  "papers without bytes": `SELECT count(*) AS n FROM paper p WHERE NOT EXISTS (SELECT 1 FROM blob_chunk b
    WHERE b.sha256 = p.sha256)`,
  "revisions without rows": `SELECT count(*) AS n FROM role_sheet_revision r WHERE NOT EXISTS (SELECT 1
    FROM role_sheet_revision_row w WHERE w.revision_id = r.id)`,
  "records without audit entry":
    "SELECT count(*) AS n FROM disclosure d WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.seq = d.recorded_seq)",
} as const;

/**
 * Opens the database as the server does and looks at everything.
 * @param isMadeUp rows were put in one by one and do not belong together: only that nothing dangles can be asked
 * @returns how many audit entries, disclosures and papers there are
 * @throws Error that names the first offence
 */
export async function lookAfterKill(root: string, file: string, isMadeUp = false) {
  const migrationsFolder = path.join(root, "db/migrations");
  (await openDb(`file:${file}`, { migrationsFolder })).$client.close();
  const client = createClient({ url: `file:${file}` });
  try {
    const one = async (sql: string) => Object.values((await client.execute(sql)).rows[0] ?? {})[0];
    const pages = await one("PRAGMA integrity_check");
    if (pages !== "ok") throw new Error(`integrity_check: ${pages}`);
    for (const [name, sql] of Object.entries(offences)) {
      if (isMadeUp && name !== "foreign keys") continue;
      const found = Number(await one(sql));
      if (found !== 0) throw new Error(`after a kill: ${found} ${name}`);
    }
    const chain = await verifyChain(client);
    if (!chain.isWhole) throw new Error(`after a kill the chain breaks: ${JSON.stringify(chain.breaks)}`);
    const count = async (table: string) => Number(await one(`SELECT count(*) FROM ${table}`));
    return { entries: chain.entries, disclosures: await count("disclosure"), papers: await count("paper") };
  } finally {
    client.close();
  }
}
