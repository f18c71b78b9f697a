import { afterAll, beforeAll, expect, it } from "vitest";
import type { BackupRun } from "~/domain/backup";
import { type TestHospital, testHospital } from "../support/ports";
import { startWeb, type Visitor, type Web } from "../support/web";

let hospital: TestHospital;
let web: Web;
let admin: Visitor;
let runs: BackupRun[] = [];
let started = 0;
beforeAll(async () => {
  hospital = await testHospital();
  // why: stands for the backup process and its log, which test/cli/backup.test.ts tries; here the page is looked at.
  hospital.ports.backups = {
    runs: async () => runs,
    places: () => ({
      folder: "/srv/backups",
      copyFolder: null,
      keyFile: "/srv/keys/k",
      keyId: "abc123",
      isEncrypted: true,
    }),
    isRunning: () => false,
    start: () => {
      started += 1;
      return { ok: true, value: null };
    },
  };
  web = await startWeb(hospital.ports);
  admin = await web.as(hospital.admin);
});
afterAll(() => web?.stop());

const run = (startedAt: string, more: Partial<BackupRun> = {}): BackupRun => ({
  startedAt,
  endedAt: startedAt,
  reason: "daily",
  file: "buntan-20261124T000000Z-daily.bbk",
  bytes: 5_242_880,
  sha256: "x",
  isEncrypted: true,
  entries: 42,
  head: "",
  secondPlace: "copied",
  secondPlaceDetail: "",
  problem: "",
  params: {},
  detail: "",
  ...more,
});
const page = async () => (await admin.get("/settings/backups")).text();

it("is an administrator's page; beginning one is written down", async () => {
  for (const scope of [hospital.editor, hospital.viewer]) {
    const other = await web.as(scope);
    expect((await other.get("/settings/backups")).status).toBe(403);
    expect((await other.post("/settings/backups", {})).status).toBe(403);
  }
  expect(started).toBe(0);
  expect((await admin.post("/settings/backups", {})).status).toBe(303);
  expect(started).toBe(1);
  const { rows } = await hospital.ports.db.$client.execute(
    "SELECT verb FROM audit ORDER BY seq DESC LIMIT 1",
  );
  expect(rows[0]?.verb).toBe("start-backup");
});

it("shows the last one, its checks and places, never the key", async () => {
  runs = [run("2026-11-23T18:00:00.000Z")];
  const shown = await page();
  for (const text of ["5.0 MB", "42", "abc123", "/srv/backups", "BUNTAN_BACKUP_COPY_DIR", "2026-11-24 03:00"])
    expect(shown, text).toContain(text);
  expect(shown).not.toContain("buntan-backup-key-1:");
});

it("says what to do when the last try failed", async () => {
  const failed = { file: null, problem: "disk-full", secondPlace: "none" as const };
  runs = [run("2026-11-23T18:00:00.000Z"), run("2026-11-23T19:00:00.000Z", failed)];
  const shown = await page();
  expect(shown).toContain("最後に試みたバックアップは取れませんでした");
  expect(shown).toContain("空き容量");
});

it("warns on the first page after two days without one, and only whoever can do something about it", async () => {
  const home = async (visitor: Visitor) => (await visitor.get("/")).text();
  const warning = "バックアップが 2 日以上取れていません";
  runs = [run("2026-11-23T18:00:00.000Z")];
  expect(await home(admin)).not.toContain(warning);
  runs = [run("2026-11-20T18:00:00.000Z")];
  expect(await page()).toContain("2 日以上");
  expect(await home(await web.as(hospital.viewer))).not.toContain(warning);
});
