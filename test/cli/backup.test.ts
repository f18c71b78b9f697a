import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { beforeAll, describe, expect, it } from "vitest";
import { runBuntan } from "~/cli/run-buntan";
import { type BackupRun, backupRunSchema } from "~/domain/backup";
import { lockData } from "~/server/data-lock";
import { verifyChain } from "../../db/audit-chain";
import { tempFile } from "../support/ports";
import { releasedDatabase } from "../support/released";
import { tablesOf } from "../support/whole-database";
import { fullWorld } from "../support/world";

const root = path.resolve(import.meta.dirname, "../..");

/** A data folder on its own, filled with a record of every kind; nobody has it open. */
let seed = "";
beforeAll(async () => {
  const { ports } = await fullWorld();
  await ports.db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  seed = ports.url.slice("file:".length);
}, 120_000);

function place(env: Record<string, string> = {}) {
  const dataDir = tempFile("data");
  fs.mkdirSync(dataDir);
  fs.copyFileSync(seed, path.join(dataDir, "buntan.db"));
  const url = `file:${path.join(dataDir, "buntan.db")}`;
  const buntan = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const world = {
      root,
      readerEntry: "",
      env: { BUNTAN_DATA_DIR: dataDir, ...env },
      folder: dataDir,
      print: (text: string) => out.push(text),
    };
    const code = await runBuntan(world, args, (line) => err.push(line));
    return { code, out: out.join("\n"), err: err.join("\n") };
  };
  const backup = async (): Promise<BackupRun & { at: string }> => {
    const taken = await buntan("backup", "--json");
    expect([taken.code, taken.err]).toEqual([0, ""]);
    const run = backupRunSchema.parse(JSON.parse(taken.out));
    return { ...run, at: path.join(env.BUNTAN_BACKUP_DIR ?? path.join(dataDir, "backups"), run.file ?? "") };
  };
  return { dataDir, url, buntan, backup };
}

const wipe = (dataDir: string) => {
  for (const suffix of ["", "-wal", "-shm"])
    fs.rmSync(path.join(dataDir, `buntan.db${suffix}`), { force: true });
};

it("of a folder without a database is refused by name, and makes no file there", async () => {
  const { dataDir, buntan } = place();
  wipe(dataDir);
  const taken = await buntan("backup");
  expect(taken.code).not.toBe(0);
  expect(taken.err).toContain("BUNTAN_DATA_DIR");
  expect(fs.readdirSync(dataDir)).toEqual([]);
});

describe("backup → wipe → restore", () => {
  it("gives back every row of every table, every file byte for byte, and the chain", async () => {
    const { dataDir, url, buntan, backup } = place();
    const before = await tablesOf(url);
    expect(Object.values(before.tables).filter((rows) => rows.length > 0).length).toBeGreaterThan(50);
    const run = await backup();
    expect(run).toMatchObject({ isEncrypted: true, problem: "", reason: "by-hand", secondPlace: "none" });
    wipe(dataDir);
    const restored = await buntan("restore", run.at);
    expect([restored.code, restored.err]).toEqual([0, ""]);
    expect(restored.out).toContain("鎖は切れていません");
    expect(await tablesOf(url)).toEqual(before);
    await filesAreWhole(url);
    const client = createClient({ url });
    expect(await verifyChain(client)).toMatchObject({ isWhole: true, entries: run.entries });
    client.close();
    expect((await buntan("audit", "verify", "--head", run.head)).code).toBe(0);
  });

  it("moves what stood there aside and never deletes it", async () => {
    const { dataDir, url, buntan, backup } = place();
    const run = await backup();
    const client = createClient({ url });
    await client.execute("UPDATE vendor SET note = '失われてはならない'");
    client.close();
    expect((await buntan("restore", run.at)).code).toBe(0);
    const aside = fs.readdirSync(dataDir).find((name) => name.startsWith("before-restore-"));
    const kept = await tablesOf(`file:${path.join(dataDir, aside ?? "", "buntan.db")}`);
    expect(JSON.stringify(kept.tables.vendor)).toContain("失われてはならない");
    expect(JSON.stringify((await tablesOf(url)).tables.vendor)).not.toContain("失われてはならない");
  });

  it("is refused while a server writes, and changes nothing", async () => {
    const { dataDir, url, buntan, backup } = place();
    const run = await backup();
    const lock = await lockData(dataDir);
    const before = await tablesOf(url);
    const { code, err } = await buntan("restore", run.at);
    expect([code, err]).toEqual([3, expect.stringContaining("すでに動いています")]);
    lock?.release();
    expect(await tablesOf(url)).toEqual(before);
  });
});

