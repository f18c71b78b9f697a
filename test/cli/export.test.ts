import fs from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runBuntan } from "~/cli/run-buntan";
import { emptied, leftBehind } from "~/domain/open-export";
import { openSession } from "~/use-cases/people.server";
import {
  correctServerUpdates,
  settleServerUpdates,
  showServerUpdates,
} from "~/use-cases/update-bearers.server";
import { verifyChain } from "../../db/audit-chain";
import { expectDone, tempFile } from "../support/ports";
import { register } from "../support/records";
import { tablesOf } from "../support/whole-database";
import { fullWorld, type World } from "../support/world";

const root = path.resolve(import.meta.dirname, "../..");
let world: World;
let folder: string;
let token: string;

async function buntan(dataDir: string, url: string | null, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { BUNTAN_DATA_DIR: dataDir, ...(url === null ? {} : { DATABASE_URL: url }) };
  const command = { root, readerEntry: "", env, folder: root, print: (text: string) => out.push(text) };
  const code = await runBuntan(command, args, (line) => err.push(line));
  return { code, out: out.join("\n"), err: err.join("\n") };
}
const newFolder = (name: string) => {
  const made = tempFile(name);
  fs.mkdirSync(made);
  return made;
};

/** A server whose bearer changed and was put right: an entry that takes the place of another one. */
async function bearUpdates(): Promise<void> {
  const { ports, editor, systemId } = world;
  const server = { systemId, name: "KARTE-1", kind: "pc", securityUpdateBearer: "unclear" };
  const serverId = await register(ports, editor, "server", server);
  const raw = { bearer: "vendor", clauseKey: "", typedClause: "第7条", effectiveFrom: "2026-06-01" };
  expectDone(await settleServerUpdates(ports, editor, { serverId, version: 1, raw }));
  const entryId = expectDone(await showServerUpdates(ports, editor, { serverId })).shown?.id ?? "";
  const right = { ...raw, typedClause: "第8条", reason: "条番号の読み違い" };
  expectDone(await correctServerUpdates(ports, editor, { serverId, version: 2, entryId, raw: right }));
}

beforeAll(async () => {
  world = await fullWorld();
  const { ports, admin } = world;
  await bearUpdates();
  const opened = await openSession(ports, {
    scope: admin,
    seconds: 3600,
    hashOf: (each) => `hash of ${each}`,
  });
  token = expectDone(opened).token;
  await ports.db.$client.execute({
    sql: "UPDATE vendor SET note = ? WHERE rowid = (SELECT min(rowid) FROM vendor)",
    args: ['行の終わり\u2028に見える\u2029字と\u0007、𠮷、"引用"'],
  });
  folder = tempFile("export");
  const written = await buntan(newFolder("data"), ports.url, "export", folder);
  expect([written.code, written.err]).toEqual([0, ""]);
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it("comes back equal, row by row and byte by byte, with one whole chain", async () => {
  const dataDir = newFolder("new");
  const read = await buntan(dataDir, null, "import", folder);
  expect([read.code, read.err]).toEqual([0, ""]);
  expect(read.out).toContain("鎖は切れていません");
  const file = path.join(dataDir, "buntan.db");
  const [before, after] = [await tablesOf(world.ports.url), await tablesOf(`file:${file}`)];
  expect(after.schema).toEqual(before.schema);
  let rows = 0;
  for (const [name, all] of Object.entries(before.tables)) {
    if (name === "migration") continue;
    if (leftBehind.includes(name)) {
      expect(after.tables[name], name).toEqual([]);
      continue;
    }
    if (!(name in emptied)) expect(after.tables[name], name).toEqual(all);
    expect(after.tables[name]?.length, name).toBe(all.length);
    rows += all.length;
  }
  expect(rows).toBeGreaterThan(300);
  expect(after.tables.update_bearer_entry).toHaveLength(3);
  const client = createClient({ url: `file:${file}` });
  const last = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'";
  expect((await client.execute(last)).rows).toEqual((await world.ports.db.$client.execute(last)).rows);
  expect(await verifyChain(client)).toMatchObject({ isWhole: true });
  client.close();
});

it("holds no secret: no proof of a password, no seed, no session", () => {
  const all = fs
    .readdirSync(path.join(folder, "tables"))
    .map((name) => fs.readFileSync(path.join(folder, "tables", name), "utf8"))
    .join("\n");
  expect(all).not.toContain("$argon2");
  expect(all).not.toContain(token);
  expect(all).not.toContain("hash of ");
  for (const name of leftBehind)
    expect(fs.existsSync(path.join(folder, "tables", `${name}.jsonl`)), name).toBe(false);
});

it("names every column of the database that could open a door, so that a new one is thought of", async () => {
  const { rows } = await world.ports.db.$client.execute(
    "SELECT m.name || '.' || c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1",
  );
  const doors = rows
    .map((row) => String(row.name))
    .filter((name) => /token|password|secret|seed|\.code(_|$)|sealed/.test(name))
    .filter((name) => {
      const [table = "", column = ""] = name.split(".");
      return !leftBehind.includes(table) && emptied[table]?.[column] === undefined;
    });
  // Hashes of 256 random bits open nothing; the others are dates and numbers about codes.
  expect(doors).toEqual([
    "account.is_password_long",
    "account.must_change_password",
    "account.password_changed_at",
    "request_link.token_hash",
  ]);
});

it("is refused when a byte of it was changed, and leaves nothing behind", async () => {
  const copy = tempFile("copy");
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, "manifest.json"), "utf8"));
  const spoil: [string, (file: string) => void][] = [
    ["manifest.json", (file) => fs.writeFileSync(file, "{}")],
    ["tables/vendor.jsonl", (file) => fs.appendFileSync(file, "[]\n")],
    ["tables/audit.jsonl", (file) => fs.writeFileSync(file, "")],
    [`files/${manifest.files[0].sha256}`, (file) => fs.appendFileSync(file, "x")],
    [`files/${manifest.files[1].sha256}`, (file) => fs.rmSync(file)],
  ];
  for (const [place, change] of spoil) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(folder, copy, { recursive: true });
    change(path.join(copy, place));
    const dataDir = newFolder("spoilt");
    const read = await buntan(dataDir, null, "import", copy);
    expect([read.code, read.err], place).toEqual([1, expect.stringContaining(place)]);
    expect(
      fs.readdirSync(dataDir).filter((each) => each.includes(".db")),
      place,
    ).toEqual([]);
  }
});

it("goes nowhere where something is", async () => {
  const again = await buntan(newFolder("data"), world.ports.url, "export", folder);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining("空")]);
  const dataDir = newFolder("full");
  fs.copyFileSync(world.ports.url.slice(5), path.join(dataDir, "buntan.db"));
  const read = await buntan(dataDir, null, "import", folder);
  expect([read.code, read.err]).toEqual([1, expect.stringContaining("すでにデータ")]);
});
