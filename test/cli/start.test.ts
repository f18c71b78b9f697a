import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isNodeNewEnough, tooOldAdvice } from "../../app/cli/node-version.mjs";
import { BUILD_STAMP, isBuildFresh, sourcesHash } from "../../app/cli/sources-stamp.mjs";
import { diskAdvice } from "../../app/cli/terminal.mjs";
import { holdsAll, installAdvice, isInstalled, lockStamp } from "../../app/cli/toolchain.mjs";

let clone: string;
beforeEach(async () => {
  clone = await mkdtemp(path.join(tmpdir(), "buntan-clone-"));
});
afterEach(() => rm(clone, { recursive: true, force: true }));

async function put(name: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(clone, name)), { recursive: true });
  await writeFile(path.join(clone, name), content);
}

describe("the Node version", () => {
  it.each([
    ["20.19.0", true],
    ["v20.19.5", true],
    ["22.0.0", true],
    ["24.1.0", true],
    ["20.18.3", false],
    ["18.20.8", false],
    ["9.99.99", false],
    ["nonsense", false],
  ])("%s is new enough: %s", (version, expected) => {
    expect(isNodeNewEnough(version)).toBe(expected);
  });

  it("says in Japanese and in English which version is needed and which one runs", () => {
    const advice = tooOldAdvice("18.20.8");
    expect(advice).toMatch(/20\.19 以上.*18\.20\.8/);
    expect(advice).toMatch(/20\.19 or newer.*18\.20\.8/);
  });
});

describe("the installed packages", () => {
  const lock = { packages: { "": {}, "node_modules/a": { version: "1.0.0" } } };

  it("are installed when the stamp was made from this lock file", async () => {
    await put("package-lock.json", JSON.stringify(lock));
    expect(await isInstalled(clone)).toBe(false);
    await put("node_modules/.buntan-lock-sha256", await lockStamp(clone));
    expect(await isInstalled(clone)).toBe(true);
    await put("package-lock.json", `${JSON.stringify(lock)}\n`);
    expect(await isInstalled(clone)).toBe(false);
  });

  it("are accepted without a stamp when npm's own record holds every package", async () => {
    await put("package-lock.json", JSON.stringify(lock));
    await put("node_modules/.package-lock.json", JSON.stringify(lock));
    expect(await isInstalled(clone)).toBe(true);
  });

  it("are not accepted when one is missing or another version; optional ones may be missing", () => {
    const wanted = { packages: { ...lock.packages, "node_modules/b": { version: "2.0.0", optional: true } } };
    expect(holdsAll(wanted, lock)).toBe(true);
    expect(holdsAll(wanted, { packages: {} })).toBe(false);
    expect(holdsAll(wanted, { packages: { "node_modules/a": { version: "1.0.1" } } })).toBe(false);
  });
});

describe("the stamp of a build", () => {
  const outputs = ["build/server.js"];

  it("is fresh until a source changes, appears or goes", async () => {
    await put("app/a.ts", "1");
    await put("build/server.js", "");
    const hash = await sourcesHash(clone);
    expect(await isBuildFresh(clone, hash, outputs)).toBe(false);
    await put(BUILD_STAMP, `${hash}\n`);
    expect(await isBuildFresh(clone, await sourcesHash(clone), outputs)).toBe(true);

    await put("app/a.ts", "2");
    expect(await isBuildFresh(clone, await sourcesHash(clone), outputs)).toBe(false);
    await put("app/a.ts", "1");
    expect(await isBuildFresh(clone, await sourcesHash(clone), outputs)).toBe(true);
    await put("db/migrations/0001.sql", "");
    expect(await isBuildFresh(clone, await sourcesHash(clone), outputs)).toBe(false);
  });

  it("does not hide a missing output", async () => {
    const hash = await sourcesHash(clone);
    await put(BUILD_STAMP, hash);
    expect(await isBuildFresh(clone, hash, outputs)).toBe(false);
  });

  it("tells a moved content from a renamed file and ignores what editors leave", async () => {
    await put("app/a.ts", "x");
    const before = await sourcesHash(clone);
    await put("app/.a.ts.swp", "x");
    await put("app/a.ts~", "x");
    expect(await sourcesHash(clone)).toBe(before);
    await rm(path.join(clone, "app/a.ts"));
    await put("app/b.ts", "x");
    expect(await sourcesHash(clone)).not.toBe(before);
  });
});

describe("what a person is told", () => {
  it("names the network when npm could not reach the registry", () => {
    expect(installAdvice("npm error code ENOTFOUND\nnpm error network request failed")).toContain(
      "インターネット",
    );
  });

  it("names the folder when it cannot be written, and the disk when it is full", () => {
    expect(installAdvice("npm error code EACCES")).toContain("書き込めません");
    expect(installAdvice("npm error code ENOSPC")).toContain("空きがありません");
    expect(diskAdvice(new Error("something else"))).toBeNull();
  });
});