/** Bytes of every original and paper as its hash says. */
async function filesAreWhole(url: string): Promise<void> {
  const client = createClient({ url });
  const { rows } = await client.execute(
    "SELECT group_id, sha256, bytes FROM blob_chunk ORDER BY group_id, sha256, ordinal",
  );
  client.close();
  const files = new Map<string, Buffer[]>();
  for (const row of rows) {
    const name = `${row.group_id} ${row.sha256}`;
    const bytes = row.bytes instanceof ArrayBuffer ? Buffer.from(row.bytes) : Buffer.alloc(0);
    files.set(name, [...(files.get(name) ?? []), bytes]);
  }
  expect(files.size).toBeGreaterThan(3);
  for (const [name, chunks] of files) {
    const hash = createHash("sha256");
    for (const each of chunks) hash.update(each);
    expect(hash.digest("hex")).toBe(name.split(" ")[1]);
  }
}

describe("a backup", () => {
  it("is sealed: nothing of the database can be read in it, the key stands elsewhere and only for its owner", async () => {
    const { dataDir, backup } = place();
    const { at } = await backup();
    const bytes = fs.readFileSync(at);
    for (const text of ["SQLite format 3", "試験病院", "CREATE TABLE", "test-admin"])
      expect(bytes.includes(text), text).toBe(false);
    expect(fs.statSync(at).mode & 0o077).toBe(0);
    const key = path.join(dataDir, "keys/backup.key");
    expect(fs.statSync(key).mode & 0o077).toBe(0);
    const secret = fs.readFileSync(key, "utf8").split(":")[1] ?? "";
    expect(bytes.includes(Buffer.from(secret, "hex"))).toBe(false);
    expect(fs.readdirSync(path.dirname(at)).sort()).toEqual([path.basename(at), "runs.jsonl"]);
  });

  it("that was changed in any byte, or cut, is refused in words, and the database stays as it is", async () => {
    const { dataDir, url, buntan, backup } = place();
    const { at } = await backup();
    const before = await tablesOf(url);
    const good = fs.readFileSync(at);
    const places = [0, 5, 17, 40, 200, 1000, Math.floor(good.length / 2), good.length - 17, good.length - 1];
    const broken = places.map((position) => {
      const bytes = Buffer.from(good);
      bytes[position] = (bytes[position] ?? 0) ^ 1;
      return bytes;
    });
    const cut = [0, 10, 300, good.length - 1].map((length) => good.subarray(0, length));
    for (const [count, bytes] of [...broken, ...cut].entries()) {
      const file = path.join(dataDir, "broken.bbk");
      fs.writeFileSync(file, bytes);
      const { code, err } = await buntan("restore", file);
      expect([code, err], String(count)).toEqual([1, expect.stringMatching(/バックアップ/)]);
    }
    expect(await tablesOf(url)).toEqual(before);
    expect(fs.readdirSync(dataDir).filter((name) => /restor/.test(name))).toEqual([]);
  });

  it("opens with its own key only, and with the key written down by hand", async () => {
    const { dataDir, url, buntan, backup } = place();
    const { at } = await backup();
    const paper = (await buntan("backup-key")).out;
    const key = path.join(dataDir, "keys/backup.key");
    fs.rmSync(key);
    expect((await buntan("restore", at)).err).toContain("鍵のファイルがありません");
    expect((await buntan("backup-key")).out).not.toBe(paper); // another one is made
    expect((await buntan("restore", at)).err).toContain("別の鍵");
    fs.writeFileSync(path.join(dataDir, "slip.key"), paper.replace(/.$/, "g"));
    expect((await buntan("restore", at, "--key-file", "slip.key")).err).toContain("書き写しの誤り");
    fs.writeFileSync(path.join(dataDir, "paper.key"), `${paper}\n`);
    const before = await tablesOf(url);
    wipe(dataDir);
    expect((await buntan("restore", at, "--key-file", "paper.key")).code).toBe(0);
    expect(await tablesOf(url)).toEqual(before);
  });

  it("does not get a name when the copy is faulty, and says what is wrong", async () => {
    const { dataDir, url, buntan } = place();
    const client = createClient({ url });
    await client.execute("DROP TRIGGER audit_no_update");
    await client.execute("UPDATE audit SET verb = 'forged' WHERE seq = 2");
    client.close();
    const { code, err } = await buntan("backup");
    expect([code, err]).toEqual([1, expect.stringContaining("監査ログの鎖が切れています")]);
    expect(fs.readdirSync(path.join(dataDir, "backups"))).toEqual(["runs.jsonl"]);
    const [run] = fs.readFileSync(path.join(dataDir, "backups/runs.jsonl"), "utf8").trim().split("\n");
    expect(JSON.parse(run ?? "{}")).toMatchObject({ file: null, problem: "backup-copy-faulty" });
  });

  it("goes to the second place too, and is a backup also when that place is gone", async () => {
    const second = tempFile("second");
    fs.mkdirSync(second);
    const { backup } = place({ BUNTAN_BACKUP_COPY_DIR: second });
    const first = await backup();
    expect(first.secondPlace).toBe("copied");
    expect(fs.readFileSync(path.join(second, first.file ?? ""))).toEqual(fs.readFileSync(first.at));
    fs.rmSync(second, { recursive: true });
    const next = await backup();
    expect(next).toMatchObject({ secondPlace: "failed", problem: "" });
    expect(fs.existsSync(second)).toBe(false);
    expect(next.file).not.toBe(first.file);
  });

  it("cleans up after one that was killed, and drops what is too old, the newest never", async () => {
    const { dataDir, backup } = place({ BUNTAN_BACKUP_DAYS: "1", BUNTAN_BACKUP_MONTHS: "1" });
    const folder = path.join(dataDir, "backups");
    fs.mkdirSync(path.join(folder, ".taking-999999"), { recursive: true });
    fs.writeFileSync(path.join(folder, ".taking-999999/copy.db"), "half");
    for (const old of ["buntan-20200101T000000Z-daily.bbk", "buntan-20200102T000000Z-daily.bbk", "mine.txt"])
      fs.writeFileSync(path.join(folder, old), "");
    const { file } = await backup();
    expect(fs.readdirSync(folder).sort()).toEqual([file, "mine.txt", "runs.jsonl"]);
  });

  it("can be left plain where the disk is encrypted", async () => {
    const { dataDir, url, buntan, backup } = place({ BUNTAN_BACKUP_PLAIN: "1" });
    const before = await tablesOf(url);
    const { at } = await backup();
    expect(at).toMatch(/\.db$/);
    expect(fs.existsSync(path.join(dataDir, "keys"))).toBe(false);
    wipe(dataDir);
    expect((await buntan("restore", at)).code).toBe(0);
    expect(await tablesOf(url)).toEqual(before);
  });

  it("of something that is no database of ours, or newer than the program, is not restored", async () => {
    const { dataDir, url, buntan } = place();
    const before = await tablesOf(url);
    const other = path.join(dataDir, "other.db");
    const client = createClient({ url: `file:${other}` });
    await client.execute("CREATE TABLE x (y)");
    client.close();
    expect((await buntan("restore", other)).err).toContain("分担のデータベースではありません");
    const newer = path.join(dataDir, "newer.db");
    fs.copyFileSync(seed, newer);
    const future = createClient({ url: `file:${newer}` });
    await future.execute("INSERT INTO migration (hash, made_at) VALUES ('from the future', 1)");
    future.close();
    expect((await buntan("restore", newer)).err).toContain("より新しい版");
    expect((await buntan("restore", path.join(dataDir, "none.bbk"))).err).toContain("ファイルがありません");
    expect(await tablesOf(url)).toEqual(before);
  });
});

