import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type HospitalProfile,
  profileOn,
  type RawHospitalFacts,
  readHospitalFacts,
} from "~/domain/hospital-profile";

const raw = (fields: Partial<RawHospitalFacts> = {}): RawHospitalFacts => ({
  beds: "199",
  ownerType: "public",
  sites: "2",
  staff: "yes",
  gmisClass: "",
  effectiveFrom: "2026-04-01",
  ...fields,
});

it.each<[Partial<RawHospitalFacts>, string[]]>([
  [{}, []],
  [{ beds: "", sites: "", ownerType: "", staff: "unknown" }, []],
  [{ beds: "１，２００床" }, []],
  [{ beds: "0" }, []],
  [{ beds: "-1" }, ["beds"]],
  [{ beds: "12.5" }, ["beds"]],
  [{ beds: "10001" }, ["beds"]],
  [{ beds: "多い" }, ["beds"]],
  [{ sites: "0" }, ["sites"]],
  [{ ownerType: "king" }, ["ownerType"]],
  [{ staff: "" }, ["staff"]],
  [{ gmisClass: "区".repeat(101) }, ["gmisClass"]],
  [{ effectiveFrom: "2026-02-30" }, ["effectiveFrom"]],
  [{ effectiveFrom: "" }, ["effectiveFrom"]],
])("%j: problems at %j", (fields, at) => {
  expect(readHospitalFacts(raw(fields)).problems.map((each) => each.at)).toEqual(at);
});

it("reads full-width digits and keeps not-given apart from zero", () => {
  expect(readHospitalFacts(raw({ beds: "１，２００床" })).facts?.beds).toBe(1200);
  expect(readHospitalFacts(raw({ beds: "0" })).facts?.beds).toBe(0);
  expect(readHospitalFacts(raw({ beds: " " })).facts?.beds).toBeNull();
});

it("reads back every number that fits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (beds) => {
      expect(readHospitalFacts(raw({ beds: String(beds) })).facts?.beds).toBe(beds);
    }),
  );
});

it("the profile of a day is the one recorded last for it; a correction takes the wrong one's place", () => {
  const profile = (
    id: string,
    beds: number,
    effectiveFrom: string,
    recordedSeq: number,
    supersedes: string | null,
  ): HospitalProfile => ({
    id,
    beds,
    ownerType: "",
    sites: null,
    staff: "unknown",
    gmisClass: "",
    effectiveFrom,
    recordedSeq,
    supersedes,
  });
  const all = [
    profile("a", 100, "2025-04-01", 1, null),
    profile("b", 120, "2026-04-01", 2, null),
    profile("c", 110, "2026-04-01", 3, "b"),
  ];
  expect(profileOn(all, "2025-03-31", 9)).toBeNull();
  expect(profileOn(all, "2026-03-31", 9)?.beds).toBe(100);
  expect(profileOn(all, "2026-04-01", 2)?.beds).toBe(120);
  expect(profileOn(all, "2026-04-01", 3)?.beds).toBe(110);
});
