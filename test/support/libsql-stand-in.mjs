import { randomUUID } from "node:crypto";
import http from "node:http";
import Database from "libsql";

// A stand-in for a libSQL server: the remote protocol (Hrana 2 over HTTP) on the real engine, one file. It is no sqld:
// there is no replication, no namespace and no other authentication than one token.
// node libsql-stand-in.mjs FILE TOKEN; prints the port.

/**
 * @typedef {{ type: string, value?: any, base64?: string }} Value
 * @typedef {{ sql?: string, sql_id?: number, args?: Value[], named_args?: { name: string, value: Value }[], want_rows?: boolean }} Statement
 * @typedef {{ type: string, step?: number, cond?: Condition, conds?: Condition[] }} Condition
 * @typedef {{ db: any, sqls: Map<number, string>, baton: string | null, isClosed: boolean, timer?: NodeJS.Timeout }} Stream
 */

const [file = "", token = ""] = process.argv.slice(2);
/** @type {Map<string, Stream>} */
const streams = new Map();
const STREAM_MS = 10_000;
const BUSY_MS = 5_000;

function open() {
  const db = new Database(file);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA foreign_keys = ON");
  return db;
}

/** @param {Value} value */
function decoded(value) {
  if (value.type === "null") return null;
  if (value.type === "integer") return BigInt(value.value);
  return value.type === "blob" ? Buffer.from(value.base64 ?? "", "base64") : value.value;
}

/** @param {unknown} value */
function encoded(value) {
  if (value === null || value === undefined) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  return { type: "blob", base64: Buffer.from(/** @type {Uint8Array} */ (value)).toString("base64") };
}

/** @param {Stream} stream @param {Statement} statement */
function executeOnce(stream, statement) {
  const { db } = stream;
  const count = (/** @type {string} */ name) => Number(db.prepare(`select ${name}() as n`).all()[0].n);
  const prepared = db.prepare(statement.sql ?? stream.sqls.get(statement.sql_id ?? 0));
  prepared.safeIntegers(true);
  const args = statement.named_args?.length
    ? [
        Object.fromEntries(
          statement.named_args.map((each) => [each.name.replace(/^[:@$]/, ""), decoded(each.value)]),
        ),
      ]
    : (statement.args ?? []).map(decoded);
  let hasRows = true;
  try {
    prepared.raw(true);
  } catch {
    hasRows = false;
  }
  if (!hasRows) {
    const { changes, lastInsertRowid } = prepared.run(...args);
    const last = lastInsertRowid === null || lastInsertRowid === undefined ? null : String(lastInsertRowid);
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: last };
  }
  const cols = prepared
    .columns()
    .map((/** @type {any} */ each) => ({ name: each.name, decltype: each.type ?? null }));
  const before = count("total_changes");
  const rows = prepared.all(...args);
  const affected = count("total_changes") - before;
  return {
    cols,
    rows: statement.want_rows === false ? [] : rows.map((/** @type {unknown[]} */ row) => row.map(encoded)),
    affected_row_count: affected,
    last_insert_rowid: affected > 0 ? String(count("last_insert_rowid")) : null,
  };
}

/**
 * Waits while another stream writes. why a fresh connection: the engine's binding leaves a statement that met a lock as
 * it was, and every later one on that connection fails too.
 *
 * @template T
 * @param {Stream} stream
 * @param {() => T} run
 */
async function patiently(stream, run) {
  const end = Date.now() + BUSY_MS;
  for (;;) {
    try {
      return run();
    } catch (error) {
      const isBusy = /BUSY|locked/i.test(`${/** @type {any} */ (error).code} ${error}`);
      if (!isBusy || stream.db.inTransaction || Date.now() > end) throw error;
      stream.db.close();
      await new Promise((resolve) => setTimeout(resolve, 3));
      stream.db = open();
    }
  }
}

