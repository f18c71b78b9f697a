import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashToken, SESSION_SECONDS, sessionCookie } from "~/scope.server";
import { openSession } from "~/use-cases/people.server";
import { ensureBuilt } from "../../app/cli/build.mjs";
import { verifyChain } from "../../db/audit-chain";
import { expectDone, tempFile, testHospital } from "../support/ports";
import { startServer } from "../support/server";
import { tablesOf } from "../support/whole-database";

const root = path.resolve(import.meta.dirname, "../..");

/** A database of a hospital, and a cookie that an administrator is signed in with. */
let seed = "";
let cookie = "";
beforeAll(async () => {
  await ensureBuilt();
  const { ports, admin } = await testHospital();
  ports.clock.set(new Date().toISOString());
  const input = { scope: admin, seconds: SESSION_SECONDS, hashOf: hashToken };
  const { token } = expectDone(await openSession(ports, input));
  cookie = (await sessionCookie("own", false).serialize(token)).split(";")[0] ?? "";
  await ports.db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  seed = ports.url.slice("file:".length);
}, 240_000);

const mounted: string[] = [];
afterAll(() => {
  for (const folder of mounted.splice(0)) execFileSync("umount", ["-l", folder]);
});

/** A folder on a small disk of its own, where the machine allows it; null where it does not. */
function smallDisk(kilobytes: number): string | null {
  const folder = tempFile("disk");
  fs.mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  mounted.push(folder);
  return folder;
}

function dataFolder(folder = tempFile("data")): string {
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(seed, path.join(folder, "buntan.db"));
  return folder;
}

/** Starts the built server where it is expected to say no; everything it said and its exit code. */
async function refused(dataDir: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["build/server.js"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", BUNTAN_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  clearTimeout(timer);
  return { code, said };
}

const isInBoth = (text: string) =>
  expect([/[ぁ-ん]/.test(text), /[A-Za-z]{4}/.test(text)]).toEqual([true, true]);

describe("a server that cannot work says so in Japanese and English, changes nothing and ends with 1", {
  timeout: 120_000,
}, () => {
  it("on a database that is newer than the program", async () => {
    const dataDir = dataFolder();
    const url = `file:${path.join(dataDir, "buntan.db")}`;
    const client = createClient({ url });
    await client.execute("INSERT INTO migration (hash, made_at) VALUES ('from the future', 1)");
    client.close();
    const before = await tablesOf(url);
    const { code, said } = await refused(dataDir);
    expect([code, said]).toEqual([1, expect.stringContaining("より新しい版")]);
    isInBoth(said);
    expect(await tablesOf(url)).toEqual(before);
  });

  it("beside another one on the same data folder, which goes on", async () => {
    const dataDir = dataFolder();
    const server = await startServer({ dataDir });
    try {
      const { code, said } = await refused(dataDir);
      expect([code, said]).toEqual([1, expect.stringContaining("すでに動いています")]);
      isInBoth(said);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  it("on a disk that can only be read", async () => {
    const disk = smallDisk(20_000);
    const dataDir = dataFolder(disk ?? tempFile("data"));
    if (disk === null) {
      // why the other way where nothing may be mounted: a database in the place of a folder cannot be written either.
      fs.rmSync(path.join(dataDir, "buntan.db"));
      fs.mkdirSync(path.join(dataDir, "buntan.db"));
    } else execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, said } = await refused(dataDir);
    expect([code, said]).toEqual([1, expect.stringContaining("データに書き込めません")]);
    isInBoth(said);
  });
});

it("a full disk: what cannot be saved is said in words, pages are still read, and after room is made work goes on", async () => {
  const disk = smallDisk(12_000);
  const dataDir = dataFolder(disk ?? tempFile("data"));
  // why a limit of files where nothing may be mounted: writes past it fail as on a full disk.
  const blocks = Math.ceil(fs.statSync(path.join(dataDir, "buntan.db")).size / 1024) + 300;
  const server = disk === null ? await limitedServer(dataDir, blocks) : await startServer({ dataDir });
  const post = (fields: Record<string, string>) =>
    fetch(`${server.url}/vendors/new`, {
      method: "POST",
      headers: { cookie, origin: server.url },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const filler = path.join(dataDir, "filler");
  if (disk !== null) fillUp(filler);
  let [saved, refusedText] = [0, ""];
  for (let at = 0; at < 400 && refusedText === ""; at += 1) {
    const answer = await post({ name: `満杯${at}`, note: "長い".repeat(900) });
    if (answer.status === 303) saved += 1;
    else refusedText = await answer.text();
  }
  expect(refusedText).toMatch(/空き容量がなく|書き込みを受け付けず/);
  expect((await fetch(`${server.url}/vendors`, { headers: { cookie } })).status).toBe(200);
  if (disk !== null) {
    fs.rmSync(filler);
    expect((await post({ name: "空いた後" })).status).toBe(303);
    saved += 1;
  }
  await server.stop();
  const client = createClient({ url: `file:${path.join(dataDir, "buntan.db")}` });
  const one = async (sql: string) => Object.values((await client.execute(sql)).rows[0] ?? {})[0];
  expect(await one("PRAGMA integrity_check")).toBe("ok");
  expect(Number(await one("SELECT count(*) FROM vendor"))).toBe(saved);
  expect(await verifyChain(client)).toMatchObject({ isWhole: true });
  client.close();
}, 120_000);

/** Takes what is left of a small disk but a little, so that the next writes meet its end. */
function fillUp(file: string): void {
  const handle = fs.openSync(file, "w");
  try {
    for (;;) fs.writeSync(handle, Buffer.alloc(64 * 1024, 1));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    fs.closeSync(handle);
  }
}

async function limitedServer(dataDir: string, blocks: number) {
  const node = path.join(dataDir, "node-with-a-limit");
  fs.writeFileSync(node, `#!/bin/bash\nulimit -f ${blocks}\nexec "${process.execPath}" "$@"\n`, {
    mode: 0o755,
  });
  return startServer({ dataDir, program: node });
}

it("a clock that went back loses nothing: numbers and moments of the log still go forward", async () => {
  const { ports, editor } = await testHospital();
  const { register } = await import("../support/records");
  await register(ports, editor, "vendor", { name: "前" });
  ports.clock.addHours(-24 * 400);
  await register(ports, editor, "vendor", { name: "戻った時計" });
  const { rows } = await ports.db.$client.execute("SELECT recorded_at FROM audit ORDER BY seq");
  const moments = rows.map((row) => String(row.recorded_at));
  expect(moments).toEqual([...moments].sort());
  expect(await verifyChain(ports.db.$client)).toMatchObject({ isWhole: true });
});
