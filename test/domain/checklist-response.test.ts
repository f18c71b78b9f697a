import { describe, expect, it } from "vitest";
import { problemsOfResponse, withoutTarget } from "~/domain/checklist-response";
import { checklistAnswer, rawChecklistResponse } from "../support/checklists";

const TODAY = "2026-11-24";
const codes = (fields: Parameters<typeof rawChecklistResponse>[0]) =>
  problemsOfResponse(rawChecklistResponse({ vendorId: "v", ...fields }), TODAY).map(
    (each) => `${each.code}@${each.at ?? ""}`,
  );

describe("an answered checklist before it is frozen", () => {
  it("is kept as it is, with rows nobody decided", () => {
    const answers = [checklistAnswer({ answer: "blank" }), checklistAnswer({ answer: "conflict" })];
    expect(codes({ answers })).toEqual([]);
  });

  it("of a vendor names the vendor; the hospital's own names none", () => {
    expect(codes({ vendorId: null })).toEqual(["field-required@vendorId"]);
    expect(codes({ vendorId: null, respondent: "hospital" })).toEqual([]);
  });

  it("has a title, a round and a day that has come", () => {
    expect(codes({ title: " " })).toEqual(["field-required@title"]);
    expect(codes({ round: 0 })).toEqual(["field-invalid@round"]);
    expect(codes({ round: 1.5 })).toEqual(["field-invalid@round"]);
    expect(codes({ answeredOn: "2026-02-30" })).toEqual(["field-not-a-day@answeredOn"]);
    expect(codes({ answeredOn: "2026-11-25" })).toEqual(["field-not-a-day@answeredOn"]);
    expect(codes({ answeredOn: TODAY })).toEqual([]);
  });

  it("has rows, and their target days are days", () => {
    expect(codes({ answers: [] })).toEqual(["checklist-empty@"]);
    const answers = [checklistAnswer(), checklistAnswer({ targetOn: "2027-02-29" })];
    expect(codes({ answers })).toEqual(["field-not-a-day@answers.1.targetOn"]);
  });
});

it("counts the いいえ without a 目標日, and no other answer", () => {
  const answers = [
    checklistAnswer({ answer: "no" }),
    checklistAnswer({ answer: "no", targetOn: "2027-03-31" }),
    checklistAnswer({ answer: "yes" }),
    checklistAnswer({ answer: "blank" }),
  ];
  expect(withoutTarget(answers)).toBe(1);
});
