import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractStates } from "~/domain/contract";
import { clauseKinds } from "~/domain/contract-clause";
import { serverScopes } from "~/domain/contract-terms";
import {
  type ListDeclaration,
  obstaclesOf,
  type RouteClause,
  type RouteServer,
  type ServerObstacle,
  walkRoute,
} from "~/domain/maintenance-route";
import { updateBearers } from "~/domain/register";

const contract = {
  state: "in-force" as const,
  systemIds: ["s"],
  serverScope: "all" as const,
  serverIds: [],
};
const clause = (fields: Partial<RouteClause["contract"]> = {}, kind = "security-update" as const) => ({
  kind,
  contract: { ...contract, ...fields },
});
const server = (fields: Partial<RouteServer> = {}): RouteServer => ({
  id: "a",
  name: "A",
  systemId: "s",
  bearer: "vendor",
  hasClauseKey: true,
  typedClause: "",
  clause: clause(),
  ...fields,
});

describe("one server", () => {
  it.each<[string, Partial<RouteServer>, ServerObstacle[]]>([
    ["the vendor's by a clause in force", {}, []],
    ["the hospital's", { bearer: "hospital" }, ["hospital-bears"]],
    ["unclear, whatever is quoted", { bearer: "unclear" }, ["bearer-unclear"]],
    ["without any clause", { hasClauseKey: false, clause: null }, ["no-clause"]],
    ["with blanks typed", { hasClauseKey: false, clause: null, typedClause: "　" }, ["no-clause"]],
    [
      "with a number typed",
      { hasClauseKey: false, clause: null, typedClause: "第7条" },
      ["typed-clause-only"],
    ],
    ["with a clause that does not stand", { clause: null, typedClause: "第7条" }, ["clause-not-in-force"]],
    ["with a clause of another kind", { clause: { ...clause(), kind: "backup" } }, ["clause-of-other-kind"]],
    ["of an ended contract", { clause: clause({ state: "expired" }) }, ["contract-not-in-force"]],
    ["of a coming contract", { clause: clause({ state: "before" }) }, ["contract-not-in-force"]],
    ["of a contract without days", { clause: clause({ state: "undated" }) }, ["contract-undated"]],
    ["of another system", { clause: clause({ systemIds: ["x"] }) }, ["system-not-covered"]],
    ["not in the contract's list", { clause: clause({ serverScope: "listed" }) }, ["server-not-covered"]],
    ["in the contract's list", { clause: clause({ serverScope: "listed", serverIds: ["a"] }) }, []],
    [
      "where the contract names no servers",
      { clause: clause({ serverScope: "unclear" }) },
      ["servers-unclear"],
    ],
    [
      "with everything at once",
      { clause: { kind: "fee", contract: { ...contract, state: "expired", systemIds: [] } } },
      ["clause-of-other-kind", "contract-not-in-force", "system-not-covered"],
    ],
  ])("%s", (_name, fields, expected) => {
    expect(obstaclesOf(server(fields))).toEqual(expected);
  });
});

const anyServer: fc.Arbitrary<RouteServer> = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  systemId: fc.constantFrom("s", "t"),
  bearer: fc.constantFrom(...updateBearers),
  hasClauseKey: fc.boolean(),
  typedClause: fc.constantFrom("", "第7条"),
  clause: fc.option(
    fc.record({
      kind: fc.constantFrom(...clauseKinds),
      contract: fc.record({
        state: fc.constantFrom(...contractStates),
        systemIds: fc.subarray(["s", "t"]),
        serverScope: fc.constantFrom(...serverScopes),
        serverIds: fc.constant<string[]>([]),
      }),
    }),
  ),
});
const declarations: ListDeclaration[] = ["never", "stale", "standing"];
const length = (walk: ReturnType<typeof walkRoute>) =>
  walk.list.length + walk.servers.reduce((sum, each) => sum + each.obstacles.length, 0);

describe("the walk", () => {
  it("ends at the two volumes only for a declared list with a clause for every server", () => {
    expect(walkRoute("standing", [server()]).result).toBe("entrusted-only");
    for (const each of ["never", "stale"] as const)
      expect(walkRoute(each, [server()])).toMatchObject({ result: "other-volumes-too", covered: 1 });
    expect(walkRoute("standing", [])).toMatchObject({ result: "other-volumes-too", list: ["no-server"] });
  });

  it("1 of n servers uncovered: the other volumes apply, and that one is named, wherever it stands", () => {
    const uncovered = anyServer.filter((each) => obstaclesOf(each).length > 0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), uncovered, (count, place, odd) => {
        const servers = Array.from({ length: count }, (_, at) => server({ id: `${at}`, name: `S${at}` }));
        servers.splice(place % count, 1, odd);
        const walk = walkRoute("standing", servers);
        expect(walk.result).toBe("other-volumes-too");
        expect(walk.covered).toBe(count - 1);
        const named = walk.servers.filter((each) => each.obstacles.length > 0);
        expect(named.map((each) => each.server)).toEqual([odd]);
      }),
    );
  });

  it("adding an uncovered server never shortens the list of what would have to change", () => {
    fc.assert(
      fc.property(fc.constantFrom(...declarations), fc.array(anyServer), anyServer, (said, servers, more) => {
        fc.pre(obstaclesOf(more).length > 0);
        const [before, after] = [walkRoute(said, servers), walkRoute(said, [...servers, more])];
        expect(length(after)).toBeGreaterThanOrEqual(length(before));
        expect(after.result).toBe("other-volumes-too");
      }),
    );
  });

  it("the result is the two volumes exactly when nothing is to be changed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...declarations), fc.array(anyServer), (said, servers) => {
        const walk = walkRoute(said, servers);
        expect(walk.result === "entrusted-only").toBe(length(walk) === 0);
        expect(walk.covered).toBe(servers.filter((each) => obstaclesOf(each).length === 0).length);
      }),
    );
  });
});
