import { describe, expect, it } from "vitest";
import { fieldsOf, isRegisterNoun, parseRegister, registerNouns } from "~/domain/register";

const problemsOf = (result: ReturnType<typeof parseRegister>) =>
  result.ok ? [] : result.problems.map((each) => `${each.at} ${each.code}`);
const contract = {
  vendorId: "v",
  number: "K-1",
  title: "契約",
  kind: "maintenance",
  renewal: "none",
  hospitalLabel: "甲",
  vendorLabel: "乙",
};

describe.each(registerNouns)("%s", (noun) => {
  it("asks for every required field at once, and for nothing else", () => {
    const required = Object.entries(fieldsOf(noun)).filter(([, spec]) => spec.isRequired);
    expect(problemsOf(parseRegister(noun, {}))).toEqual(required.map(([name]) => `${name} field-required`));
    expect(isRegisterNoun(noun)).toBe(true);
  });
});

it("keeps text trimmed, and nothing as '' or null by kind", () => {
  const parsed = parseRegister("contract", { ...contract, title: " 契約　", note: "", unknown: "x" });
  expect(parsed).toEqual({
    ok: true,
    value: {
      ...contract,
      title: "契約",
      signedOn: null,
      inForceFrom: null,
      inForceTo: null,
      noticeDays: null,
      note: "",
    },
  });
});

it.each([
  ["noticeDays", "９０", null],
  ["noticeDays", "1001", "field-not-a-number"],
  ["noticeDays", "-1", "field-not-a-number"],
  ["noticeDays", "1.5", "field-not-a-number"],
  ["noticeDays", "九十", "field-not-a-number"],
  ["kind", "gift", "field-not-an-option"],
  ["signedOn", "2026-02-29", "field-not-a-day"],
  ["signedOn", "2024-02-29", null],
  ["hospitalLabel", "長".repeat(21), "field-too-long"],
  ["number", "   ", "field-required"],
])("contract.%s = %s: %s", (field, value, code) => {
  expect(problemsOf(parseRegister("contract", { ...contract, [field]: value }))).toEqual(
    code === null ? [] : [`${field} ${code}`],
  );
});

it("refuses an end before its beginning, and takes a period of one day", () => {
  const period = (inForceFrom: string, inForceTo: string) =>
    problemsOf(parseRegister("contract", { ...contract, inForceFrom, inForceTo }));
  expect(period("2026-04-01", "2026-03-31")).toEqual(["inForceTo day-order"]);
  expect(period("2026-04-01", "2026-04-01")).toEqual([]);
  expect(period("", "2026-04-01")).toEqual([]);
});

it("takes several options from a list or a comma text, and names one that is none", () => {
  const system = {
    name: "系",
    productVersionId: "p",
    category: "record",
    form: "cloud",
    criticality: "high",
  };
  const kinds = (dataKinds: string | string[]) => parseRegister("system", { ...system, dataKinds });
  expect(kinds("records,images")).toMatchObject({ value: { dataKinds: ["records", "images"] } });
  expect(kinds(["claims"])).toMatchObject({ value: { dataKinds: ["claims"] } });
  expect(problemsOf(kinds(["claims", "gossip"]))).toEqual(["dataKinds field-not-an-option"]);
});

it.each(["hanako", "a@b", "a b@example.jp", "@example.jp"])("does not take %s for a mail address", (mail) => {
  const contact = { vendorId: "v", name: "人", role: "sales", hours: "day", mail };
  expect(problemsOf(parseRegister("vendorContact", contact))).toEqual(["mail field-not-a-mail"]);
});

it("tells other nouns apart", () => {
  expect(isRegisterNoun("paper")).toBe(false);
  expect(isRegisterNoun(undefined)).toBe(false);
});
