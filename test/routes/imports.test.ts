import { afterEach, beforeEach, expect, it } from "vitest";
import { listRecords } from "#db/queries/registers.server";
import type { RegisterNoun } from "~/domain/register";
import { showImportColumns } from "~/use-cases/import-columns.server";
import { haltImports, resumeImports } from "~/use-cases/import-runner.server";
import { noImportRuns } from "~/use-cases/import-runs";
import { reviseRecord, showRecord } from "~/use-cases/registers.server";
import { parseCsv } from "~/workbook/csv-sheet";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { clerkList, draftImport, listBook, listDefaults, versionOf } from "../support/clerk-list";
import type { MadeCell } from "../support/make-workbook";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { shiftJis } from "../support/shift-jis";
import { startWeb, type Visitor, type Web } from "../support/web";

// A clerk's list over real HTTP: from the upload to the registers and back, with what a busy day puts in between.

/** A busy machine writes slowly; no test of these ends before its list is written. */
const PATIENCE_MS = 180_000;

let hospital: TestHospital;
let web: Web;
let editor: Visitor;
beforeEach(async () => {
  hospital = await testHospital();
  web = await startWeb(hospital.ports);
  editor = await web.as(hospital.editor);
});
afterEach(() => web?.stop());

const textAt = async (place: string) => (await editor.get(place)).text();
const placeOf = (answer: Response) => answer.headers.get("location") ?? "";

async function names(noun: RegisterNoun, column = "name"): Promise<string[]> {
  const list = {
    today: "2026-11-24",
    search: "",
    filters: {},
    sort: column,
    isDescending: false,
    archived: false,
    parentId: null,
  };
  const { rows } = await listRecords(hospital.ports.db, hospital.editor, noun, {
    ...list,
    page: 1,
    pageSize: 500,
  });
  return rows.map((row) => String(row.cells[column]));
}

/** Presses 「書き込む」 as the page would. */
async function begin(batchId: string): Promise<Response> {
  const version = String(await versionOf(hospital.ports, hospital.editor, batchId));
  return editor.post(`/imports/${batchId}`, { intent: "begin", version });
}

/** Waits for the writing to end, as the page does: by asking again. */
async function ended(batchId: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const html = await textAt(`/imports/${batchId}`);
    if (html.includes("書き込みが終わりました")) return html;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the import does not end");
}

const many = (from: number, count: number): MadeCell[][] => [
  ["事業者名", "システム名", "製品名", "サーバ名", "担当者"],
  ...Array.from({ length: count }, (_, at): MadeCell[] => {
    const n = from + at;
    return [`事業者${n % 4}`, `システム${n}`, `製品${n}`, `SV-${n}`, ""];
  }),
];

it(
  "a Windows CSV comes in whole: columns, a like name asked, written, reported, taken back with what stays",
  async () => {
    const { ports, editor: scope } = hospital;
    const lines = [...clerkList.slice(2, 6), [4, "つむぎ情報", "", "", "", "画像管理", "つむぎPACS", "2026"]];
    const bytes = shiftJis(lines.map((cells) => cells.join(",")).join("\r\n"));
    if (bytes === null) throw new Error("a sign that Windows does not have");
    const uploaded = await editor.upload("/imports", "file", [new File([new Uint8Array(bytes)], "一覧.csv")]);
    expect(placeOf(uploaded)).toMatch(/^\/imports\/[\w-]+\/columns$/);
    const place = placeOf(uploaded).replace(/\/columns$/, "");
    const batchId = place.slice("/imports/".length);
    expect(await textAt(`${place}/columns`)).toContain("株式会社つむぎ情報");
    const { batch, columns } = expectDone(await showImportColumns(ports, scope, { batchId }));
    const fields = {
      version: String(batch.version),
      sheet: batch.sheet,
      headerRow: String(batch.headerRow),
      covers: "1",
      "word-contract.renewal|はい": "automatic",
      ...Object.fromEntries(Object.entries(columns).map(([column, to]) => [`column-${column}`, to ?? ""])),
      ...Object.fromEntries(
        Object.entries(listDefaults).map(([target, value]) => [`default-${target}`, value]),
      ),
    };
    expect(placeOf(await editor.post(`${place}/columns`, fields))).toBe(place);

    expect(await textAt(place)).toContain("似た名前の確認が 1 件残っています");
    expect((await begin(batchId)).status).toBe(409);
    const asked = await textAt(`${place}/questions`);
    const [, key = ""] = /name="key" value="([^"]+)"/.exec(asked) ?? [];
    const [, answer = ""] = /name="answer" value="((?:id|key):[^"]+)"/.exec(asked) ?? [];
    const version = String(await versionOf(ports, scope, batchId));
    expect((await editor.post(`${place}/questions`, { version, key, answer })).status).toBe(303);
    expect((await begin(batchId)).status).toBe(303);
    expect(await ended(batchId)).toContain("登録した行 4");
    expect(await names("vendor")).toEqual(["うみべソフト(株)", "株式会社つむぎ情報"]);
    expect(await names("contract", "number")).toEqual(["00123", "K-2"]);

    const csv = new TextDecoder().decode(await (await editor.get(`${place}/report?as=csv`)).arrayBuffer());
    const table = parseCsv(csv);
    expect(table[0]?.slice(0, 3)).toEqual(["行", "結果", "知らせ"]);
    expect(table.slice(1).map((each) => each.slice(0, 2))).toEqual(
      ["2", "3", "4", "5"].map((row) => [row, "登録した"]),
    );
    expect(csv).not.toContain(",=1+1");
    const xlsx = new Uint8Array(await (await editor.get(`${place}/report?as=xlsx`)).arrayBuffer());
    expect(JSON.stringify((await readWorkbookBytes(xlsx, "a.xlsx")).sheets)).toContain("うみべ予約");
    const stranger = await web.as(hospital.stranger);
    expect((await stranger.get(`${place}/report?as=csv`)).status).toBe(404);
    expect((await stranger.get(place)).status).toBe(404);
    expect((await (await web.as(hospital.viewer)).post(place, { intent: "take-back" })).status).toBe(403);

    const { rows } = await ports.db.$client.execute("SELECT id FROM server WHERE name = 'KARTE-01'");
    const at = { noun: "server" as const, id: String(rows[0]?.id) };
    const record = expectDone(await showRecord(ports, scope, at));
    const raw = Object.fromEntries(
      Object.entries(record.values).map(([name, value]) => [name, String(value ?? "")]),
    );
    const changed = { ...at, version: record.version, raw: { ...raw, note: "地下の機械室" } };
    expectDone(await reviseRecord(ports, scope, changed));
    const before = await textAt(place);
    expect(before).toContain("取り込みのあとに直されました");
    expect((await editor.post(place, { intent: "take-back" })).status).toBe(303);
    expect(await textAt(place)).toContain("この取り込みは取り消されました");
    expect(await names("server")).toEqual(["KARTE-01"]);
    expect(await names("vendorContact")).toEqual([]);
  },
  PATIENCE_MS,
);

