import { describe, expect, it } from "vitest";
import { comingDeadlines, type DeadlineFacts, deadlinesOf, urgencyOf } from "~/domain/deadline";

const none: DeadlineFacts = {
  decisions: [],
  contracts: [],
  versions: [],
  requests: [],
  reviews: [],
  disclosures: [],
};
const about = { name: "名", about: "社" };
const place = { disclosureId: "d", guideline: "g@1", requirement: "r" };

describe("deadlinesOf", () => {
  it("names every day with the record it comes from, earliest first", () => {
    const found = deadlinesOf({
      decisions: [
        { id: "decision", kind: "vendor-fix", dueOn: "2026-12-31", ...place, ...about },
        { id: "acceptance", kind: "accept-risk", dueOn: "2027-01-31", ...place, ...about },
      ],
      contracts: [{ id: "contract", inForceTo: "2027-03-31", noticeMonths: null, noticeDays: 90, ...about }],
      reviews: [{ id: "sheet", dueOn: "2026-12-31", ...about }],
      requests: [{ id: "request", dueOn: "2026-12-31", ...about }],
      versions: [{ id: "version", supportEndsOn: "2026-12-31", ...about }],
      disclosures: [{ id: "disclosure", issuedOn: "2025-04-15", ...about }],
      targets: [{ id: "checks", targetOn: "2026-12-31", ...about }],
    });
    expect(found.map((each) => [each.day, each.kind, each.recordId])).toEqual([
      ["2026-04-15", "disclosure-old", "disclosure"],
      ["2026-12-31", "decision-due", "decision"],
      ["2026-12-31", "request-due", "request"],
      ["2026-12-31", "role-review", "sheet"],
      ["2026-12-31", "notice-day", "contract"],
      ["2026-12-31", "support-end", "version"],
      ["2026-12-31", "checklist-target", "checks"],
      ["2027-01-31", "acceptance-end", "acceptance"],
      ["2027-03-31", "contract-end", "contract"],
    ]);
    expect(found[1]?.decidedAt).toEqual(place);
  });

  it.each([
    ["no end", null, 90, []],
    ["no notice period", "2027-03-31", null, ["contract-end"]],
    ["notice on the last day itself", "2027-03-31", 0, ["notice-day", "contract-end"]],
  ])("a contract with %s", (_what, inForceTo, noticeDays, kinds) => {
    const contracts = [{ id: "c", inForceTo, noticeMonths: null, noticeDays, ...about }];
    expect(deadlinesOf({ ...none, contracts }).map((each) => each.kind)).toEqual(kinds);
  });

  it.each([
    ["2024-02-29", "2025-02-28"],
    ["2025-02-28", "2026-02-28"],
    ["2025-12-31", "2026-12-31"],
  ])("a disclosure of %s is a year old on %s", (issuedOn, day) => {
    const found = deadlinesOf({ ...none, disclosures: [{ id: "d", issuedOn, ...about }] });
    expect(found[0]?.day).toBe(day);
  });

  it("leaves out what has no day", () => {
    const versions = [{ id: "v", supportEndsOn: null, ...about }];
    const decisions = [{ id: "d", kind: "vendor-fix" as const, dueOn: null, ...place, ...about }];
    expect(deadlinesOf({ ...none, versions, decisions })).toEqual([]);
  });
});

describe("how near a day is", () => {
  it.each([
    ["2026-11-23", "over"],
    ["2026-11-24", "today"],
    ["2026-11-25", "soon"],
    ["2026-12-24", "soon"],
    ["2026-12-25", "later"],
  ])("%s is %s on 2026-11-24 with 30 days of notice", (day, urgency) => {
    expect(urgencyOf(day, "2026-11-24", 30)).toBe(urgency);
  });

  it("the coming 90 days hold today and the ninetieth day, not the day before nor the one after", () => {
    const days = ["2026-11-23", "2026-11-24", "2027-02-22", "2027-02-23"];
    const versions = days.map((supportEndsOn, at) => ({ id: `v${at}`, supportEndsOn, ...about }));
    const found = comingDeadlines(deadlinesOf({ ...none, versions }), "2026-11-24", 90);
    expect(found.map((each) => each.day)).toEqual(["2026-11-24", "2027-02-22"]);
  });
});
