import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JointEntry, jointsOn } from "~/domain/joint";
import { connectionLanes, jointLanes, serverLanes, subcontractorLanes } from "~/domain/outside-timeline";
import { updateBearers } from "~/domain/register";
import { subcontractorsOn } from "~/domain/subcontractor-entry";
import { updatesOn } from "~/domain/update-bearer";
import { termsRevision } from "../support/contract-terms";
import { connection, dayAt, deeds, NOW, START, subcontractor, timesOf } from "../support/outside-parties";

describe("lanes of the timeline", () => {
  it("a subcontractor's lane holds exactly the days on which it worked under the contract", () => {
    const contract = {
      id: "k",
      number: "K-1",
      title: "",
      revisions: [
        termsRevision({
          id: "r",
          recordedSeq: 1,
          effectiveFrom: START,
          inForceFrom: START,
          inForceTo: dayAt(40),
        }),
      ],
    };
    const used = fc.record({
      usedFrom: fc.option(fc.nat(30), { nil: null }),
      usedTo: fc.option(fc.integer({ min: 30, max: 60 }), { nil: null }),
    });
    fc.assert(
      fc.property(deeds, used, fc.nat(60), fc.nat(55), (all, days, offset, knownSeq) => {
        const [usedFrom, usedTo] = [days.usedFrom, days.usedTo].map((each) =>
          each === null ? null : dayAt(each),
        );
        const entries = timesOf(all).map(({ thing, ...each }) => ({
          ...subcontractor({
            subcontractorId: thing,
            ...each,
            usedFrom: usedFrom ?? null,
            usedTo: usedTo ?? null,
          }),
          contractId: "k",
        }));
        const day = dayAt(offset);
        const inLane = subcontractorLanes(entries, [contract], Math.max(1, knownSeq))
          .filter((lane) =>
            lane.stretches.some((each) => each.from <= day && (each.to === null || day <= each.to)),
          )
          .map((each) => each.id);
        const working = subcontractorsOn(entries, day, Math.max(1, knownSeq)).filter(
          (each) => each.use === "in-use",
        );
        expect(inLane.sort()).toEqual(offset > 40 ? [] : working.map((each) => each.id).sort());
      }),
      { numRuns: 300 },
    );
  });

  it("a connection's lane says who updates its device, since when, and not before its system", () => {
    const first = connection({
      connectionId: "w",
      name: "回線",
      effectiveFrom: "1868-01-01",
      patchBearer: "unclear",
    });
    const change = {
      origin: "change",
      effectiveFrom: "2025-04-01",
      recordedSeq: 2,
      patchBearer: "vendor",
    } as const;
    const end = { origin: "end", effectiveFrom: "2026-04-01", recordedSeq: 3 } as const;
    const all = [
      first,
      connection({ connectionId: "w", name: "回線", ...change }),
      connection({ connectionId: "w", name: "回線", ...end }),
    ];
    const system = { id: "s", name: "電子カルテ", from: "2024-04-01", to: null };
    const [lane] = connectionLanes(all, [system], NOW);
    expect(lane?.name).toBe("回線（電子カルテ）");
    expect(lane?.stretches.map((each) => [each.kind, each.from, each.to])).toEqual([
      ["undecided", "2024-04-01", "2025-03-31"],
      ["vendor", "2025-04-01", "2026-03-31"],
    ]);
    expect(connectionLanes(all, [system], 1)[0]?.stretches).toMatchObject([{ kind: "undecided", to: null }]);
    expect(connectionLanes(all, [], NOW)).toEqual([]);
  });

  it("a server's lane says for every day in use who bore its updates, as known then", () => {
    const system = { id: "s", name: "電子カルテ", from: dayAt(5), to: dayAt(45) };
    const bearer = fc.constantFrom(...updateBearers);
    fc.assert(
      fc.property(
        deeds,
        fc.array(bearer, { minLength: 16, maxLength: 16 }),
        fc.option(fc.nat(60), { nil: null }),
        fc.nat(60),
        fc.nat(55),
        (all, bearers, putAway, offset, knownSeq) => {
          // A server has no end of its own: where a clerk would end it, another change stands.
          const entries = timesOf(all).map(({ thing, origin, ...each }, at) => ({
            ...{ ...each, serverId: thing, reason: "", clauseKey: null, typedClause: "" },
            ...{ origin: origin === "end" ? ("change" as const) : origin, bearer: bearers[at] ?? "unclear" },
          }));
          const putAwayOn = putAway === null ? null : dayAt(putAway);
          const servers = [{ id: "t0", name: "KARTE-1", systemId: "s", putAwayOn }];
          const lanes = serverLanes(entries, servers, [system], knownSeq);
          const day = dayAt(offset);
          const found = lanes
            .flatMap((each) => each.stretches)
            .filter(({ from, to }) => from <= day && (to === null || to >= day));
          const held = updatesOn(
            entries.filter((each) => each.serverId === "t0"),
            day,
            knownSeq,
          );
          const isThere = offset >= 5 && offset <= 45 && (putAway === null || offset < putAway);
          const said = held?.bearer === "unclear" ? "undecided" : held?.bearer;
          expect(found.map((each) => each.kind)).toEqual(isThere && said ? [said] : []);
        },
      ),
    );
  });

  const joint = (change: Partial<JointEntry>): JointEntry => ({
    ...{ id: "e1", jointId: "j", origin: "first", reason: "", supersedes: null, recordedSeq: 1 },
    ...{ effectiveFrom: "2024-04-01", firstSystemId: "a", secondSystemId: "b", what: "検査結果の送信" },
    ...{ party: "undecided", thirdPartyName: "", emergencyParty: "undecided", note: "" },
    ...change,
  });
  const two = [
    { id: "a", name: "電子カルテ", from: "2020-04-01", to: null },
    { id: "b", name: "検体検査", from: "2024-10-01", to: "2026-09-30" },
  ];

  it("a joint's lane says who looked after it, also in an emergency, while both systems were in use", () => {
    const change = { origin: "change", party: "both-vendors", emergencyParty: "hospital" } as const;
    const noted = { ...change, note: "連絡表を渡した" };
    const all = [
      joint({}),
      joint({ id: "e2", recordedSeq: 2, effectiveFrom: "2025-04-01", ...change }),
      joint({ id: "e3", recordedSeq: 3, effectiveFrom: "2025-06-01", ...noted }),
      joint({ id: "e4", recordedSeq: 4, effectiveFrom: "2027-01-01", origin: "end" }),
    ];
    const [lane] = jointLanes(all, two, null, NOW);
    expect(lane).toMatchObject({ id: "j", name: "電子カルテ ↔ 検体検査 検査結果の送信" });
    expect(lane?.stretches).toEqual([
      { kind: "undecided", from: "2024-10-01", to: "2025-03-31", about: "", sides: [], recordId: "e1" },
      {
        ...{ kind: "vendor", from: "2025-04-01", to: "2026-09-30", about: "", recordId: "e2" },
        sides: ["電子カルテ", "検体検査"],
        emergency: { kind: "hospital", about: "", sides: [] },
      },
    ]);
    expect(jointLanes(all, two, null, 1)[0]?.stretches).toHaveLength(1);
    expect(jointLanes(all, two, new Set(["b"]), NOW)).toHaveLength(1);
    expect(jointLanes(all, two, new Set(["c"]), NOW)).toEqual([]);
  });

  it("a joint has a stretch on exactly the days on which it is held (property)", () => {
    const used = { a: { from: START, to: null }, b: { from: START, to: null } };
    const systems = two.map((each) => ({ ...each, ...used[each.id === "a" ? "a" : "b"] }));
    fc.assert(
      fc.property(deeds, fc.nat(60), fc.nat(55), (all, offset, knownSeq) => {
        const entries = timesOf(all).map(({ thing, ...each }) => joint({ jointId: thing, ...each }));
        const [day, known] = [dayAt(offset), Math.max(1, knownSeq)];
        const inLane = jointLanes(entries, systems, null, known).filter((lane) =>
          lane.stretches.some((each) => each.from <= day && (each.to === null || day <= each.to)),
        );
        const held = jointsOn(entries, day, known);
        expect(inLane.map((each) => each.id).sort()).toEqual(held.map((each) => each.id).sort());
      }),
      { numRuns: 200 },
    );
  });
});
