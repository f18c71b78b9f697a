import type { Client } from "@libsql/client";
import { beforeAll, describe, expect, it } from "vitest";
import { type Db, openDb } from "#db/client.server";
import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { periodKnownAt } from "~/domain/contract";
import { termsOn } from "~/domain/contract-terms";
import type { Scope } from "~/domain/scope";
import { migrationsFolder } from "../support/ports";
import { releasedDatabase } from "../support/released";

const AT = "2026-11-01T00:00:00.000Z";
const scope: Scope = { groupId: "g", hospitalId: "h", accountId: null, role: "admin", via: "web" };
const contractId = (no: number) => `01999999-0000-7000-8000-00000000000${no}`;
const periodId = (no: number) => `01999999-0000-7000-8000-00000000001${no}`;

type Row = Record<string, string | number | null>;
const insert = (client: Client, table: string, row: Row) =>
  client.execute({
    sql: `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?")})`,
    args: Object.values(row),
  });

const audit = (client: Client, seq: number, verb: string, recordId: string, change: unknown) =>
  insert(client, "audit", {
    seq,
    hospital_id: "h",
    recorded_at: `2026-11-01T00:00:0${seq % 10}.000Z`,
    account_id: seq === 3 ? null : "a",
    via: "web",
    verb,
    noun: "contract",
    record_id: recordId,
    change: JSON.stringify(change),
  });

const period = (client: Client, no: number, contract: number, seq: number, from: string, to: string | null) =>
  insert(client, "contract_period", {
    id: periodId(no),
    hospital_id: "h",
    contract_id: contractId(contract),
    effective_from: from,
    in_force_from: from,
    in_force_to: to,
    recorded_seq: seq,
  });

const contract = (client: Client, no: number, more: Row) =>
  insert(client, "contract", {
    id: contractId(no),
    hospital_id: "h",
    vendor_id: "v",
    number: `K-${no}`,
    title: "いまの題",
    kind: "maintenance",
    signed_on: "2025-03-20",
    in_force_from: "2025-04-01",
    in_force_to: "2028-03-31",
    renewal: "automatic",
    notice_days: 90,
    hospital_label: "甲",
    vendor_label: "乙",
    created_at: AT,
    ...more,
  });

/** One contract with a history, one that an import made, one without any trace. */
async function fill(client: Client): Promise<void> {
  await insert(client, "hospital_group", { id: "g", name: "群", created_at: AT });
  await insert(client, "hospital", { id: "h", group_id: "g", name: "病院", created_at: AT });
  await insert(client, "account", {
    id: "a",
    group_id: "g",
    sign_in_name: "a",
    name: "担当",
    password_hash: "x",
    salt: "x",
    created_at: AT,
  });
  await insert(client, "vendor", { id: "v", group_id: "g", name: "社", created_at: AT });
  await insert(client, "product", {
    id: "p",
    group_id: "g",
    vendor_id: "v",
    name: "品",
    kind: "product",
    created_at: AT,
  });
  await insert(client, "product_version", {
    id: "pv",
    group_id: "g",
    product_id: "p",
    label: "1",
    created_at: AT,
  });
  for (const id of ["s1", "s2"]) {
    await insert(client, "system", {
      id,
      hospital_id: "h",
      name: id,
      product_version_id: "pv",
      category: "record",
      form: "cloud",
      criticality: "high",
      created_at: AT,
    });
  }
  await contract(client, 1, {});
  await audit(client, 1, "register", contractId(1), {
    title: [null, "はじめの題"],
    noticeDays: [null, null],
  });
  await period(client, 1, 1, 1, "2025-04-01", "2026-03-31");
  await audit(client, 2, "cover-systems", contractId(1), { systems: [null, ["s1", "s1"]] });
  await audit(client, 3, "revise", contractId(1), { title: ["はじめの題", "二つ目の題"] });
  await audit(client, 4, "revise", contractId(1), {
    inForceTo: ["2026-03-31", "2028-03-31"],
    noticeDays: [null, 90],
    title: ["二つ目の題", "いまの題"],
  });
  await period(client, 2, 1, 4, "2025-04-01", "2028-03-31");
  await audit(client, 5, "revise", contractId(1), { note: ["", "メモだけ"] });
  await audit(client, 6, "cover-systems", contractId(1), { systems: [null, ["s1", "s2"]] });
  await contract(client, 2, { in_force_from: null, in_force_to: null });
  await insert(client, "contract_period", {
    id: periodId(3),
    hospital_id: "h",
    contract_id: contractId(2),
    effective_from: "1868-01-01",
    recorded_seq: 7,
  });
  await contract(client, 3, {});
  for (const [id, contract, system] of [
    ["l1", 1, "s1"],
    ["l2", 1, "s2"],
    ["l3", 2, "s2"],
  ] as const) {
    await insert(client, "contract_system", {
      id,
      hospital_id: "h",
      contract_id: contractId(contract),
      system_id: system,
    });
  }
}

