import type { Client } from "@libsql/client";

/** Tables whose rows never change once written (architecture, Frozen rows). */
export const frozenTables = [
  "annex_template_version",
  "audit",
  "binder",
  "blob_chunk",
  "catalogue",
  "checklist_response",
  "checklist_response_answer",
  "checklist_response_unread",
  "checklist_response_withdrawal",
  "clause_confirmation",
  "connection_entry",
  "contract_clause",
  "contract_document",
  "contract_document_withdrawal",
  "contract_revision",
  "decision",
  "decision_approval",
  "decision_closing",
  "decision_comment",
  "decision_link",
  "disclosure",
  "disclosure_answer",
  "disclosure_unread",
  "disclosure_withdrawal",
  "file_scan",
  "hospital_name",
  "hospital_profile",
  "house_answer",
  "incident_entry",
  "inspection_text",
  "intake_correction",
  "measure_record",
  "original_file",
  "own_checklist_round",
  "paper",
  "paper_signed_copy",
  "paper_snapshot",
  "procurement_choice",
  "procurement_contract",
  "product_document",
  "promise_answer",
  "promise_item",
  "request_event",
  "request_message",
  "request_submission",
  "role_row_change",
  "role_sheet_revision",
  "role_sheet_revision_row",
  "server_declaration",
  "subcontractor_entry",
  "system_joint_entry",
  "two_factor_state",
  "update_bearer_entry",
  "vendor_name",
  "verdict_override",
] as const;

/**
 * Triggers against update, delete and insert-over. INSERT OR REPLACE deletes the old row without firing
 * delete or update triggers, by any unique key or by the hidden rowid; so a third trigger refuses an insert
 * that meets an existing row on any of them. Renewed after every migration, because rebuilding a table
 * drops its triggers.
 */
export async function guardFrozenTables(client: Client): Promise<void> {
  const statements: string[] = [];
  for (const table of frozenTables) statements.push(...(await guardsOf(client, table)));
  await client.migrate(statements);
}

async function guardsOf(client: Client, table: string): Promise<string[]> {
  const keys = await uniqueKeysOf(client, table);
  const meets = [
    "rowid = NEW.rowid",
    ...keys.map((columns) => columns.map((each) => `"${each}" = NEW."${each}"`).join(" AND ")),
  ];
  const refuse = `SELECT RAISE(ABORT, 'frozen: ${table}')`;
  return [
    `DROP TRIGGER IF EXISTS ${table}_no_update`,
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN ${refuse}; END`,
    `DROP TRIGGER IF EXISTS ${table}_no_delete`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN ${refuse}; END`,
    `DROP TRIGGER IF EXISTS ${table}_no_replace`,
    `CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
      WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${meets.map((each) => `(${each})`).join(" OR ")})
      BEGIN ${refuse}; END`,
  ];
}

async function uniqueKeysOf(client: Client, table: string): Promise<string[][]> {
  const keys: string[][] = [];
  const columns = (await client.execute(`SELECT name, pk FROM pragma_table_info('${table}')`)).rows;
  const primary = columns
    .filter((row) => Number(row.pk) > 0)
    .sort((a, b) => Number(a.pk) - Number(b.pk))
    .map((row) => String(row.name));
  if (primary.length > 0) keys.push(primary);
  const indexes = (
    await client.execute(`SELECT name, "unique" AS is_unique FROM pragma_index_list('${table}')`)
  ).rows;
  for (const index of indexes) {
    if (Number(index.is_unique) !== 1) continue;
    const parts = await client.execute(`SELECT name FROM pragma_index_info('${index.name}')`);
    keys.push(parts.rows.map((row) => String(row.name)));
  }
  return keys;
}
