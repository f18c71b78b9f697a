import type { Client } from "@libsql/client";
import { beforeAll, describe, expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { makeBinder } from "~/use-cases/binder.server";
import { addConnection } from "~/use-cases/connection-records.server";
import { closeDecision, confirmClause } from "~/use-cases/decide.server";
import { commentDecision, keepInspectionText } from "~/use-cases/decision-records.server";
import { withdrawDisclosure } from "~/use-cases/disclosures.server";
import { fileDocument } from "~/use-cases/file-document.server";
import { freezeOwnRound, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import { addJoint } from "~/use-cases/joints.server";
import { withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { correctAnswer } from "~/use-cases/receive.server";
import { addSubcontractor } from "~/use-cases/subcontractors.server";
import { frozenTables } from "../../db/frozen";
import { rawConnection, rawSubcontractor } from "../support/contract-records";
import { expectDone, migrationsFolder } from "../support/ports";
import { FORM_6_0, rawSystem, register } from "../support/records";
import { beginSheet, typedSheet } from "../support/self-checks";
import { fullWorld, type World } from "../support/world";

let world: World;
let client: Client;

beforeAll(async () => {
  world = await fullWorld();
  const { ports, editor, intakeId, decisionId, openGap, otherDisclosureId } = world;
  const correction = { intakeId, formIndex: 0, ordinal: 0, answer: "no", remark: "", reason: "電話" };
  expectDone(await correctAnswer(ports, editor, correction));
  expectDone(await closeDecision(ports, editor, { decisionId, reason: "確認", closedOn: "2026-11-20" }));
  expectDone(
    await confirmClause(ports, editor, { catalogue: FORM_6_0, item: openGap, evidence: "本文 p.1" }),
  );
  expectDone(await withdrawDisclosure(ports, editor, { disclosureId: otherDisclosureId, reason: "誤り" }));
  const { responseId, documentIntakeId, productId } = world;
  expectDone(await withdrawChecklistResponse(ports, editor, { responseId, reason: "誤り" }));
  const filed = { intakeId: documentIntakeId, productId, kind: "other", note: "" };
  expectDone(await fileDocument(ports, editor, filed));
  const names = { id: "selection", version: "1", title: "確認事項", note: "" };
  const set = { of: "in-house-product@1.0", pasted: "14-3", choices: {}, ...names };
  expectDone(await defineItemSet(ports, editor, set));
  const sheet = await beginSheet(ports, editor);
  expectDone(await saveOwnChecklist(ports, editor, await typedSheet(ports, editor, sheet)));
  const round = { checklistId: sheet, version: 2, answeredOn: "2026-06-01" };
  expectDone(await freezeOwnRound(ports, editor, round));
  client = ports.db.$client;
  await fillSelfChecks();
  await fillContractTables();
  await fillDecisionTables();
  await fillEntries();
  await client.execute({
    sql: "INSERT INTO disclosure_unread (hospital_id, disclosure_id, cell, text, reason) VALUES (?, ?, 'A1', '?', 'mark-unknown')",
    args: [editor.hospitalId, world.disclosureId],
  });
});

/** A house answer and a measure that was done. */
async function fillSelfChecks(): Promise<void> {
  const { hospitalId } = world.editor;
  const at = world.ports.now();
  await client.execute({
    sql: "INSERT INTO house_answer (id, hospital_id, question_key, effective_from, value, note, basis, recorded_seq, recorded_at) VALUES ('ha', ?, 'bcp', '2026-03-31', 'yes', '', 'asked', 1, ?)",
    args: [hospitalId, at],
  });
  await client.execute({
    sql: "INSERT INTO measure_record (id, hospital_id, system_id, measure_key, done_on, what, evidence, reason, recorded_seq, recorded_at) VALUES ('mr', ?, ?, 'patches', '2026-06-01', '', '', '', 1, ?)",
    args: [hospitalId, world.systemId, at],
  });
}

/** One row in each frozen table around a contract. */
async function fillContractTables(): Promise<void> {
  const { hospitalId, groupId } = world.editor;
  const { rows } = await client.execute("SELECT id FROM contract_revision LIMIT 1");
  const revisionId = String(rows[0]?.id);
  const file = await client.execute("SELECT id FROM original_file LIMIT 1");
  const at = world.ports.now();
  const run = (sql: string, args: (string | number)[]) => client.execute({ sql, args });
  await run(
    "INSERT INTO contract_document (id, hospital_id, contract_id, kind, title, original_file_id, recorded_seq, filed_at) VALUES ('doc', ?, ?, 'original', '原本', ?, 1, ?)",
    [hospitalId, world.contractId, String(file.rows[0]?.id), at],
  );
  await run(
    "INSERT INTO contract_document_withdrawal (id, hospital_id, document_id, reason, recorded_seq, withdrawn_at) VALUES ('w', ?, 'doc', '誤り', 2, ?)",
    [hospitalId, at],
  );
  await run(
    "INSERT INTO contract_clause (id, hospital_id, contract_id, key, revision_id, kind, number, quote, recorded_seq, recorded_at) VALUES ('cl', ?, ?, 'k', ?, 'other', '第1条', '文', 1, ?)",
    [hospitalId, world.contractId, revisionId, at],
  );
  await run(
    "INSERT INTO vendor_name (id, group_id, vendor_id, name, kind, effective_from, recorded_seq, recorded_at) VALUES ('vn', ?, ?, '旧社名', 'first', '1868-01-01', 1, ?)",
    [groupId, world.vendorId, at],
  );
  await run(
    "INSERT INTO hospital_name (id, hospital_id, name, kind, effective_from, recorded_seq, recorded_at) VALUES ('hn', ?, '旧病院名', 'first', '1868-01-01', 1, ?)",
    [hospitalId, at],
  );
  await run(
    "INSERT INTO paper_signed_copy (id, hospital_id, paper_id, original_file_id, sha256, relation, signed_on, note, recorded_seq, attached_at) VALUES ('sc', ?, ?, ?, 'x', 'other', '2026-11-20', '', 1, ?)",
    [hospitalId, world.paperId, String(file.rows[0]?.id), at],
  );
  await run(
    "INSERT INTO server_declaration (id, hospital_id, declared_on, server_count, system_count, snapshot, sha256, recorded_seq, declared_at) VALUES ('sd', ?, '2026-11-24', 0, 0, '{}', 'x', 1, ?)",
    [hospitalId, at],
  );
}

/** One entry of a subcontractor, of a connection, of a joint and of a server's updates. */
async function fillEntries(): Promise<void> {
  const { ports, editor, contractId, systemId } = world;
  expectDone(await addSubcontractor(ports, editor, { contractId, raw: rawSubcontractor() }));
  expectDone(await addConnection(ports, editor, { raw: rawConnection(systemId), isConfirmed: false }));
  const system = { ...rawSystem(world.productVersionId), name: "検体検査" };
  const secondSystemId = await register(ports, editor, "system", system);
  const ends = { firstSystemId: systemId, secondSystemId, what: "検査の依頼" };
  const raw = { ...ends, party: "undecided", emergencyParty: "undecided" };
  expectDone(await addJoint(ports, editor, { raw }));
  const server = { systemId, name: "KARTE-1", kind: "pc", securityUpdateBearer: "vendor" };
  await register(ports, editor, "server", server);
}

/** One row in each frozen table around a decision. */
async function fillDecisionTables(): Promise<void> {
  const { ports, editor, decisionId } = world;
  const { hospitalId } = editor;
  expectDone(await commentDecision(ports, editor, { decisionId, text: "委員会で" }));
  expectDone(await keepInspectionText(ports, editor, { decisionId, seen: 0, text: "説明" }));
  expectDone(await makeBinder(ports, editor, () => undefined));
  const at = ports.now();
  const submission = await client.execute(
    "SELECT id, request_id, contact_id FROM request_submission LIMIT 1",
  );
  const [first] = submission.rows;
  const asked = String(first?.request_id);
  const run = (sql: string, args: (string | number)[]) => client.execute({ sql, args });
  await run(
    "INSERT INTO decision_link (id, hospital_id, decision_id, role_sheet_row_id, recorded_seq, linked_at) VALUES ('dl', ?, ?, ?, 1, ?)",
    [hospitalId, decisionId, world.rowId, at],
  );
  await run(
    "INSERT INTO decision_approval (id, hospital_id, decision_id, approver, title, approved_on, recorded_seq, recorded_at) VALUES ('da', ?, ?, '院長 一郎', '病院長', '2026-11-20', 1, ?)",
    [hospitalId, decisionId, at],
  );
  await run(
    "INSERT INTO procurement_contract (id, hospital_id, choice_id, contract_id, recorded_seq) SELECT 'pc', ?, id, ?, 1 FROM procurement_choice LIMIT 1",
    [hospitalId, world.contractId],
  );
  await run(
    "INSERT INTO promise_item (id, hospital_id, request_id, decision_id, ordinal, recorded_seq) VALUES ('pi', ?, ?, ?, 0, 1)",
    [hospitalId, asked, decisionId],
  );
  await run(
    "INSERT INTO promise_answer (id, hospital_id, request_id, decision_id, submission_id, is_promised, remark, contact_id, recorded_seq, answered_at) VALUES ('pa', ?, ?, ?, ?, 1, '', ?, 1, ?)",
    [hospitalId, asked, decisionId, String(first?.id), String(first?.contact_id), at],
  );
}

const names = async (sql: string) => (await client.execute(sql)).rows.map((row) => String(row.name));
const columnsOf = (table: string) => names(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`);
const dump = async (table: string) =>
  JSON.stringify(
    (await client.execute(`SELECT rowid, * FROM ${table} ORDER BY rowid`)).rows.map((row) => ({ ...row })),
  );

describe.each(frozenTables)("%s", (table) => {
  async function refuses(sql: string): Promise<void> {
    const before = await dump(table);
    await expect(client.execute(sql), sql).rejects.toThrow(`frozen: ${table}`);
    expect(await dump(table)).toBe(before);
  }

  it("holds a row to try it on", async () => {
    const { rows } = await client.execute(`SELECT count(*) AS n FROM ${table}`);
    expect(Number(rows[0]?.n)).toBeGreaterThan(0);
  });

  it("refuses update and delete", async () => {
    for (const column of await columnsOf(table))
      await refuses(`UPDATE ${table} SET "${column}" = "${column}"`);
    await refuses(`DELETE FROM ${table}`);
    await refuses(`UPDATE OR REPLACE ${table} SET rowid = rowid + 1000000`);
  });

  it("refuses to insert over a row by its primary key", async () => {
    const list = (await columnsOf(table)).map((each) => `"${each}"`).join(", ");
    for (const how of ["INSERT OR REPLACE", "REPLACE", "INSERT", "INSERT OR IGNORE"])
      await refuses(`${how} INTO ${table} (${list}) SELECT ${list} FROM ${table} LIMIT 1`);
  });

  it("refuses to insert over a row by its hidden rowid and by every other unique key", async () => {
    const columns = await columnsOf(table);
    const keys = await client.execute(
      `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`,
    );
    const primary = keys.rows.map((row) => String(row.name));
    const list = columns.map((each) => `"${each}"`).join(", ");
    // another primary key, the same of everything else
    const changed = columns
      .map((each) =>
        each === primary.at(-1)
          ? each === "ordinal" || each === "seq"
            ? "99999999"
            : "'another'"
          : `"${each}"`,
      )
      .join(", ");
    await refuses(
      `INSERT OR REPLACE INTO ${table} (${table === "audit" ? list : `rowid, ${list}`}) SELECT ${table === "audit" ? list : `rowid, ${changed}`} FROM ${table} LIMIT 1`,
    );
    const uniques = await names(
      `SELECT name FROM pragma_index_list('${table}') WHERE "unique" = 1 AND origin <> 'pk'`,
    );
    for (const index of uniques) {
      const parts = await names(`SELECT name FROM pragma_index_info('${index}')`);
      const whole = parts.map((each) => `"${each}" IS NOT NULL`).join(" AND ");
      const { rows } = await client.execute(`SELECT count(*) AS n FROM ${table} WHERE ${whole}`);
      if (Number(rows[0]?.n) === 0) continue; // a key of nulls meets no row
      await refuses(
        `INSERT OR REPLACE INTO ${table} (${list}) SELECT ${changed} FROM ${table} WHERE ${whole} LIMIT 1`,
      );
    }
  });
});

it("guards every table that keeps records of the past, after every opening", async () => {
  const db = await openDb(world.ports.url, { migrationsFolder });
  const { rows } = await db.$client.execute(
    "SELECT tbl_name, count(*) AS n FROM sqlite_master WHERE type = 'trigger' GROUP BY tbl_name ORDER BY tbl_name",
  );
  db.$client.close();
  expect(rows.map((row) => [row.tbl_name, Number(row.n)])).toEqual(
    [...frozenTables].sort().map((each) => [each, 3]),
  );
  // a table that carries a transaction's number is a record of the past
  const recorded = await names(
    "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'recorded_seq' WHERE m.type = 'table'",
  );
  expect(frozenTables).toEqual(expect.arrayContaining(recorded));
});
