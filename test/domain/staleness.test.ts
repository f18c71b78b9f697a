import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions, type DatedDisclosure, type StaleFacts, staleReasons } from "~/domain/staleness";

const made: DatedDisclosure = {
  issuedOn: "2026-04-15",
  form: "MDS",
  formVersion: "5.0",
  productVersionId: "v1",
  productId: "p",
};
const facts: StaleFacts = { today: "2026-11-24", installed: [], editions: [], guidelines: [] };
const kinds = (given: Partial<StaleFacts>, disclosure: Partial<DatedDisclosure> = {}) =>
  staleReasons({ ...made, ...disclosure }, { ...facts, ...given }).map((each) => each.kind);
const on = (productVersionId: string, productId = "p") => ({
  productId,
  productVersionId,
  label: productVersionId,
});

describe("a disclosure is stale", () => {
  it("with another installed version, unless a system still runs on the disclosed one", () => {
    expect(kinds({ installed: [on("v2")] })).toEqual(["version"]);
    expect(kinds({ installed: [on("v2"), on("v1")] })).toEqual([]);
    expect(kinds({ installed: [on("v9", "another product")] })).toEqual([]);
    expect(kinds({ installed: [] })).toEqual([]);
  });

  it("with a newer edition of its own form, not with an older or another form's", () => {
    const edition = (version: string, form: "MDS" | "SDS" = "MDS") => ({ form, version });
    expect(kinds({ editions: [edition("4.1"), edition("5.1")] })).toEqual(["form"]);
    expect(kinds({ editions: [edition("4.1"), edition("第5.0版")] })).toEqual([]);
    expect(kinds({ editions: [edition("6.0", "SDS")] })).toEqual([]);
    expect(kinds({ editions: [edition("改訂版")] })).toEqual([]);
  });

  it("with a guideline issued after it was made, when the day is known", () => {
    const guideline = (issuedOn: string | null) => ({ title: "G", version: "7.0", issuedOn });
    expect(kinds({ guidelines: [guideline("2026-06-29")] })).toEqual(["guideline"]);
    expect(kinds({ guidelines: [guideline("2026-04-15")] })).toEqual([]);
    expect(kinds({ guidelines: [guideline(null)] })).toEqual([]);
  });

  it("12 months after its 作成日, on that very day", () => {
    expect(kinds({ today: "2027-04-14" })).toEqual([]);
    expect(kinds({ today: "2027-04-15" })).toEqual(["age"]);
    expect(kinds({ today: "2025-02-28" }, { issuedOn: "2024-02-29" })).toEqual(["age"]);
  });

  it("for every reason at once, in one order", () => {
    expect(
      kinds({
        today: "2030-01-01",
        installed: [on("v2")],
        editions: [{ form: "MDS", version: "6.0" }],
        guidelines: [{ title: "G", version: "7.0", issuedOn: "2026-06-29" }],
      }),
    ).toEqual(["version", "form", "guideline", "age"]);
  });
});

describe("versions of a form", () => {
  it("3.0 < 3.0a < 4.0 < 4.1 < 4.10 < 5.0", () => {
    const order = ["3.0", "3.0a", "4.0", "4.1", "4.10", "5.0"];
    order.forEach((a, at) => {
      order.forEach((b, other) => {
        expect(compareVersions(a, b), `${a} ${b}`).toBe(Math.sign(at - other));
      });
    });
    expect(compareVersions("5", "5.0")).toBe(0);
  });

  it("is an order: one way or the other, never both", () => {
    const version = fc
      .tuple(fc.nat(20), fc.nat(20), fc.constantFrom("", "a", "b"))
      .map(([a, b, c]) => `${a}.${b}${c}`);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
