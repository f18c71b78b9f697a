import { asc, eq, isNull } from "drizzle-orm";
import { v7 } from "uuid";
import { addMonths } from "../../app/domain/day.ts";
import { rowsThen, sheetsThen } from "../../db/queries/in-charge.server.ts";
import { contract, roleSheet, roleSheetRow, vendor } from "../../db/schema.ts";
import { inTurns, percentile, printRow, round } from "./measure.ts";
import { benchDb } from "./world.ts";

// Who was in charge on a day in the middle of ten years, over 30 contracts with a revision every month, against
// reading the same number of rows of today's sheets.
const [CONTRACTS, MONTHS, ROWS] = [30, 120, 28];
let queries = 0;
const { db, scope, close } = await benchDb(() => {
  queries += 1;
});
await fill();

const then = { day: "2021-06-15", knownSeq: 1_000_000 };
const all = { search: "", rowKey: "", party: null, page: 1, pageSize: 10_000 };
const asOf = async () => {
  const sheets = await sheetsThen(db, scope, then);
  const held = sheets.flatMap((each) => each.revisionId ?? []);
  return (await rowsThen(db, scope, held, all)).rows.length;
};
const now = async () => {
  const rows = await db
    .select({ row: roleSheetRow, sheet: roleSheet.title, number: contract.number, vendor: vendor.name })
    .from(roleSheetRow)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetRow.roleSheetId))
    .innerJoin(contract, eq(contract.id, roleSheet.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(isNull(roleSheet.archivedAt))
    .orderBy(asc(roleSheetRow.part), asc(roleSheetRow.ordinal));
  return rows.length;
};
const expected = CONTRACTS * ROWS;
if ((await asOf()) !== expected || (await now()) !== expected) throw new Error("the two read different rows");
const result = await inTurns(60, asOf, now);
queries = 0;
await asOf();
close();
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "today's rows of the same sheets",
  goal: "≤ 3",
  p95: round(percentile(result.oursAll, 0.95)),
  queries,
  rows: CONTRACTS * MONTHS * ROWS,
});

async function fill(): Promise<void> {
  const at = "2016-01-01T00:00:00.000Z";
  const run = (sql: string, args: (string | number | null)[]) => ({ sql, args });
  const { groupId, hospitalId } = scope;
  let seq = 0;
  for (let n = 0; n < CONTRACTS; n += 1) {
    const [vendorId, contractId, sheetId] = [v7(), v7(), v7()];
    await db.$client.batch(
      [
        run("INSERT INTO vendor (id, group_id, name, created_at) VALUES (?, ?, ?, ?)", [
          vendorId,
          groupId,
          `事業者${n}`,
          at,
        ]),
        run(
          `INSERT INTO contract (id, hospital_id, vendor_id, number, title, kind, renewal, hospital_label, vendor_label, created_at)
           VALUES (?, ?, ?, ?, '保守契約', 'maintenance', 'automatic', '甲', '乙', ?)`,
          [contractId, hospitalId, vendorId, `K-${n}`, at],
        ),
        run(
          `INSERT INTO contract_revision (id, hospital_id, contract_id, origin, effective_from, recorded_seq, recorded_at, vendor_id,
             title, kind, in_force_from, renewal, hospital_label, vendor_label, server_scope, subcontracting)
           VALUES (?, ?, ?, 'first', '2016-04-01', ?, ?, ?, '保守契約', 'maintenance', '2016-04-01', 'automatic', '甲', '乙', 'unclear', 'unclear')`,
          [v7(), hospitalId, contractId, ++seq, at, vendorId],
        ),
        run(
          "INSERT INTO role_sheet (id, hospital_id, contract_id, title, form, created_at) VALUES (?, ?, ?, '役割分担表', 'f@1', ?)",
          [sheetId, hospitalId, contractId, at],
        ),
        ...rowsOf("role_sheet_row", "role_sheet_id", sheetId),
      ],
      "write",
    );
    for (let month = 0; month < MONTHS; month += 1) {
      const revisionId = v7();
      await db.$client.batch(
        [
          run(
            `INSERT INTO role_sheet_revision (id, hospital_id, role_sheet_id, contract_id, revision_no, title, form, effective_from,
               recorded_seq, supersedes, note, agreed_at) VALUES (?, ?, ?, ?, ?, '役割分担表', 'f@1', ?, ?, NULL, '', ?)`,
            [
              revisionId,
              hospitalId,
              sheetId,
              contractId,
              month + 1,
              addMonths("2016-04-01", month),
              ++seq,
              at,
            ],
          ),
          ...rowsOf("role_sheet_revision_row", "revision_id", revisionId),
        ],
        "write",
      );
    }
  }
}

function rowsOf(table: string, ownerColumn: string, owner: string) {
  return Array.from({ length: ROWS }, (_each, ordinal) => ({
    sql: `INSERT INTO ${table} (id, hospital_id, ${ownerColumn}, ordinal, row_key, part, group_name, no, label, content, first_check,
            party, third_party_name, what, cost, deadline, clause, remark)
          VALUES (?, ?, ?, ?, ?, 1, '区分', ?, ?, '内容', 'yes', 'vendor', '', '事業者が行う', 'included', '', '', '')`,
    args: [v7(), scope.hospitalId, owner, ordinal, `k${ordinal}`, `${ordinal + 1}`, `項目${ordinal + 1}`],
  }));
}