let db: Db;
beforeAll(async () => {
  const { url, client } = await releasedDatabase();
  await fill(client);
  client.close();
  db = await openDb(url, { migrationsFolder });
});

describe("contracts of the released program", () => {
  it("every time a contract was recorded is a revision that supersedes the one before, with what it said then", async () => {
    const revisions = await revisionsOfTerms(db, scope, contractId(1));
    expect(
      revisions.map((each) => [
        each.recordedSeq,
        each.title,
        each.noticeDays,
        each.inForceTo,
        each.systemIds.join(),
        each.recordedBy,
      ]),
    ).toEqual([
      [1, "はじめの題", null, "2026-03-31", "", "担当"],
      [2, "はじめの題", null, "2026-03-31", "s1", "担当"],
      [3, "二つ目の題", null, "2026-03-31", "s1", null],
      [4, "いまの題", 90, "2028-03-31", "s1", "担当"],
      [6, "いまの題", 90, "2028-03-31", "s1,s2", "担当"],
    ]);
    expect(revisions.map((each) => each.supersedes)).toEqual([
      null,
      ...revisions.slice(0, -1).map((each) => each.id),
    ]);
    expect(revisions[0]?.id).toBe(periodId(1));
    expect(revisions[3]?.id).toBe(periodId(2));
    expect(new Set(revisions.map((each) => each.id)).size).toBe(5);
    for (const { id } of revisions)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("what was known by then stays what was known by then", async () => {
    const revisions = await revisionsOfTerms(db, scope, contractId(1));
    expect(periodKnownAt(revisions, 3)?.inForceTo).toBe("2026-03-31");
    expect(periodKnownAt(revisions, 4)?.inForceTo).toBe("2028-03-31");
    expect(termsOn(revisions, "2026-06-01", 3)?.state).toBe("expired");
    expect(termsOn(revisions, "2026-06-01", 6)?.state).toBe("in-force");
    expect(termsOn(revisions, "2025-03-31", 6)).toMatchObject({ isComing: true, state: "before" });
  });

  it("a contract without a period stays undated; what it covers is what it covers now", async () => {
    const revisions = await revisionsOfTerms(db, scope, contractId(2));
    expect(revisions.map((each) => [each.recordedSeq, each.systemIds, each.effectiveFrom])).toEqual([
      [7, ["s2"], "1868-01-01"],
    ]);
    expect(termsOn(revisions, "2026-06-01", 9)?.state).toBe("undated");
  });

  it("a contract without any trace gets its first revision too, and every contract knows the one it shows", async () => {
    const revisions = await revisionsOfTerms(db, scope, contractId(3));
    expect(revisions).toMatchObject([
      { title: "いまの題", inForceTo: "2028-03-31", serverScope: "unclear", subcontracting: "unclear" },
    ]);
    const { rows } = await db.$client.execute(
      "SELECT count(*) AS n FROM contract c WHERE c.terms_revision_id = (SELECT r.id FROM contract_revision r WHERE r.contract_id = c.id ORDER BY r.recorded_seq DESC LIMIT 1)",
    );
    expect(Number(rows[0]?.n)).toBe(3);
  });

  it("nothing else is lost", async () => {
    const one = async (sql: string) => Number((await db.$client.execute(sql)).rows[0]?.n);
    expect(await one("SELECT count(*) AS n FROM contract_system")).toBe(3);
    expect(await one("SELECT count(*) AS n FROM audit")).toBe(6);
    expect(await one("SELECT count(*) AS n FROM pragma_foreign_key_check()")).toBe(0);
  });
});
