import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import type { Scope } from "../../app/domain/scope.ts";
import { type Db, openDb } from "../../db/client.server.ts";

/** The repository's folder: benches run from it. */
export const root = process.cwd();

/** A migrated database in a temp folder with one hospital, and what to do when finished. */
export async function benchDb(
  onQuery: (sql: string) => void = () => undefined,
): Promise<{ db: Db; scope: Scope; close(): void }> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "buntan-bench-"));
  const db = await openDb(`file:${path.join(dir, "bench.db")}`, {
    migrationsFolder: path.join(root, "db/migrations"),
    onQuery,
  });
  const scope: Scope = { groupId: v7(), hospitalId: v7(), accountId: null, role: "admin", via: "setup" };
  const at = "2026-01-01T00:00:00.000Z";
  await db.$client.execute({
    sql: "INSERT INTO hospital_group VALUES (?, ?, ?)",
    args: [scope.groupId, "測定", at],
  });
  await db.$client.execute({
    sql: "INSERT INTO hospital (id, group_id, name, created_at) VALUES (?, ?, ?, ?)",
    args: [scope.hospitalId, scope.groupId, "測定病院", at],
  });
  return {
    db,
    scope,
    close() {
      db.$client.close();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

const answerCycle = ["yes", "yes", "no", "not-applicable", "yes", "blank"];

/**
 * Fills the database with `count` disclosures of `answers` answers each, over ten vendors. Plain SQL in one
 * batch per disclosure: the bench measures reading, not receiving.
 * @returns the ids of the disclosures
 */
export async function fillDisclosures(
  db: Db,
  scope: Scope,
  count: number,
  answers: number,
  versionsOfProduct = Math.ceil(count / 20),
): Promise<string[]> {
  const at = "2026-01-01T00:00:00.000Z";
  const file = v7();
  const versions: string[] = [];
  const run = (sql: string, args: (string | number | null)[]) => ({ sql, args });
  const head = [
    run(
      "INSERT INTO original_file (id, group_id, sha256, file_name, size, received_at) VALUES (?, ?, ?, ?, ?, ?)",
      [file, scope.groupId, v7(), "測定.xlsx", 1, at],
    ),
  ];
  for (let vendor = 0; vendor < 10; vendor += 1) {
    const [vendorId, productId] = [v7(), v7()];
    head.push(
      run("INSERT INTO vendor (id, group_id, name, created_at) VALUES (?, ?, ?, ?)", [
        vendorId,
        scope.groupId,
        `事業者${vendor}-${count}`,
        at,
      ]),
      run(
        "INSERT INTO product (id, group_id, vendor_id, name, kind, created_at) VALUES (?, ?, ?, ?, 'product', ?)",
        [productId, scope.groupId, vendorId, `製品${vendor}`, at],
      ),
    );
    for (let version = 0; version < versionsOfProduct; version += 1) {
      const id = v7();
      versions.push(id);
      head.push(
        run(
          "INSERT INTO product_version (id, group_id, product_id, label, created_at) VALUES (?, ?, ?, ?, ?)",
          [id, scope.groupId, productId, `${version}`, at],
        ),
      );
    }
  }
  await db.$client.batch(head, "write");
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = v7();
    ids.push(id);
    const day = new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
    const rows = Array.from({ length: answers }, (_each, ordinal) =>
      run(
        `INSERT INTO disclosure_answer (hospital_id, disclosure_id, ordinal, no, section, question, clauses, answer, remark, cell, read_answer, read_remark)
         VALUES (?, ?, ?, ?, '区分', ?, ?, ?, '', ?, 'yes', '')`,
        [
          scope.hospitalId,
          id,
          ordinal,
          `${Math.floor(ordinal / 10) + 1}.${(ordinal % 10) + 1}`,
          `設問 ${ordinal} の文（測定用）`,
          JSON.stringify([`システム運用編 ${(ordinal % 17) + 1}${"①②③④⑤⑥⑦"[ordinal % 7]}`]),
          answerCycle[(ordinal + n) % answerCycle.length] ?? "yes",
          `MDS!C${ordinal + 5}`,
        ],
      ),
    );
    await db.$client.batch(
      [
        run(
          `INSERT INTO disclosure (id, hospital_id, product_version_id, form, form_version, issued_on, original_file_id, sheet, read_header,
             yes_count, no_count, not_applicable_count, blank_count, unclear_count, unread_count, recorded_seq, received_at)
           VALUES (?, ?, ?, 'MDS', '5.0', ?, ?, 'MDS', '{}', 100, 34, 33, 33, 0, 0, ?, ?)`,
          [
            id,
            scope.hospitalId,
            versions[n % versions.length] ?? "",
            day,
            file,
            n + 1,
            `${day}T00:00:00.000Z`,
          ],
        ),
        ...rows,
      ],
      "write",
    );
  }
  return ids;
}