describe("before a migration", () => {
  async function old() {
    const dataDir = tempFile("data");
    fs.mkdirSync(dataDir);
    const { url, client } = await releasedDatabase(5);
    client.close();
    const file = path.join(dataDir, "buntan.db");
    fs.copyFileSync(url.slice("file:".length), file);
    return { dataDir, file };
  }
  const run = async (dataDir: string, env: Record<string, string> = {}) => {
    const err: string[] = [];
    const world = {
      root,
      readerEntry: "",
      env: { BUNTAN_DATA_DIR: dataDir, ...env },
      folder: dataDir,
      print: () => undefined,
    };
    const args = ["audit", "export", "--hospital", "x", "--as", "y", "--out", "log.json"];
    return { code: await runBuntan(world, args, (line) => err.push(line)), err: err.join("\n") };
  };

  it("a backup of the old state is taken, whatever is written next", async () => {
    const { dataDir, file } = await old();
    const before = await tablesOf(`file:${file}`);
    await run(dataDir);
    expect((await tablesOf(`file:${file}`)).tables.migration?.length).toBeGreaterThan(5);
    const [name] = fs.readdirSync(path.join(dataDir, "backups")).filter((each) => each.endsWith(".bbk"));
    expect(name).toMatch(/-before-migration\.bbk$/);
    wipe(dataDir);
    const world = {
      root,
      readerEntry: "",
      env: { BUNTAN_DATA_DIR: dataDir },
      folder: dataDir,
      print: () => undefined,
    };
    expect(await runBuntan(world, ["restore", `backups/${name}`], () => undefined)).toBe(0);
    expect(await tablesOf(`file:${file}`)).toEqual(before);
  });

  it("nothing is migrated when no backup can be taken", async () => {
    const { dataDir, file } = await old();
    const before = await tablesOf(`file:${file}`);
    fs.writeFileSync(path.join(dataDir, "not-a-folder"), "");
    const { code, err } = await run(dataDir, { BUNTAN_BACKUP_DIR: path.join(dataDir, "not-a-folder") });
    expect(code).toBe(1);
    expect(err).toContain("新しい版へ移る前のバックアップが取れませんでした");
    expect(await tablesOf(`file:${file}`)).toEqual(before);
  });
});
