import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "~/domain/day";
import { checkRow, countRows, firstChecks, type RoleRow, rowParties } from "~/domain/role-sheet";

const row = (fields: Partial<RoleRow> = {}): RoleRow => ({
  rowKey: "k",
  itemKey: null,
  part: 2,
  group: "",
  no: "",
  label: "行",
  content: "",
  firstCheck: "",
  firstCheckOn: null,
  completedOn: null,
  party: "vendor",
  thirdPartyName: "",
  what: "",
  cost: "",
  deadline: "",
  clause: "",
  remark: "",
  emergencyParty: "",
  endParty: "",
  evidence: "",
  leftOutReason: "",
  ...fields,
});
const day = fc.option(
  fc.nat(60).map((count) => addDays("2026-02-20", count)),
  { nil: null },
);

it("takes a 完了日 only after いいえ and not before the first check, over all combinations", () => {
  const rows = fc.record({
    firstCheck: fc.constantFrom(...firstChecks),
    firstCheckOn: day,
    completedOn: day,
    party: fc.constantFrom(...rowParties),
    thirdPartyName: fc.constantFrom("", "  ", "回線会社"),
  });
  fc.assert(
    fc.property(rows, day, (fields, roundOn) => {
      const codes = checkRow(row(fields), roundOn).map((each) => each.code);
      const checkedOn = fields.firstCheckOn ?? roundOn;
      const isDone = fields.completedOn !== null;
      expect(codes.includes("completed-without-no")).toBe(isDone && fields.firstCheck !== "no");
      expect(codes.includes("completed-before-first-check")).toBe(
        isDone && fields.firstCheck === "no" && checkedOn !== null && (fields.completedOn ?? "") < checkedOn,
      );
      expect(codes.includes("third-party-unnamed")).toBe(
        fields.party === "third-party" && fields.thirdPartyName.trim() === "",
      );
    }),
    { numRuns: 1000 },
  );
});

it("names row and field of a problem", () => {
  expect(checkRow(row({ rowKey: "starter:x", completedOn: "2026-03-01" }), null)).toMatchObject([
    { code: "completed-without-no", at: "starter:x.completedOn", params: { label: "行" } },
  ]);
});

it("counts what the bar above the table shows", () => {
  const rows = [
    row({ party: "undecided" }),
    row({ firstCheck: "no" }),
    row({ firstCheck: "no", completedOn: "2026-03-01" }),
    row({ firstCheck: "yes", emergencyParty: "same" }),
    row({ party: "undecided", firstCheck: "no", leftOutReason: "対象の機器がない" }),
  ];
  expect(countRows(rows)).toEqual({
    rows: 4,
    leftOut: 1,
    undecided: 1,
    noEmergency: 3,
    firstNo: 2,
    openNo: 1,
    unchecked: 1,
  });
});