it(
  "tells an empty column once with its rows, not once a row",
  async () => {
    const { ports, editor: scope } = hospital;
    const rows = many(0, 120).map((cells, at) => (at === 0 ? [...cells, "電話"] : [...cells, "03-1111"]));
    rows[61] = ["", "システム無名", "製品無名", "", "", ""];
    const batchId = await draftImport(ports, scope, listBook(rows));
    const list = (html: string) => /列ごとの知らせ[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
    const draft = list(await textAt(`/imports/${batchId}`));
    expect(draft.match(/<li/g)).toHaveLength(2);
    expect(draft).toContain("119 行");
    expect(draft).toContain("2〜61、63〜121");
    expect((await begin(batchId)).status).toBe(303);
    const written = list(await ended(batchId));
    expect(written).toContain("2〜61、63〜121");
    expect(written.match(/<li/g)).toHaveLength(2);
  },
  PATIENCE_MS,
);

it(
  "hands out a blank list with a guide; empty it starts nothing, filled in its columns are known",
  async () => {
    const answer = await editor.get("/imports/template");
    expect(answer.headers.get("content-disposition")).toContain(".xlsx");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const [list, guide] = (await readWorkbookBytes(bytes, "a.xlsx")).sheets;
    const headings = list?.rows[0]?.cells.map((each) => each.text) ?? [];
    expect(headings.length).toBeGreaterThan(10);
    expect(JSON.stringify(guide?.rows)).toContain(headings[0] ?? "none");
    const empty = await editor.upload("/imports", "file", [new File([bytes], "ひな形.xlsx")]);
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("取り込める行が見つかりませんでした");
    const row = headings.map((_, at) => `値${at}`);
    const filled = new TextEncoder().encode([headings, row].map((cells) => cells.join(",")).join("\r\n"));
    const uploaded = await editor.upload("/imports", "file", [new File([filled], "記入済み.csv")]);
    const batchId = placeOf(uploaded).split("/")[2] ?? "";
    const { columns } = expectDone(await showImportColumns(hospital.ports, hospital.editor, { batchId }));
    expect(Object.values(columns).filter((each) => each === null)).toEqual([]);
    const turnedAway = await web.anonymous().get("/imports/template");
    expect(placeOf(turnedAway)).toContain("/sign-in");
  },
  PATIENCE_MS,
);

it(
  "two lists at once: one waits for the other, both are whole, and a shared name is made once",
  async () => {
    const { ports, editor: scope } = hospital;
    const first = await draftImport(ports, scope, listBook(many(0, 60)), "一.xlsx");
    const second = await draftImport(ports, scope, listBook(many(30, 60)), "二.xlsx");
    const begun = await Promise.all([begin(first), begin(second)]);
    expect(begun.map((each) => each.status)).toEqual([303, 303]);
    expect(await ended(first)).toContain("登録した行 60");
    expect(await ended(second)).toContain("登録した行 30・登録済みの行 30");
    expect(await names("vendor")).toEqual(["事業者0", "事業者1", "事業者2", "事業者3"]);
    expect(new Set(await names("system")).size).toBe(90);
    expect(await names("system")).toHaveLength(90);
  },
  PATIENCE_MS,
);

it(
  "a server that ends in between goes on after its start, and writes no row twice",
  async () => {
    const { ports, editor: scope } = hospital;
    const batchId = await draftImport(ports, scope, listBook(many(0, 80)));
    expect((await begin(batchId)).status).toBe(303);
    await haltImports(ports);
    const { rows } = await ports.db.$client.execute("SELECT state, done_count FROM import_batch");
    expect(String(rows[0]?.state)).toBe("running");
    expect(Number(rows[0]?.done_count)).toBeLessThan(80);
    await web.stop();

    // why: what a process knows of its imports ends with it; the database is all that the next one has.
    ports.importRuns = noImportRuns();
    web = await startWeb(ports);
    editor = await web.as(scope);
    expect(await textAt(`/imports/${batchId}`)).toContain("サーバが止まったため、書き込みが途中です");
    await resumeImports(ports);
    expect(await ended(batchId)).toContain("登録した行 80");
    expect(await names("system")).toHaveLength(80);
    const made = await ports.db.$client.execute(
      "SELECT count(*) AS n, count(DISTINCT record_id) AS d FROM import_made",
    );
    expect(made.rows[0]?.n).toBe(made.rows[0]?.d);
  },
  PATIENCE_MS,
);