/** @param {Condition | null | undefined} condition @param {unknown[]} results @param {unknown[]} errors @param {Stream} stream @returns {boolean} */
function holds(condition, results, errors, stream) {
  if (!condition) return true;
  const { type, step = 0, cond, conds = [] } = condition;
  if (type === "ok") return results[step] !== null;
  if (type === "error") return errors[step] !== null;
  if (type === "not") return !holds(cond, results, errors, stream);
  if (type === "and") return conds.every((each) => holds(each, results, errors, stream));
  if (type === "or") return conds.some((each) => holds(each, results, errors, stream));
  return type === "is_autocommit" ? !stream.db.inTransaction : true;
}

/** @param {any} error */
const said = (error) => ({ message: `${error.message}`, code: error.code ?? "SQLITE_ERROR" });

/** @param {Stream} stream @param {any} request */
async function batch(stream, request) {
  /** @type {unknown[]} */ const results = [];
  /** @type {unknown[]} */ const errors = [];
  for (const step of request.batch.steps) {
    const isMeant = holds(step.condition, results, errors, stream);
    results.push(null);
    errors.push(null);
    if (!isMeant) continue;
    try {
      results[results.length - 1] = await patiently(stream, () => executeOnce(stream, step.stmt));
    } catch (error) {
      errors[errors.length - 1] = said(error);
    }
  }
  return { type: "batch", result: { step_results: results, step_errors: errors } };
}

/** @param {Stream} stream @param {any} request */
async function answer(stream, request) {
  switch (request.type) {
    case "execute":
      return { type: "execute", result: await patiently(stream, () => executeOnce(stream, request.stmt)) };
    case "batch":
      return batch(stream, request);
    case "sequence":
      await patiently(stream, () => stream.db.exec(request.sql ?? stream.sqls.get(request.sql_id)));
      return { type: "sequence" };
    case "store_sql":
      stream.sqls.set(request.sql_id, request.sql);
      return { type: "store_sql" };
    case "close_sql":
      stream.sqls.delete(request.sql_id);
      return { type: "close_sql" };
    case "get_autocommit":
      return { type: "get_autocommit", is_autocommit: !stream.db.inTransaction };
    case "close":
      stream.isClosed = true;
      return { type: "close" };
    default:
      throw new Error(`not spoken here: ${request.type}`);
  }
}

/** @param {Stream} stream */
function drop(stream) {
  clearTimeout(stream.timer);
  if (stream.baton !== null) streams.delete(stream.baton);
  if (stream.db.inTransaction) stream.db.exec("ROLLBACK");
  stream.db.close();
}

/** @param {{ baton: string | null, requests: any[] }} body */
async function pipeline({ baton, requests }) {
  /** @type {Stream | undefined} */
  const known = baton ? streams.get(baton) : { db: open(), sqls: new Map(), baton: null, isClosed: false };
  if (!known) return null;
  clearTimeout(known.timer);
  if (baton) streams.delete(baton);
  const results = [];
  for (const request of requests) {
    try {
      results.push({ type: "ok", response: await answer(known, request) });
    } catch (error) {
      results.push({ type: "error", error: said(error) });
    }
  }
  known.baton = null;
  if (known.isClosed) drop(known);
  else {
    known.baton = randomUUID();
    streams.set(known.baton, known);
    known.timer = setTimeout(() => drop(known), STREAM_MS);
  }
  return { baton: known.baton, base_url: null, results };
}

const server = http.createServer(async (request, response) => {
  const send = (/** @type {number} */ status, /** @type {unknown} */ body = {}) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  if (request.headers.authorization !== `Bearer ${token}`) return send(401, { message: "unauthorized" });
  if (request.method === "GET" && request.url === "/v2") return send(200);
  if (request.method !== "POST" || request.url !== "/v2/pipeline") return send(404, { message: "not found" });
  let body = "";
  for await (const chunk of request) body += chunk;
  const result = await pipeline(JSON.parse(body));
  return result === null
    ? send(400, { message: "stream expired", code: "STREAM_EXPIRED" })
    : send(200, result);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(address !== null && typeof address === "object" ? address.port : "");
});
process.on("disconnect", () => process.exit(0));
