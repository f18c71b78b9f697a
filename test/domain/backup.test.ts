import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BackupRun,
  backupName,
  backupReasons,
  backupState,
  backupsToDrop,
  isBackupDue,
  momentOfBackup,
} from "~/domain/backup";

const run = (startedAt: string, more: Partial<BackupRun> = {}): BackupRun => ({
  startedAt,
  endedAt: startedAt,
  reason: "daily",
  file: "x.bbk",
  bytes: 1,
  sha256: "",
  isEncrypted: true,
  entries: 1,
  head: "",
  secondPlace: "none",
  secondPlaceDetail: "",
  problem: "",
  params: {},
  detail: "",
  ...more,
});
const failure = (startedAt: string) => run(startedAt, { file: null, problem: "disk-full" });

describe("the night's backup", () => {
  it("is due from two o'clock in Tokyo, once a day, and an hour after a try that failed", () => {
    expect(isBackupDue([], "2026-11-25T16:59:00.000Z")).toBe(false); // 01:59
    expect(isBackupDue([], "2026-11-25T17:00:00.000Z")).toBe(true); // 02:00
    expect(isBackupDue([run("2026-11-25T17:00:00.000Z")], "2026-11-26T14:59:00.000Z")).toBe(false);
    expect(isBackupDue([run("2026-11-25T17:00:00.000Z")], "2026-11-26T17:00:00.000Z")).toBe(true);
    const failed = [failure("2026-11-25T17:00:00.000Z")];
    expect(isBackupDue(failed, "2026-11-25T17:59:00.000Z")).toBe(false);
    expect(isBackupDue(failed, "2026-11-25T18:00:00.000Z")).toBe(true);
  });

  it("is taken also when the clock went back past earlier ones", () => {
    expect(isBackupDue([run("2030-01-01T00:00:00.000Z")], "2026-11-25T18:00:00.000Z")).toBe(true);
  });
});

describe("the state of backups", () => {
  it("warns after two days without one, counted from the hospital's first day where there was none", () => {
    const now = "2026-11-26T00:00:00.000Z";
    expect(backupState([], now, null).isStale).toBe(false);
    expect(backupState([], now, "2026-11-24T00:00:00.000Z").isStale).toBe(false);
    expect(backupState([], now, "2026-11-23T23:59:59.000Z").isStale).toBe(true);
    expect(backupState([run("2026-11-24T00:00:00.000Z")], now, "2020-01-01T00:00:00.000Z").isStale).toBe(
      false,
    );
    expect(backupState([run("2026-11-23T23:00:00.000Z")], now, null).isStale).toBe(true);
  });

  it("tells of a failure only until the next backup was taken", () => {
    const [one, bad, two] = [
      run("2026-11-24T00:00:00.000Z"),
      failure("2026-11-25T00:00:00.000Z"),
      run("2026-11-25T01:00:00.000Z"),
    ];
    expect(backupState([one, bad], "2026-11-25T02:00:00.000Z", null)).toMatchObject({
      last: one,
      failure: bad,
    });
    expect(backupState([one, bad, two], "2026-11-25T02:00:00.000Z", null)).toMatchObject({
      last: two,
      failure: null,
    });
  });
});

describe("what is dropped", () => {
  const moment = fc
    .integer({ min: Date.parse("2024-01-01T00:00:00Z"), max: Date.parse("2026-11-25T00:00:00Z") })
    .map((time) => new Date(time).toISOString());
  const now = "2026-11-26T00:00:00.000Z";

  it("never the newest, never one of the kept days, and of the kept months one each", () => {
    const list = fc.uniqueArray(moment, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        list,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 24 }),
        (moments, days, months) => {
          const taken = moments.map((takenAt) => ({ name: takenAt, takenAt }));
          const dropped = new Set(backupsToDrop(taken, now, { days, months }));
          const kept = moments.filter((each) => !dropped.has(each));
          expect(kept).toContain([...moments].sort().at(-1));
          for (const each of moments) {
            if (Date.parse(now) - Date.parse(each) <= days * 86_400_000) expect(kept).toContain(each);
          }
          const monthOf = (each: string) =>
            new Date(Date.parse(each) + 9 * 3_600_000).toISOString().slice(0, 7);
          const newestMonths = [...new Set(moments.map(monthOf))].sort().reverse().slice(0, months);
          expect(newestMonths.every((month) => kept.some((each) => monthOf(each) === month))).toBe(true);
          const old = kept.filter((each) => Date.parse(now) - Date.parse(each) > days * 86_400_000);
          expect(old.length).toBeLessThanOrEqual(months + 1);
        },
      ),
    );
  });

  it("nothing from the future, which a clock that ran ahead has left", () => {
    const taken = ["2030-01-01T00:00:00.000Z", "2031-01-01T00:00:00.000Z"].map((takenAt) => ({
      name: takenAt,
      takenAt,
    }));
    expect(backupsToDrop(taken, now, { days: 1, months: 0 })).toEqual([]);
  });
});

it("a name tells its moment; other files tell none", () => {
  for (const reason of backupReasons) {
    for (const isEncrypted of [true, false])
      expect(momentOfBackup(backupName("2026-11-26T01:02:03.456Z", reason, isEncrypted))).toBe(
        "2026-11-26T01:02:03.000Z",
      );
  }
  expect(momentOfBackup("buntan-20261126T010203Z-daily-2.bbk")).toBe("2026-11-26T01:02:03.000Z");
  for (const other of [
    "runs.jsonl",
    "buntan.db",
    "buntan-20261126-daily.bbk",
    ".taking-1",
    "x-buntan-20261126T010203Z-daily.bbk",
  ])
    expect(momentOfBackup(other)).toBeNull();
});
