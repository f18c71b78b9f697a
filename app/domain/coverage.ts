import { assertNever } from "./problem.ts";
import { isLeftOut, partyIn, type RoleRow, type RowParty, type Situation } from "./role-sheet.ts";

/** A contract in force on the day, with what its agreed sheets said on that day. */
export type CoverageContract = {
  contractId: string;
  number: string;
  title: string;
  vendorId: string;
  vendor: string;
  hospitalLabel: string;
  vendorLabel: string;
  systemIds: readonly string[];
  sheets: readonly { roleSheetId: string; title: string; rows: readonly RoleRow[] }[];
};

/** One row of one contract. `no-sheet`: nothing was agreed by then; `no-row`: the row does not concern it. */
export type CoverageCell =
  | { kind: "no-sheet" }
  | { kind: "no-row"; leftOutReason: string }
  | { kind: "nobody" }
  | { kind: "party"; party: RowParty; thirdPartyName: string }
  /** Several sheets of the contract name different parties. */
  | { kind: "split"; parties: { party: RowParty; thirdPartyName: string; sheet: string }[] };

export type CoverageRow = {
  key: string;
  part: 1 | 2;
  group: string;
  no: string;
  label: string;
  /** In the order of the contracts. */
  cells: CoverageCell[];
  /** 担当なし: the row stands in some sheet, and no contract names anybody. */
  isNobody: boolean;
  /** Contracts (by place) that name different parties for the same system, or whose own sheets do. */
  twice: number[];
};

export type Coverage = {
  rows: CoverageRow[];
  counts: { rows: number; nobody: number; gaps: number; twice: number };
};

/**
 * 担当の一覧: every row of every agreed sheet against the contracts in force. What nobody bears is as visible as
 * what two parties bear. Two contracts are compared only where they cover the same system: each vendor looks
 * after its own product, and that is no overlap.
 */
export function coverageOf(contracts: readonly CoverageContract[], situation: Situation): Coverage {
  const heads = rowHeads(contracts);
  const rows = heads.map(({ key, ...head }) => {
    const cells = contracts.map((each) => cellOf(each, key, situation));
    return {
      key,
      ...head,
      cells,
      isNobody: cells.every((each) => bearersOf(each, null).length === 0),
      twice: twiceIn(contracts, cells),
    };
  });
  return {
    rows,
    counts: {
      rows: rows.length,
      nobody: rows.filter((each) => each.isNobody).length,
      gaps: rows.flatMap((each) => each.cells).filter((each) => each.kind === "nobody").length,
      twice: rows.filter((each) => each.twice.length > 0).length,
    },
  };
}

type Head = Pick<CoverageRow, "key" | "part" | "group" | "no" | "label">;

/** Rows in the order in which the sheets print them, Part 1 first; one that every sheet left out stays. */
function rowHeads(contracts: readonly CoverageContract[]): Head[] {
  const heads = new Map<string, Head>();
  for (const row of contracts.flatMap((each) => each.sheets).flatMap((each) => each.rows)) {
    const { rowKey: key, part, group, no, label } = row;
    if (!heads.has(key)) heads.set(key, { key, part, group, no, label });
  }
  return [...heads.values()].sort((a, b) => a.part - b.part);
}

function cellOf(contract: CoverageContract, key: string, situation: Situation): CoverageCell {
  if (contract.sheets.length === 0) return { kind: "no-sheet" };
  const found = contract.sheets.flatMap(({ title, rows }) =>
    rows.filter((each) => each.rowKey === key).map((row) => ({ row, sheet: title })),
  );
  const own = found.filter(({ row }) => !isLeftOut(row));
  if (own.length === 0) return { kind: "no-row", leftOutReason: found[0]?.row.leftOutReason ?? "" };
  const named = own
    .map(({ row, sheet }) => ({ party: partyIn(row, situation), thirdPartyName: row.thirdPartyName, sheet }))
    .filter((each) => each.party !== "undecided");
  const first = named[0];
  if (!first) return { kind: "nobody" };
  const isSplit = named.some((each) => bearerKey(each) !== bearerKey(first));
  if (isSplit) return { kind: "split", parties: named };
  return { kind: "party", party: first.party, thirdPartyName: nameOf(first) };
}

const nameOf = (each: { party: RowParty; thirdPartyName: string }) =>
  each.party === "third-party" ? each.thirdPartyName : "";
const bearerKey = (each: { party: RowParty; thirdPartyName: string }) => `${each.party} ${nameOf(each)}`;

function partiesOf(cell: CoverageCell): readonly { party: RowParty; thirdPartyName: string }[] {
  if (cell.kind === "party") return [cell];
  return cell.kind === "split" ? cell.parties : [];
}

/** Who bears a cell, named so that two contracts can be compared; a third party is the vendor of that name. */
function bearersOf(cell: CoverageCell, contract: CoverageContract | null): string[] {
  const parties = partiesOf(cell);
  const vendor = contract?.vendor ?? "vendor";
  const bearers = parties.flatMap(({ party, thirdPartyName }) => {
    switch (party) {
      case "hospital":
        return ["hospital"];
      case "vendor":
        return [vendor];
      case "both":
        return ["hospital", vendor];
      case "third-party":
        return [thirdPartyName];
      case "undecided":
        return [];
      default:
        return assertNever(party);
    }
  });
  return [...new Set(bearers)].sort();
}

function twiceIn(contracts: readonly CoverageContract[], cells: readonly CoverageCell[]): number[] {
  const twice = new Set<number>();
  for (const [at, cell] of cells.entries()) {
    if (cell.kind === "split") twice.add(at);
    for (let other = at + 1; other < cells.length; other++) {
      const [one, two] = [contracts[at], contracts[other]];
      const second = cells[other];
      if (!one || !two || !second || !one.systemIds.some((id) => two.systemIds.includes(id))) continue;
      const [mine, theirs] = [bearersOf(cell, one), bearersOf(second, two)];
      if (mine.length === 0 || theirs.length === 0 || mine.join("\n") === theirs.join("\n")) continue;
      twice.add(at).add(other);
    }
  }
  return [...twice].sort((a, b) => a - b);
}
