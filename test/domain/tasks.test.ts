import { describe, expect, it } from "vitest";
import type { Deadline, DeadlineKind } from "~/domain/deadline";
import { MAX_TASKS, type TaskFacts, tasksOf } from "~/domain/tasks";

const today = "2026-11-24";
const requests = { overdue: [], submitted: [], questions: [], mailsFailed: 0, mailsToHandOver: 0 };
const none: TaskFacts = {
  deadlines: [],
  intakes: [],
  systemsWithout: [],
  stale: [],
  undecidedSheets: [],
  reopened: [],
  clashes: [],
  requests,
};
const on = (kind: DeadlineKind, day: string, recordId: string = kind): Deadline => ({
  kind,
  day,
  recordId,
  name: recordId,
  about: "社",
});

describe("tasksOf", () => {
  it("asks for nothing when nothing is due", () => {
    expect(tasksOf(none, today)).toEqual([]);
  });

  it.each<[DeadlineKind, string, string | null]>([
    ["decision-due", "2026-11-23", "decision-over"],
    ["decision-due", "2026-11-24", "decision-soon"],
    ["decision-due", "2026-12-08", "decision-soon"],
    ["decision-due", "2026-12-09", null],
    ["contract-end", "2026-11-23", "contract-over"],
    ["contract-end", "2026-11-24", null],
    ["notice-day", "2026-11-23", null],
    ["notice-day", "2026-11-24", "notice-soon"],
    ["notice-day", "2026-12-24", "notice-soon"],
    ["notice-day", "2026-12-25", null],
    ["disclosure-old", "2026-11-24", null],
    ["support-end", "2026-11-24", null],
  ])("%s on %s on 2026-11-24: %s", (kind, day, task) => {
    const found = tasksOf({ ...none, deadlines: [on(kind, day)] }, today);
    expect(found.map((each) => each.kind)).toEqual(task === null ? [] : [task]);
  });

  it("one card per kind, with the most urgent record and the count of all", () => {
    const deadlines = [on("decision-due", "2026-11-01", "first"), on("decision-due", "2026-11-20", "second")];
    expect(tasksOf({ ...none, deadlines }, today)).toEqual([
      { kind: "decision-over", day: "2026-11-01", count: 2, name: "first", about: "社", recordId: "first" },
    ]);
  });

  it("counts rows nobody has over all sheets and names the sheet with most of them", () => {
    const undecidedSheets = [
      { id: "a", title: "甲表", undecided: 20 },
      { id: "b", title: "乙表", undecided: 5 },
    ];
    const [found] = tasksOf({ ...none, undecidedSheets }, today);
    expect(found).toMatchObject({ kind: "roles-undecided", count: 25, name: "甲表", recordId: "a" });
  });

  it("names the oldest of the disclosures that need renewing, and counts them all", () => {
    const stale = ["a", "b"].map((id) => ({ id, name: id, about: "社", productVersionId: "v" }));
    expect(tasksOf({ ...none, stale }, today)).toMatchObject([
      { kind: "disclosure-stale", count: 2, name: "a", recordId: "a", day: null },
    ]);
  });

  it("what asking left to be done: late, to review, to answer, mails for a person", () => {
    const late = { id: "late", name: "カルテ 1.0", about: "社", dueOn: "2026-11-10" };
    const here = { id: "here", name: "検査 2.0", about: "社", dueOn: "2026-12-10" };
    const facts = {
      overdue: [late],
      submitted: [here, late],
      questions: [here],
      mailsFailed: 2,
      mailsToHandOver: 3,
    };
    expect(
      tasksOf({ ...none, requests: facts }, today).map(({ kind, day, count, recordId }) => [
        kind,
        day,
        count,
        recordId,
      ]),
    ).toEqual([
      ["request-over", "2026-11-10", 1, "late"],
      ["request-submitted", today, 2, "here"],
      ["request-question", today, 1, "here"],
      ["mail-failed", today, 2, null],
      ["outbox-waiting", today, 3, null],
    ]);
  });

  it("earliest day first, what has no day last, and never more than seven", () => {
    const found = tasksOf(
      {
        deadlines: [
          on("contract-end", "2026-10-14"),
          on("disclosure-old", "2026-06-01"),
          on("decision-due", "2026-10-29", "late"),
          on("decision-due", "2026-11-30", "near"),
          on("notice-day", "2026-12-01"),
        ],
        intakes: [{ id: "i", fileName: "回答.xlsx" }],
        stale: [{ id: "d", name: "開示書", about: "", productVersionId: "v" }],
        systemsWithout: [{ id: "s", name: "電子カルテ", about: "" }],
        clashes: [{ id: "k", name: "電子カルテ", about: "開示書 ↔ 確認表" }],
        reopened: [{ id: "again", name: "製品 1.0", about: "認証" }],
        undecidedSheets: [{ id: "r", title: "表", undecided: 1 }],
        requests,
      },
      today,
    );
    expect(found.map((each) => each.kind)).toEqual([
      "contract-over",
      "decision-over",
      "decision-reopened",
      "intake-waiting",
      "decision-soon",
      "notice-soon",
      "disclosure-missing",
    ]);
    expect(found).toHaveLength(MAX_TASKS);
  });
});
