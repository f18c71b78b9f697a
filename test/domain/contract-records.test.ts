import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renewedTo } from "~/domain/contract";
import { formOfTerms, parseContractForm } from "~/domain/contract-form";
import { feeKinds, serverScopes, subcontractModels, termsOf } from "~/domain/contract-terms";
import { addDays } from "~/domain/day";
import { calendarDay, expectedPeriod, openMattersOf, type RenewalFacts, renewalOf } from "~/domain/renewal";
import {
  changesSince,
  countServers,
  orderedSnapshot,
  type ServerSnapshot,
} from "~/domain/server-declaration";
import { concernsOf, faultOfMove, MAX_LEVELS, placeInTree, type TreeMember } from "~/domain/subcontractor";
import { termsRevision } from "../support/contract-terms";

const word = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const day = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays("2015-01-01", offset));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

describe("the form of a contract", () => {
  it("reads back what it shows, whatever the terms", () => {
    const terms = fc.record({
      title: word,
      signedOn: optional(day),
      inForceFrom: optional(day),
      renewalMonths: optional(fc.nat(1200)),
      noticeMonths: optional(fc.nat(1200)),
      noticeDays: optional(fc.nat(1000)),
      thirdParties: fc.array(fc.record({ label: word, name: word, vendorId: optional(word) }), {
        maxLength: 4,
      }),
      feeLines: fc.array(
        fc.record({ label: word, kind: fc.constantFrom(...feeKinds), amount: fc.constantFrom("", "実費") }),
        { maxLength: 4 },
      ),
      systemIds: fc.uniqueArray(word, { maxLength: 4 }),
      serverScope: fc.constantFrom(...serverScopes),
      subcontracting: fc.constantFrom(...subcontractModels),
    });
    fc.assert(
      fc.property(terms, (given) => {
        const shown = termsOf(termsRevision(given));
        const parsed = parseContractForm({ ...formOfTerms(shown), number: "K-1" });
        expect(parsed.ok && parsed.value.terms).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });

  it("names the field of a half-filled line, and refuses a period that ends before it begins", () => {
    const form = {
      ...formOfTerms(termsRevision({ inForceTo: "2025-03-01" })),
      number: "K-1",
      feeAmount: ["100"],
    };
    const parsed = parseContractForm({ ...form, feeLabel: [""], feeKind: ["included"] });
    expect(parsed.ok ? [] : parsed.problems.map((each) => each.at)).toEqual(["inForceTo", "feeLabel"]);
  });
});

/** A tree that grows member by member, as a person would enter it. */
const entries = fc.array(fc.option(fc.nat(40), { nil: null }), { maxLength: 16 });

describe("the tree of subcontractors", () => {
  it("whatever is entered under the rule stays a tree of five levels, and nobody is lost", () => {
    fc.assert(
      fc.property(entries, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 12 }), (grown, moves) => {
        const members: TreeMember[] = [];
        for (const [at, choice] of grown.entries()) {
          const parentId =
            choice === null || at === 0 ? null : (members[choice % members.length]?.id ?? null);
          if (faultOfMove(members, null, parentId) === null)
            members.push({ id: `m${at}`, parentId, name: `社${at}` });
        }
        for (const [from, to] of moves) {
          const [moved, parent] = [
            members[from % (members.length || 1)],
            members[to % (members.length || 1)],
          ];
          if (moved && parent && faultOfMove(members, moved.id, parent.id) === null)
            moved.parentId = parent.id;
        }
        const placed = placeInTree(members);
        expect(placed.map((each) => each.member.id).sort()).toEqual(members.map((each) => each.id).sort());
        for (const { member, level, path } of placed) {
          expect(level).toBeLessThanOrEqual(MAX_LEVELS);
          expect(path).toHaveLength(level - 1);
          const parent = members.find((each) => each.id === member.parentId);
          expect(path.at(-1)).toBe(parent?.name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("refuses a ring and a sixth level, also for what moves along", () => {
    const chain = ["a", "b", "c", "d", "e"].map((id, at, all) => ({
      id,
      name: id,
      parentId: all[at - 1] ?? null,
    }));
    expect(faultOfMove(chain, null, "e")).toBe("too-deep");
    expect(faultOfMove(chain, null, "d")).toBeNull();
    expect(faultOfMove(chain, "a", "e")).toBe("cycle");
    expect(faultOfMove(chain, "a", "a")).toBe("cycle");
    const apart = [...chain, { id: "x", name: "x", parentId: null }, { id: "y", name: "y", parentId: "x" }];
    expect(faultOfMove(apart, "x", "d")).toBe("too-deep");
    expect(faultOfMove(apart, "x", "c")).toBeNull();
  });

  it("asks for what the contract's own rule asks for, and for nothing when it is silent", () => {
    const member = {
      approvedOn: null,
      sameDuty: "yes" as const,
      dataContact: "none" as const,
      country: "日本",
      certificates: [],
    };
    const today = "2026-11-24";
    expect(concernsOf(member, "prior-consent", today)).toEqual(["not-approved"]);
    expect(concernsOf(member, "forbidden", today)).toEqual(["forbidden"]);
    for (const silent of ["unclear", "free", "report-after"] as const)
      expect(concernsOf(member, silent, today)).toEqual([]);
    const ends = (expiresOn: string) =>
      concernsOf({ ...member, certificates: [{ name: "P", number: "", expiresOn }] }, "free", today);
    expect(ends("2026-11-23")).toEqual(["certificate-expired"]);
    expect(ends("2026-11-24")).toEqual(["certificate-ends-soon"]);
    expect(ends("2027-01-23")).toEqual(["certificate-ends-soon"]);
    expect(ends("2027-01-24")).toEqual([]);
  });
});

const server = (id: string, change = {}) => ({
  id,
  name: id,
  system: "電子カルテ",
  kind: "physical" as const,
  os: "OS",
  bearer: "vendor" as const,
  clause: "第7条",
  ...change,
});

describe("the declared list of servers", () => {
  it("stands as long as nothing changed, whatever the order; says what did", () => {
    const declared: ServerSnapshot = {
      systems: [{ id: "s", name: "電子カルテ" }],
      servers: [server("a"), server("b"), server("c")],
    };
    const turned = { ...declared, servers: [...declared.servers].reverse() };
    expect(changesSince(declared, turned)).toEqual([]);
    expect(JSON.stringify(orderedSnapshot(turned))).toBe(JSON.stringify(orderedSnapshot(declared)));
    const now = {
      systems: [...declared.systems, { id: "t", name: "新しい系" }],
      servers: [server("a", { bearer: "unclear" }), server("c"), server("d")],
    };
    expect(changesSince(declared, now)).toEqual([
      { what: "system", how: "added", name: "新しい系", wasNamed: null, fields: [] },
      { what: "server", how: "gone", name: "b", wasNamed: null, fields: [] },
      { what: "server", how: "changed", name: "a", wasNamed: null, fields: ["bearer"] },
      { what: "server", how: "added", name: "d", wasNamed: null, fields: [] },
    ]);
  });

  it("a renamed system is one change, under both names, and none of its servers'", () => {
    const declared: ServerSnapshot = {
      systems: [
        { id: "s", name: "電子カルテ" },
        { id: "t", name: "検査" },
      ],
      servers: [server("a"), server("b", { system: "検査" })],
    };
    const renamed = [{ id: "s", name: "新電子カルテ" }, ...declared.systems.slice(1)];
    const moved = { system: "新電子カルテ", os: "新OS" };
    const now = { systems: renamed, servers: [server("a", moved), server("b", { system: "新電子カルテ" })] };
    expect(changesSince(declared, now)).toEqual([
      { what: "system", how: "changed", name: "新電子カルテ", wasNamed: "電子カルテ", fields: ["name"] },
      { what: "server", how: "changed", name: "a", wasNamed: null, fields: ["os"] },
      { what: "server", how: "changed", name: "b", wasNamed: null, fields: ["system"] },
    ]);
  });

  it("counts a vendor's server without a quoted clause apart", () => {
    const list = [server("a"), server("b", { clause: "" }), server("c", { bearer: "unclear", clause: "" })];
    expect(countServers(list)).toEqual({
      total: 3,
      vendor: 2,
      hospital: 0,
      unclear: 1,
      vendorWithoutClause: 1,
    });
  });
});

describe("renewal", () => {
  it("goes from the end of a month to the end of a month, over leap days", () => {
    expect(renewedTo("2027-03-31", 12)).toBe("2028-03-31");
    expect(renewedTo("2027-02-28", 12)).toBe("2028-02-29");
    expect(renewedTo("2028-02-29", 12)).toBe("2029-02-28");
    expect(renewedTo("2026-11-30", 3)).toBe("2027-02-28");
    expect(renewedTo("2026-06-15", 6)).toBe("2026-12-15");
  });

  it("calls for a contract before its notice day, and says when that day has passed", () => {
    const terms = {
      inForceTo: "2027-03-31",
      renewal: "automatic" as const,
      renewalMonths: 12,
      noticeMonths: 3,
      noticeDays: null,
    };
    const alarm = (today: string) => renewalOf(terms, today)?.alarm;
    expect(renewalOf(terms, "2026-01-01")).toMatchObject({ noticeOn: "2026-12-31", nextEnd: "2028-03-31" });
    expect(alarm("2026-10-01")).toBe("calm");
    expect(alarm("2026-10-02")).toBe("notice-soon");
    expect(alarm("2026-12-31")).toBe("notice-soon");
    expect(alarm("2027-01-01")).toBe("notice-over");
    expect(alarm("2027-04-01")).toBe("ended");
    expect(renewalOf({ ...terms, inForceTo: null }, "2026-01-01")).toBeNull();
  });

  it("a contract that renews itself goes on in its own steps, across the ends of months and leap days", () => {
    const notice = { noticeMonths: 1, noticeDays: null };
    const of = (inForceTo: string, renewalMonths: number | null, renewal: "automatic" | "none") =>
      ({ inForceTo, renewal, renewalMonths, ...notice }) as const;
    const yearly = of("2024-02-29", 12, "automatic");
    expect(expectedPeriod(yearly, "2024-02-29")).toBeNull();
    expect(expectedPeriod(yearly, "2024-03-01")).toEqual({ inForceTo: "2025-02-28", noticeOn: "2025-01-28" });
    expect(expectedPeriod(yearly, "2027-03-01")).toEqual({ inForceTo: "2028-02-29", noticeOn: "2028-01-29" });
    expect(expectedPeriod(of("2025-03-31", 1, "automatic"), "2026-02-28")?.inForceTo).toBe("2026-02-28");
    expect(expectedPeriod(of("2025-03-31", 12, "none"), "2026-11-24")).toBeNull();
    expect(expectedPeriod(of("2025-03-31", null, "automatic"), "2026-11-24")).toBeNull();
    const shown = renewalOf(of("2025-03-31", 12, "automatic"), "2026-11-24");
    expect(shown).toMatchObject({ alarm: "ended", inForceTo: "2025-03-31" });
    expect(shown && calendarDay(shown)).toBe("2027-02-28");
  });

  it("the expected period is the first of those that follow the recorded one which is not over (property)", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.nat(9000), (inForceTo, renewalMonths, later) => {
        const terms = {
          inForceTo,
          renewalMonths,
          renewal: "automatic",
          noticeMonths: null,
          noticeDays: 10,
        } as const;
        const today = addDays(inForceTo, later);
        const found = expectedPeriod(terms, today);
        const ends = Array.from({ length: 400 }, (_, at) => renewedTo(inForceTo, renewalMonths * at));
        const end = ends.find((each) => each >= today) ?? "";
        expect(found).toEqual(later === 0 ? null : { inForceTo: end, noticeOn: addDays(end, -10) });
      }),
      { numRuns: 200 },
    );
  });

  it("names what is open and nothing that is settled", () => {
    const settled: RenewalFacts = {
      gapsUndecided: 0,
      promisesOverdue: 0,
      systemsWithoutTwoFactor: 0,
      systemsWithoutDisclosure: 0,
      disclosedOn: ["2025-11-24"],
      sheetsAgreedOn: ["2025-11-24"],
      reviewsOpen: 0,
      rowsUndecided: 0,
      serversUnclear: 0,
      vendorServersWithoutClause: 0,
      subcontractorsUnapproved: 0,
      connectionsUnconfirmed: 0,
    };
    expect(openMattersOf(settled, "2026-11-24")).toEqual([]);
    expect(openMattersOf(settled, "2026-11-25").map((each) => each.kind)).toEqual([
      "disclosure-old",
      "role-sheet-old",
    ]);
    expect(openMattersOf({ ...settled, reviewsOpen: 1 }, "2026-11-24")).toEqual([
      { kind: "role-sheet-review", count: 1 },
    ]);
    expect(openMattersOf({ ...settled, sheetsAgreedOn: [], gapsUndecided: 2 }, "2026-11-24")).toEqual([
      { kind: "gaps-undecided", count: 2 },
      { kind: "role-sheet-missing", count: 1 },
    ]);
  });
});
